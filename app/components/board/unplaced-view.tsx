import { dateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { Pages } from "~/components/pages";
import { Back } from "~/components/trail";
import { number } from "~/domain/figure-words";
import type { UnplacedPage } from "~/views/week-unplaced.server";
import { UnplacedTable } from "./unplaced-table";
import { weekPath } from "./week-path";

/** Everybody who is in no list of a plan, with the reason of each. */
export function UnplacedView({ page }: { page: UnplacedPage }) {
  const path = `/runs/${page.run}/unplaced`;
  return (
    <>
      <Back to={weekPath(page)}>{`Week of ${dateText(page.week, "date")}`}</Back>
      <PageHeading caption={`Week of ${dateText(page.week, "date")}`}>In no list</PageHeading>
      <p className="app-measure">
        {page.sentence} Who is urgent and due comes first, then who has waited longest. Waits are counted to
        the first day of the week.
      </p>
      <Filters page={page} path={path} />
      {page.rows.length === 0 ? (
        <EmptyState heading="No entry matches these filters">
          <p>Take one of the filters away to see more.</p>
        </EmptyState>
      ) : (
        <>
          <UnplacedTable rows={page.rows} run={page.run} />
          <Pages
            page={page.page}
            pageSize={page.pageSize}
            total={page.total}
            noun="entries"
            hrefOf={(next) => `${path}?${queryOf(page, next)}`}
          />
        </>
      )}
    </>
  );
}

function queryOf({ filter: { reason, specialty, priority, due } }: UnplacedPage, page: number): string {
  const filled = { reason, specialty, priority, due: due ? "yes" : null, page: String(page) };
  const parts = Object.entries(filled).filter((part): part is [string, string] => part[1] !== null);
  return new URLSearchParams(parts).toString();
}

const PRIORITIES = ["P1a", "P1b", "P2", "P3", "P4", "P5", "P6"];

function Filters({ page: { bars, specialties, filter }, path }: { page: UnplacedPage; path: string }) {
  const reasons = bars.map(({ reason, words, count }) => ({
    value: reason,
    text: `${words} (${number(count)})`,
  }));
  const named = specialties.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }));
  return (
    <FilterForm label="Narrow the unplaced down" resetTo={path}>
      <FilterSelect name="reason" label="Reason" choices={reasons} value={filter.reason} all="All reasons" />
      <FilterSelect
        name="specialty"
        label="Specialty"
        choices={named}
        value={filter.specialty}
        all="All specialties"
      />
      <FilterSelect
        name="priority"
        label="Priority"
        choices={PRIORITIES.map((value) => ({ value, text: value }))}
        value={filter.priority}
        all="All priorities"
      />
      <FilterSelect
        name="due"
        label="Urgency"
        choices={[{ value: "yes", text: "Urgent and due only" }]}
        value={filter.due ? "yes" : null}
        all="Everybody"
      />
    </FilterForm>
  );
}
