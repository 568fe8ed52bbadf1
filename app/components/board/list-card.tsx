import { Link } from "@remix-run/react";
import { dateText } from "~/components/date-text";
import type { BoardList } from "~/views/week-board";
import { counted } from "~/domain/figure-words";
import { ListCase } from "./list-case";
import { ListMeasures } from "./list-measures";
import { statusWords } from "./session-words";

/** What every card of a board is measured against, and whether its cases are to be seen at once. */
export interface CardScale {
  touchTarget: number;
  overrunProbabilityMax: number;
  casesOpen: boolean;
}

/** One theatre session and its list of cases in order. */
export function ListCard({ list, scale }: { list: BoardList; scale: CardScale }) {
  const heading = `list-${list.sessionId}`;
  return (
    <article className={cardClass(list)} aria-labelledby={heading}>
      <h5 className="app-list__heading" id={heading}>
        <span className="app-list__theatre">{list.theatre}</span>{" "}
        <span className="app-list__times">
          {list.start} to {list.end}
        </span>
        {list.status === "open" ? null : <span className="app-list__status">{statusWords(list.status)}</span>}
      </h5>
      <p className="app-list__who">{specialtyWords(list)}</p>
      <p className="app-list__who app-quiet">{offerWords(list)}</p>
      {list.away ? <p className="app-list__who app-late">{list.away}</p> : null}
      {list.page ? <PageLink list={list} page={list.page} /> : null}
      {list.bookable ? <ListMeasures list={list} scale={scale} /> : null}
      <Cases list={list} open={scale.casesOpen} />
    </article>
  );
}

function PageLink({ list, page }: { list: BoardList; page: NonNullable<BoardList["page"]> }) {
  const { href, published, changed } = page;
  return (
    <p className="app-list__who app-no-print">
      <Link to={href}>
        The list
        <span className="nhsuk-u-visually-hidden">
          {" "}
          of {list.theatre}, {dateText(list.date, "short")}, {list.start}
        </span>
      </Link>
      {published ? changed ? <strong>. {published}</strong> : <>. {published}</> : null}
    </p>
  );
}

function Cases({ list, open }: { list: BoardList; open: boolean }) {
  if (!list.bookable) return null;
  if (list.cases.length === 0) return <p className="app-list__empty">No case on this list.</p>;
  return (
    <details className="app-list__details" open={open}>
      <summary className="app-list__count">
        {counted(list.cases.length, "case")}
        {markWords(list)}
      </summary>
      <ol className="app-list__cases">
        {list.cases.map((item) => (
          <ListCase key={item.entry} item={item} />
        ))}
      </ol>
    </details>
  );
}

/** What a closed list should still tell. */
function markWords(list: BoardList): string {
  const { urgentCases, longWaitCases, provisionalCases, orderNoteCases, goneCases } = list;
  const { beforeStageTwoCases, cannotComeCases } = list;
  return [
    urgentCases > 0 ? `${urgentCases} urgent` : "",
    longWaitCases > 0 ? `${longWaitCases} over 52 weeks` : "",
    provisionalCases > 0 ? `${provisionalCases} provisional` : "",
    orderNoteCases > 0 ? `${orderNoteCases} with order to check` : "",
    beforeStageTwoCases > 0 ? `${beforeStageTwoCases} before stage two of the decision` : "",
    cannotComeCases > 0 ? `${cannotComeCases} who cannot come that day` : "",
    goneCases > 0 ? `${goneCases} gone` : "",
  ]
    .filter(Boolean)
    .map((words) => `, ${words}`)
    .join("");
}

function cardClass({ bookable, status }: BoardList): string {
  if (!bookable) return "app-list app-list--closed";
  return status === "locked" ? "app-list app-list--locked" : "app-list";
}

function specialtyWords({ specialties }: BoardList): string {
  return specialties.map(({ name }) => name).join(", ");
}

function offerWords({ surgeons, anaesthetics, paediatric, maxCases }: BoardList): string {
  return [
    surgeons.length > 0 ? surgeons.join(", ") : "No named surgeon",
    anaesthetics.join(", "),
    paediatric ? "children too" : "",
    maxCases === null ? "" : `at most ${counted(maxCases, "case")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
