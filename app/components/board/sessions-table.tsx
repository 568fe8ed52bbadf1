import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import type { SessionRow, SessionsSite } from "~/views/sessions-week";
import { counted, hoursAndMinutes } from "~/domain/figure-words";
import { statusWords } from "./session-words";

/** The sessions of one site in one week, day by day. */
export function SessionsTable({ site }: { site: SessionsSite }) {
  const heading = `site-${site.code}`;
  return (
    <section className="app-section" aria-labelledby={heading}>
      <h2 className="nhsuk-heading-m app-board__site-name" id={heading}>
        {site.name}
        <span className="app-caption">
          {site.type === "hub" ? "Surgical hub" : "Main site"}, {totalsWords(site)}
        </span>
      </h2>
      <DataTable caption={`Sessions at ${site.name}`} captionHidden>
        <Head />
        <tbody>
          {site.rows.map((row) => (
            <Row key={row.sessionId} row={row} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function totalsWords({ total }: SessionsSite): string {
  const open = `${counted(total.bookable, "session")} taking cases, ${hoursAndMinutes(total.minutes)}`;
  return total.closed === 0 ? open : `${open}; ${counted(total.closed, "session")} closed or not staffed`;
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col">Day</th>
        <th scope="col">Theatre</th>
        <th scope="col">Times</th>
        <th scope="col">Specialty</th>
        <th scope="col">Surgeons</th>
        <th scope="col">Anaesthetics</th>
        <th scope="col">Children</th>
        <th scope="col">Status</th>
        <th scope="col" className="app-number">
          Length
        </th>
        <th scope="col" className="app-number">
          Held
        </th>
        <th scope="col" className="app-number">
          Most cases
        </th>
        <th scope="col" className="app-number">
          Placed
        </th>
      </tr>
    </thead>
  );
}

function Row({ row }: { row: SessionRow }) {
  return (
    <tr className={row.firstOfDay ? "app-sessions__day" : undefined}>
      <th scope="row" className="app-nowrap">
        <DateText date={row.date} style="short" />
      </th>
      <td className="app-nowrap">
        {row.id === "" ? row.theatre : <Link to={`/sessions/${row.id}`}>{row.theatre}</Link>}{" "}
        <span className="app-cell-note">{row.sessionId}</span>
      </td>
      <td className="app-nowrap">
        {row.start} to {row.end}
      </td>
      <td>{row.specialties.map(({ code, name }) => `${name} (${code})`).join(", ")}</td>
      <td>
        {row.surgeons.length > 0 ? row.surgeons.join(", ") : "None named: pooled patients only"}
        {[...new Set(row.marks)].map((mark) => (
          <strong key={mark} className="app-sessions__mark">
            {mark}
          </strong>
        ))}
      </td>
      <td className="app-nowrap">{row.anaesthetics.join(", ")}</td>
      <td>{row.paediatric ? "Yes" : "No"}</td>
      <td>{row.status === "open" ? "Open" : <strong>{statusWords(row.status)}</strong>}</td>
      <td className="app-number">{row.length} min</td>
      <td className="app-number">{row.heldMinutes > 0 ? `${row.heldMinutes} min` : "None"}</td>
      <td className="app-number">{row.maxCases ?? "No limit"}</td>
      <td className="app-number">{row.placed}</td>
    </tr>
  );
}
