import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { SortHeader } from "~/components/sort-header";
import { WaitText } from "~/components/wait-text";
import type { IsoDate } from "~/domain/calendar";
import type { WaitingListRow } from "~/views/waiting-list.server";
import { addressOf, type Sort, type WaitingListQuery } from "./query";
import { ReadinessText } from "./readiness-text";

interface EntryTableProps {
  query: WaitingListQuery;
  rows: WaitingListRow[];
  today: IsoDate;
}

/** The list itself: a row an entry, dense enough that 50 are read in one go. */
export function EntryTable({ query, rows, today }: EntryTableProps) {
  const gone = query.state === "gone";
  return (
    <DataTable caption={gone ? "Entries gone from the waiting list" : "Waiting list"} captionHidden rows>
      <thead>
        <tr>
          <Sortable query={query} sort="name" text="Patient" />
          <th scope="col" className="app-number">
            Age
          </th>
          <th scope="col">Procedure</th>
          <Sortable query={query} sort="priority" text="Priority" />
          <Sortable query={query} sort="wait" text="Waited" />
          <Sortable query={query} sort="target" text="Target" />
          <th scope="col">Readiness</th>
          <th scope="col">{gone ? "Gone since" : "Date of surgery"}</th>
          <th scope="col">Site</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EntryRow key={row.id} row={row} today={today} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Sortable({ query, sort, text }: { query: WaitingListQuery; sort: Sort; text: string }) {
  const sorted = query.sort === sort ? (sort === "wait" ? "descending" : "ascending") : undefined;
  return <SortHeader text={text} to={addressOf({ ...query, sort, page: 1 })} sorted={sorted} />;
}

function EntryRow({ row, today }: { row: WaitingListRow; today: IsoDate }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/waiting-list/${row.id}`}>{row.name}</Link>
        <span className="app-cell-note">{row.hospitalNumber}</span>
      </th>
      <td className="app-number" data-label="Age">
        {row.age}
      </td>
      <td data-label="Procedure">
        {row.procedure}
        <span className="app-cell-note">{row.specialty}</span>
      </td>
      <td className="app-nowrap" data-label="Priority">
        <PriorityTag priority={row.priority} /> {row.cancer ? <CancerTag /> : null}
      </td>
      <td data-label="Waited">
        <WaitText weeks={row.weeks} />
      </td>
      <td className="app-nowrap" data-label="Target">
        <TargetText target={row.target} today={today} />
      </td>
      <td data-label="Readiness">
        <ReadinessText readiness={row.readiness} today={today} />
      </td>
      <td className="app-nowrap" data-label={row.goneOn ? "Gone since" : "Surgery"}>
        {row.goneOn ? <DateText date={row.goneOn} style="brief" /> : <DatedText dated={row.dated} />}
      </td>
      <td data-label="Site" title={row.siteName}>
        {row.site}
      </td>
    </tr>
  );
}

/** A target date; one that has gone says so. */
function TargetText({ target, today }: { target: IsoDate | null; today: IsoDate }) {
  if (!target) return <span className="app-quiet">None</span>;
  return (
    <>
      <DateText date={target} style="brief" />
      {target < today ? <span className="app-cell-note app-late">Overdue</span> : null}
    </>
  );
}

const DATED_BY = { file: "Booked", hublist: "Proposed", operated: "Operated" };

function DatedText({ dated }: { dated: WaitingListRow["dated"] }) {
  if (!dated) return <span className="app-quiet">None yet</span>;
  return (
    <>
      <DateText date={dated.date} style="brief" />
      <span className="app-cell-note">{DATED_BY[dated.by]}</span>
      {dated.returned ? <span className="app-cell-note app-late">Listed again since</span> : null}
    </>
  );
}
