import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { EmptyState } from "~/components/empty-state";
import { FilterSelect } from "~/components/filter-fields";
import { FilterForm } from "~/components/filter-form";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ScheduleGrid } from "~/components/schedule/grid";
import schedule from "~/components/schedule/schedule.css?url";
import { TemplateTable } from "~/components/schedule/template-table";
import { counted } from "~/domain/figure-words";
import { notFound } from "~/http/refusal";
import { schedulePage, type SchedulePage } from "~/views/schedule/schedule.server";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [{ rel: "stylesheet", href: schedule }];
export const meta = () => pageTitle("Master theatre schedule");

export const loader = guarded("session.view", async ({ request, user, scope }) => {
  const { searchParams } = new URL(request.url);
  const organisation = organisationShown(scope, searchParams);
  if (organisation === null) throw notFound("There is no organisation whose sessions you may see.");
  return schedulePage(user, scope, organisation, searchParams, today());
});

export default function Schedule() {
  const page = useLoaderData<typeof loader>();
  const { templates, grid, filter, all, ended } = page;
  return (
    <>
      <PageHeading
        caption="Theatre sessions"
        actions={page.mayEdit ? <Actions organisation={page.organisation} /> : null}
      >
        Master theatre schedule
      </PageHeading>
      {all === 0 ? (
        <EmptyState heading="No recurring session yet">
          <p>
            Add the sessions that recur each week; the sessions of the coming weeks are then made from them.
          </p>
        </EmptyState>
      ) : (
        <>
          <p>
            {counted(all - ended, "recurring session")}
            {ended > 0 ? `, and ${ended} that ended` : ""}. A change counts for sessions that are still to be
            made.
          </p>
          <Filter page={page} />
          <Views view={filter.view} />
          {filter.view === "table" ? (
            <TemplateTable templates={templates} />
          ) : (
            grid.map((site) => <ScheduleGrid key={site.code} site={site} />)
          )}
          {templates.length === 0 ? <EmptyState heading="No recurring session matches" /> : null}
        </>
      )}
    </>
  );
}

function Actions({ organisation }: { organisation: string }) {
  const of = `?organisation=${organisation}`;
  return (
    <>
      <Link to={`/schedule/new${of}`}>Add a recurring session</Link>
      <Link to={`/schedule/generate${of}`}>Make the coming sessions</Link>
      <Link to={`/schedule/session${of}`}>Add a session for one date</Link>
      <Link to={`/leave${of}`}>Leave</Link>
    </>
  );
}

function Filter({ page: { choices, filter, organisation } }: { page: SchedulePage }) {
  return (
    <FilterForm label="Narrow the schedule down" resetTo="/schedule" submitText="Show">
      <input type="hidden" name="organisation" value={organisation} />
      <input type="hidden" name="view" value={filter.view} />
      <FilterSelect name="site" label="Site" choices={choices.sites} value={filter.site} all="All sites" />
      <FilterSelect
        name="specialty"
        label="Specialty"
        choices={choices.specialties}
        value={filter.specialty}
        all="All specialties"
      />
      <FilterSelect
        name="ended"
        label="Ended ones"
        choices={[{ value: "yes", text: "Shown too" }]}
        value={filter.ended ? "yes" : null}
        all="Not shown"
      />
    </FilterForm>
  );
}

function Views({ view }: { view: "grid" | "table" }) {
  const [search] = useSearchParams();
  const href = (name: string) => {
    const at = new URLSearchParams(search);
    at.set("view", name);
    return `/schedule?${at}`;
  };
  return (
    <ul className="app-views">
      {(["grid", "table"] as const).map((name) => (
        <li key={name}>
          <Link to={href(name)} aria-current={name === view ? "page" : undefined}>
            {name === "grid" ? "As a week" : "As a table"}
          </Link>
        </li>
      ))}
    </ul>
  );
}
