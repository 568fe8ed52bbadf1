import { useLoaderData } from "@remix-run/react";
import { guarded, requireAlso } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { dateText } from "~/components/date-text";
import { ListSheet } from "~/components/lists/list-sheet";
import print from "~/components/lists/print.css?url";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Back } from "~/components/trail";
import { notFound } from "~/http/refusal";
import { both } from "~/auth/both";
import { listSheet } from "~/views/list-sheet.server";

export const links = () => [{ rel: "stylesheet", href: print }];

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(
    data && "list" in data
      ? `Print: ${data.list.theatre}, ${dateText(data.list.date, "date")}`
      : "Print a list",
  );

export const loader = guarded("patient.view", async ({ request, params, user, scope }) => {
  const lists = await requireAlso(user, "list.view");
  const version = new URL(request.url).searchParams.get("version");
  const asked = { session: params.id ?? "", version, today: today() };
  const page = await listSheet(user, both(scope, lists), asked);
  if (page === null) throw notFound("There is no such list, or no such version of it, on your sites.");
  return page;
});

export default function Print() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-no-print">
        <Back to={`/sessions/${page.session}/list`}>The list</Back>
        <PageHeading>Print this list</PageHeading>
        <p>A4 landscape. The browser’s own print command prints what stands below and nothing else.</p>
      </div>
      <div className="app-table-scroll" role="region" aria-label="The list as it is printed" tabIndex={0}>
        <ListSheet page={page} />
      </div>
    </>
  );
}
