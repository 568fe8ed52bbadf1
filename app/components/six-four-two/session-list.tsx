import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { InstantText } from "~/components/date-text";
import { PriorityTag } from "~/components/priority-tag";
import { counted } from "~/domain/figure-words";
import type { SessionPage } from "~/views/session-page.server";

/** The cases of the session, in order. */
export function SessionCases({ page: { cases } }: { page: SessionPage }) {
  if (cases.length === 0) return <p>No case stands in this session.</p>;
  return (
    <DataTable caption={counted(cases.length, "case")} captionHidden rows>
      <thead>
        <tr>
          <th scope="col">Start</th>
          <th scope="col">Patient</th>
          <th scope="col">Procedure</th>
          <th scope="col">Priority</th>
          <th scope="col" className="app-number">
            Weeks waited
          </th>
          <th scope="col">Stay</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((item) => (
          <tr key={item.entry}>
            <th scope="row" className="app-nowrap">
              {item.start} <span className="app-cell-note">{item.minutes} min</span>
            </th>
            <td data-label="Patient">
              {item.link ? <Link to={item.link}>{item.patient}</Link> : item.patient}
              {item.age === null ? null : `, ${item.age}`}
              {item.gone ? <span className="app-cell-note">No longer on the waiting list</span> : null}
              {item.provisional ? <span className="app-cell-note">Fitness not confirmed</span> : null}
            </td>
            <td data-label="Procedure">{item.procedure}</td>
            <td data-label="Priority">
              {item.priority ? <PriorityTag priority={item.priority} /> : "Not known"}
            </td>
            <td data-label="Weeks waited" className="app-number">
              {item.weeks ?? "Not known"}
            </td>
            <td data-label="Stay">{item.stay}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** What happened to the session, latest first. */
export function SessionEvents({ page: { events } }: { page: SessionPage }) {
  if (events.length === 0) return <p>Nothing has been recorded of this session in Hublist yet.</p>;
  return (
    <DataTable caption="What happened to this session" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.number}>
            <th scope="row">{event.words}</th>
            <td data-label="When">
              <InstantText at={new Date(event.at)} />
            </td>
            <td data-label="Who">{event.by}</td>
            <td data-label="Why">{event.reason || "Not said"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
