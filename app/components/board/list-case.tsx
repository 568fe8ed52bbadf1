import { WaitText } from "~/components/wait-text";
import type { BoardCase } from "~/views/week-case";
import { CaseMarks } from "./case-marks";

/** One case on a list: when, what, who, how long waited, and why here. */
export function ListCase({ item }: { item: BoardCase }) {
  const { order, start, minutes, admission, procedure, link, patient, age, weeks, orderNotes } = item;
  return (
    <li className="app-case" value={order}>
      <p className="app-case__time">
        <span className="app-nowrap">
          <strong>{start}</strong> <span className="app-quiet">{minutes} min</span>
        </span>
        {admission ? <span className="app-case__admit app-nowrap app-quiet">admit {admission}</span> : null}
        <CaseMarks item={item} />
      </p>
      <p className="app-case__procedure">{procedure}</p>
      <p>
        {link ? <a href={link}>{patient}</a> : patient}
        {age === null ? null : `, ${age}`}
        {weeks === null ? null : (
          <>
            {", "}
            <span className="app-nowrap">
              <WaitText weeks={weeks} />
            </span>
          </>
        )}
      </p>
      {orderNotes.length > 0 ? (
        <p className="app-case__order">Order to check: {orderNotes.join("; ")}.</p>
      ) : null}
      <Facts item={item} />
    </li>
  );
}

/** Number, stay and anaesthetic in one line; it opens on why the case stands here. */
function Facts({
  item: { hospitalNumber, stay, anaesthetic, because, overridden, change, why, cancel, patient },
}: {
  item: BoardCase;
}) {
  const facts = [hospitalNumber, stay, anaesthetic].filter(Boolean).join(" · ");
  if (!because && !cancel && overridden.length === 0 && change?.kind !== "moved")
    return <p className="app-quiet">{facts}</p>;
  return (
    <details className="app-case__why">
      <summary>
        {facts || "Why here"}
        {facts ? <span className="nhsuk-u-visually-hidden">, why here</span> : null}
      </summary>
      {because ? <p>{because}</p> : null}
      {why ? (
        <p>
          <a href={why}>
            Why here, and who else<span className="nhsuk-u-visually-hidden">: {patient}</span>
          </a>
        </p>
      ) : null}
      {overridden.length > 0 ? <p>Rules set aside by a person: {overridden.join(", ")}.</p> : null}
      {change?.kind === "moved" ? <p>Moved from {change.from}.</p> : null}
      {cancel ? (
        <p>
          <a href={cancel}>
            Cancel this case<span className="nhsuk-u-visually-hidden">: {patient}</span>
          </a>
        </p>
      ) : null}
    </details>
  );
}
