import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { WaitText } from "~/components/wait-text";
import type { UnplacedRow } from "~/views/week-unplaced";

/** Entries in no list, each with its reason in a sentence. */
export function UnplacedTable({ rows, run }: { rows: UnplacedRow[]; run: string }) {
  return (
    <DataTable caption="Entries in no list" captionHidden>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Priority</th>
          <th scope="col">Waited by then</th>
          <th scope="col">Procedure</th>
          <th scope="col">Why not</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.entry} row={row} run={run} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ row, run }: { row: UnplacedRow; run: string }) {
  const { link, patient, age, hospitalNumber, priority, cancer, due, weeks, procedure, specialty } = row;
  return (
    <tr>
      <th scope="row">
        {link ? <Link to={link}>{patient}</Link> : patient}
        <span className="app-cell-note">
          {[age === null ? "" : `${age} years`, hospitalNumber].filter(Boolean).join(", ")}
        </span>
      </th>
      <td className="app-nowrap">
        <PriorityTag priority={priority} /> {cancer ? <CancerTag /> : null}
        {due ? <span className="app-cell-note">Urgent and due</span> : null}
      </td>
      <td className="app-nowrap">
        <WaitText weeks={weeks} />
      </td>
      <td>
        {procedure}
        <span className="app-cell-note">{specialty}</span>
      </td>
      <td className="app-unplaced__why">
        <strong>{row.reason}</strong>
        <span className="app-unplaced__detail">{row.detail}</span>{" "}
        <Link to={`/runs/${run}/why/${row.entry}`}>
          Why not, and what would change that<span className="nhsuk-u-visually-hidden">: {patient}</span>
        </Link>
      </td>
    </tr>
  );
}
