import type { HandList } from "~/views/hand/hand-board.server";
import type { PlaceWords } from "~/views/hand/hand-words";

const KINDS: Record<PlaceWords["kind"], string> = {
  allowed: "Allowed",
  warned: "Allowed, but know",
  liftable: "Breaks a rule",
  refused: "Refused",
};

/** Drops the picked-up case into a list, and says at once what that would break and what it does to the score. */
export function PlaceButton({ list, place }: { list: HandList; place: PlaceWords | null }) {
  return (
    <button
      type="button"
      className="app-hand-place"
      data-drop={list.id}
      aria-disabled={place === null || place.kind === "refused"}
    >
      <span className="nhsuk-u-visually-hidden">
        {list.theatre}, {list.day}, {list.start}:{" "}
      </span>
      {place === null ? (
        "Asking…"
      ) : (
        <>
          <strong>
            {KINDS[place.kind]}
            {place.kind === "refused" ? "" : `, ${place.points} points`}
          </strong>
          {place.all.length > 0 ? <span className="app-hand-place__first"> {place.all[0]}</span> : null}
          {place.all.length > 1 ? (
            <span className="app-hand-place__more"> {place.all.slice(1).join(" ")}</span>
          ) : null}
        </>
      )}
    </button>
  );
}
