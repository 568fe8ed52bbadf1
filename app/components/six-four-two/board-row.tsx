import { Link } from "@remix-run/react";
import { statusWords } from "~/components/board/session-words";
import { CapacityBar } from "~/components/capacity-bar";
import { DateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import type { BoardRow } from "~/views/six-four-two/board.server";
import { MilestoneMark } from "./milestone-cell";
import { StaffButtons } from "./staff-buttons";
import { MILESTONE_WORDS, OFFER_WORDS, unfilledWords } from "./words";

interface RowProps {
  row: BoardRow;
  mayEdit: boolean;
  back: string;
}

/** One session of the 6-4-2 board. */
export function BoardRowView({ row, mayEdit, back }: RowProps) {
  const { id, date, weeksAway, theatre, siteName, start, end, specialties, surgeons, anaesthetist } = row;
  const [staffed, filled, signedOff, told, locked] = row.milestones;
  const unfilled = unfilledWords(row, filled!);
  const isOpen = row.status === "open" || row.status === "locked";
  return (
    <tr id={`s-${id}`}>
      <th scope="row">
        <Link to={`/sessions/${id}`} className="app-nowrap">
          <DateText date={date} style="short" />, {start} to {end}
        </Link>
        <span className="app-cell-note">
          T-{weeksAway} · {theatre}, {siteName}
        </span>
        <Published row={row} />
        <Marks row={row} />
      </th>
      <td data-label="Specialty">
        {specialties.map(({ name }) => name).join(", ")}
        <span className="app-cell-note">
          {surgeons.join(", ") || "No surgeon named"}
          {anaesthetist ? ` · anaesthetist ${anaesthetist}` : ""}
        </span>
      </td>
      <td data-label={MILESTONE_WORDS.staffed}>
        <MilestoneMark state={staffed!} />
        {mayEdit && isOpen ? <StaffButtons session={row} back={`${back}#s-${id}`} /> : null}
      </td>
      <td data-label={MILESTONE_WORDS.filled} className="app-six__fill">
        <MilestoneMark state={filled!} />
        {unfilled === "" ? null : <span className="app-cell-note">{unfilled}</span>}
        <span className="app-cell-note">
          {counted(row.cases, "case")}
          {row.maxCases === null ? "" : ` of ${row.maxCases}`}
        </span>
        <CapacityBar planned={row.planned} length={row.length} />
      </td>
      {[signedOff!, told!, locked!].map((state) => (
        <td key={state.milestone} data-label={MILESTONE_WORDS[state.milestone]}>
          <MilestoneMark state={state} />
        </td>
      ))}
    </tr>
  );
}

/** The published version of its list, and whether the list has changed since. */
function Published({ row: { id, published, theatre, date } }: { row: BoardRow }) {
  if (published === null) return null;
  return (
    <span className="app-cell-note">
      <Link to={`/sessions/${id}/list`}>
        {published.changed ? <strong>{published.words}</strong> : published.words}
        <span className="nhsuk-u-visually-hidden">
          , {theatre}, <DateText date={date} style="short" />
        </span>
      </Link>
    </span>
  );
}

function Marks({ row: { status, leave, bankHoliday, offer } }: { row: BoardRow }) {
  const marks = [
    ...new Set([
      ...(status === "open" || status === "locked" ? [] : [statusWords(status)]),
      ...(offer ? [OFFER_WORDS[offer]] : []),
      ...leave,
      ...(bankHoliday ? [`Bank holiday: ${bankHoliday}`] : []),
    ]),
  ];
  if (marks.length === 0) return null;
  return (
    <ul className="app-six__marks">
      {marks.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  );
}
