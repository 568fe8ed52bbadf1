import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { dateText } from "~/components/date-text";
import type { MeetingRow } from "~/views/meetings/meetings-list.server";

/** The meetings that were held, latest first. */
export function MeetingsTable({ meetings }: { meetings: MeetingRow[] }) {
  return (
    <DataTable caption="Meetings" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Held</th>
          <th scope="col">About the week of</th>
          <th scope="col">Attendees</th>
          <th scope="col" className="app-number">
            Decisions
          </th>
          <th scope="col" className="app-number">
            Actions
          </th>
          <th scope="col">Minutes</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map(({ id, heldOn, week, attendees, isOpen, decisions, actions }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/meetings/${id}`}>{dateText(heldOn, "date")}</Link>
              {isOpen ? <span className="app-cell-note">Open</span> : null}
            </th>
            <td data-label="About the week of">{dateText(week, "date")}</td>
            <td data-label="Attendees">{attendees}</td>
            <td className="app-number" data-label="Decisions">
              {decisions}
            </td>
            <td className="app-number" data-label="Actions">
              {actions}
            </td>
            <td data-label="Minutes">
              <Link to={`/meetings/${id}/minutes`} aria-label={`Minutes of ${dateText(heldOn, "date")}`}>
                Minutes
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
