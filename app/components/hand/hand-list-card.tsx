import { memo } from "react";
import type { HandCaseRow, HandList } from "~/views/hand/hand-board.server";
import type { PlaceWords } from "~/views/hand/hand-words";
import { PlaceButton } from "./place-button";

interface HandListCardProps {
  list: HandList;
  casePath: (entry: string) => string;
  listPath: (session: string) => string;
  /** The case that is picked up, if any. */
  carried: string | null;
  /** It comes from this list. */
  isOwn: boolean;
  /** What it would mean here; null: nothing is picked up, or the answer is still to come. */
  place: PlaceWords | null;
}

/** One list of the board: how full it is, and its cases in order. */
export const HandListCard = memo(function HandListCard(props: HandListCardProps) {
  const { list, listPath, carried, isOwn, place } = props;
  const heading = `list-${list.id}`;
  const kind = carried === null || isOwn ? "" : ` app-hand-list--${place?.kind ?? "waiting"}`;
  return (
    <article
      className={`app-list app-hand-list${list.bookable ? "" : " app-list--closed"}${kind}`}
      aria-labelledby={heading}
      data-list={list.id}
    >
      <h4 className="app-list__heading" id={heading}>
        <span className="app-list__theatre">
          <a href={listPath(list.id)}>{list.theatre}</a>
        </span>{" "}
        <span className="app-list__times">{`${list.start} to ${list.end}`}</span>
      </h4>
      <p className="app-list__who">{list.specialties}</p>
      <p className="app-list__who app-quiet">{[list.surgeons, ...list.marks].join(" · ")}</p>
      {list.bookable ? <Fill list={list} /> : null}
      {carried !== null && !isOwn && list.bookable ? <PlaceButton list={list} place={place} /> : null}
      {list.cases.length > 0 ? (
        <ol className="app-hand-list__cases">
          {list.cases.map((item) => (
            <Case key={item.entry} item={item} {...props} />
          ))}
        </ol>
      ) : (
        <p className="app-list__empty">{list.bookable ? "No case on this list." : ""}</p>
      )}
    </article>
  );
});

/** Minutes of the session, as a bar and in words. */
function Fill({ list: { planned, length, held, overrun, overrunHigh } }: { list: HandList }) {
  const free = length - planned;
  return (
    <div className="app-hand-list__fill">
      <svg viewBox={`0 0 ${Math.max(length, planned, 1)} 6`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="app-list__room" width={length} height="6" />
        <rect className="app-list__case-time" width={Math.max(0, planned)} height="6" />
      </svg>
      <span>
        {`${planned} of ${length} min, ${free < 0 ? `${-free} over` : `${free} free`}${held > 0 ? `, ${held} held` : ""}`}
        {overrun ? (
          <span className={overrunHigh ? "app-hand-list__high" : undefined}>{`; runs over ${overrun}`}</span>
        ) : null}
      </span>
    </div>
  );
}

/** Its button opens the page of the case where no script runs, and picks the case up where they do (see use-drag). */
function Case({ item, casePath, carried }: { item: HandCaseRow } & HandListCardProps) {
  const { entry, start, minutes, patient, facts, priority, procedure, marks } = item;
  return (
    <li
      className={carried === entry ? "app-hand-item app-hand-item--carried" : "app-hand-item"}
      data-case={entry}
    >
      <button
        className="app-hand-item__name"
        formAction={casePath(entry)}
        data-pick={entry}
        aria-pressed={carried === entry ? true : undefined}
      >
        <span className="app-hand-case__time">
          {`${start} `}
          <span className="app-quiet">{`${minutes} min`}</span> <strong>{priority}</strong>
        </span>
        <span className="app-hand-case__who">{patient}</span>
      </button>
      <span className="app-hand-item__what">{`${procedure}, ${facts}`}</span>
      {marks.length > 0 ? <span className="app-hand-item__marks">{marks.join(" · ")}</span> : null}
    </li>
  );
}
