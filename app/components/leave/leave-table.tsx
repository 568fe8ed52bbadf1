import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { HALF_WORDS, PART_WORDS } from "~/components/schedule/session-life-words";
import { counted } from "~/domain/figure-words";
import { capitalised } from "~/domain/reason-words";
import type { HitSession, LeaveShown } from "~/views/leave/leave.server";

const SOURCES: Record<string, string> = { form: "Form", csv: "CSV file", icalendar: "Calendar" };

/** Leave that stands, and the sessions that it hits. */
export function LeaveTable({ leaves, mayEdit }: { leaves: LeaveShown[]; mayEdit: boolean }) {
  return (
    <DataTable caption={counted(leaves.length, "leave")} captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Days</th>
          <th scope="col">Note</th>
          <th scope="col">Sessions hit</th>
          <th scope="col">From</th>
          {mayEdit ? <th scope="col">Change</th> : null}
        </tr>
      </thead>
      <tbody>
        {leaves.map((leave) => (
          <tr key={leave.id}>
            <th scope="row">
              {leave.person} <span className="app-cell-note">{PART_WORDS[leave.role]}</span>
            </th>
            <td data-label="Days">
              <DateText date={leave.from} style="short" />
              {leave.to === leave.from ? null : (
                <>
                  {" "}
                  to <DateText date={leave.to} style="short" />
                </>
              )}
              {leave.half === "day" ? null : (
                <span className="app-cell-note">{capitalised(HALF_WORDS[leave.half])} only</span>
              )}
            </td>
            <td data-label="Note">{leave.note || "None"}</td>
            <td data-label="Sessions hit">
              <Hits sessions={leave.sessions} />
            </td>
            <td data-label="From">{SOURCES[leave.source]}</td>
            {mayEdit ? (
              <td data-label="Change">
                <Link to={`/leave/${leave.id}`}>
                  Withdraw<span className="nhsuk-u-visually-hidden"> the leave of {leave.person}</span>
                </Link>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Hits({ sessions }: { sessions: HitSession[] }) {
  if (sessions.length === 0) return <>None</>;
  return (
    <ul className="app-leave__hits">
      {sessions.map(({ id, date, start, theatre, open, cases }) => (
        <li key={id}>
          <Link to={`/sessions/${id}`}>
            <DateText date={date} style="short" />, {start}, {theatre}
          </Link>
          {cases > 0 ? <strong>: {counted(cases, "case")} booked</strong> : null}
          {open ? null : ", not running"}
        </li>
      ))}
    </ul>
  );
}
