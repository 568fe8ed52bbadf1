import { Link } from "@remix-run/react";
import { weekPath } from "~/components/board/week-path";
import { DataTable } from "~/components/data-table";
import { dateText, InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { WhatIfShown, WhatIfsPage } from "~/views/what-ifs.server";
import { SideSelect } from "./side-select";

/** The what-ifs of a week with their figures, and the choice of two to compare. */
export function WhatIfList({ page }: { page: WhatIfsPage }) {
  const { week, organisation, rows, mayPlan } = page;
  const title = `Week of ${dateText(week, "date")}`;
  return (
    <>
      <Back to={weekPath({ week, organisation })}>{title}</Back>
      <PageHeading
        caption={title}
        actions={
          mayPlan ? (
            <Link to={`/weeks/${week}/what-if/new?${new URLSearchParams({ organisation })}`}>
              New what-if
            </Link>
          ) : undefined
        }
      >
        What if
      </PageHeading>
      <p className="app-measure">
        A what-if plans the week with something otherwise, beside the live week. Nothing of the live week
        changes, and a what-if cannot be accepted.
      </p>
      {rows.length === 0 ? (
        <EmptyState heading="No what-if of this week yet">
          <p>
            Try what happens without a theatre, a surgeon or beds, with a list more, or by another policy.
          </p>
        </EmptyState>
      ) : (
        <>
          <Compare page={page} />
          <Rows rows={rows} />
        </>
      )}
    </>
  );
}

function Compare({ page: { week, organisation, choices } }: { page: WhatIfsPage }) {
  const fallback = choices[0]?.key ?? "live";
  const first = choices.find(({ key }) => key === "proposal")?.key ?? fallback;
  return (
    <FilterForm
      label="Compare two plans"
      action={`/weeks/${week}/difference`}
      resetTo={`/weeks/${week}/what-if`}
      submitText="Compare"
    >
      <input type="hidden" name="organisation" value={organisation} />
      <SideSelect name="left" label="From" choices={choices} value={first} />
      <SideSelect name="right" label="To" choices={choices} value={choices.at(-1)?.key ?? fallback} />
    </FilterForm>
  );
}

function Rows({ rows }: { rows: WhatIfShown[] }) {
  return (
    <DataTable caption="What-ifs of this week" captionHidden rows>
      <thead>
        <tr>
          <th scope="col">What if</th>
          <th scope="col">State</th>
          <th scope="col" className="app-number">
            Score
          </th>
          <th scope="col" className="app-number">
            Gap, at most
          </th>
          <th scope="col" className="app-number">
            Cases
          </th>
          <th scope="col" className="app-number">
            Day cases
          </th>
          <th scope="col" className="app-number">
            Touch utilisation
          </th>
          <th scope="col" className="app-number">
            Urgent and due
          </th>
          <th scope="col" className="app-number">
            52 weeks or more
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ row: { id, name, changes, madeBy, madeAt, run, plan } }: { row: WhatIfShown }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/scenarios/${id}`}>{name}</Link>
        <span className="app-cell-note">{changes.join("; ")}</span>
        <span className="app-cell-note">
          {madeBy}, <InstantText at={new Date(madeAt)} />
        </span>
      </th>
      <td data-label="State">{run?.open ? <Link to={`/runs/${run.id}`}>{run.words}</Link> : run?.words}</td>
      <Cell label="Score" value={plan?.score} />
      <Cell label="Gap, at most" value={plan?.gap} />
      <Cell label="Cases" value={plan?.cases} />
      <Cell label="Day cases" value={plan?.dayCases} />
      <Cell label="Touch utilisation" value={plan?.touch} />
      <Cell label="Urgent and due" value={plan?.urgent} />
      <Cell label="52 weeks or more" value={plan?.longWaits} />
    </tr>
  );
}

function Cell({ label, value }: { label: string; value: string | undefined }) {
  return (
    <td className="app-number" data-label={label}>
      {value ?? "None yet"}
    </td>
  );
}
