import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Bands } from "~/components/waiting-list/bands";
import { EntryTable } from "~/components/waiting-list/entry-table";
import { Filters } from "~/components/waiting-list/filters";
import { addressOf, isNarrowed, readQuery } from "~/components/waiting-list/query";
import { waitingListPage } from "~/views/waiting-list.server";

export const meta = () => pageTitle("Waiting list");

export const loader = guarded("waitingList.view", ({ request, user, scope }) =>
  waitingListPage(user, scope, readQuery(new URL(request.url).searchParams)),
);

export default function WaitingList() {
  const page = useLoaderData<typeof loader>();
  const { query, rows, total, pageSize } = page;
  return (
    <>
      <PageHeading caption={countWords(total, isNarrowed(query))}>Waiting list</PageHeading>
      <Filters query={query} specialties={page.specialties} sites={page.sites} />
      {page.searchRefused ? <p className="app-measure">{page.searchRefused}</p> : null}
      <Bands query={query} waits={page.waits} />
      {rows.length > 0 ? (
        <>
          <EntryTable query={query} rows={rows} today={page.today} />
          <Pages
            page={query.page}
            pageSize={pageSize}
            total={total}
            noun="entries"
            hrefOf={(number) => addressOf({ ...query, page: number })}
          />
        </>
      ) : (
        <NothingFound narrowed={isNarrowed(query)} beyond={total > 0} gone={query.state === "gone"} />
      )}
    </>
  );
}

function countWords(total: number, narrowed: boolean): string {
  const entries = `${total.toLocaleString("en-GB")} ${total === 1 ? "entry" : "entries"}`;
  return narrowed ? `${entries} found` : entries;
}

function NothingFound({ narrowed, beyond, gone }: { narrowed: boolean; beyond: boolean; gone: boolean }) {
  if (beyond)
    return <EmptyState heading="The list has fewer pages now">Go back to its first page.</EmptyState>;
  if (gone)
    return (
      <EmptyState heading="No entry has gone from the list">
        <p>An entry that a new waiting-list file no longer names is kept here, with the date.</p>
      </EmptyState>
    );
  if (narrowed)
    return (
      <EmptyState heading="No entry matches">
        <p>
          Check the spelling, take a filter away, or look among the entries that have gone from the list. A
          name, an NHS number or a hospital number is found by its beginning.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState heading="The waiting list is empty">
      <p>
        Import a waiting-list file from the patient administration system:{" "}
        <a href="/imports/new">Import a file</a>.
      </p>
    </EmptyState>
  );
}
