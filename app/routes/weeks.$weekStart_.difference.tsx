import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import weekStyles from "~/components/board/week.css?url";
import { pageTitle } from "~/components/page-title";
import { DifferenceView } from "~/components/what-if/difference-view";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { notFound } from "~/http/refusal";
import { differencePage } from "~/views/difference.server";
import { weekOf } from "~/views/sessions-week";
import { organisationShown } from "~/views/week-choice.server";

export const links = () => [weekStyles, whatIfStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("Two plans compared");

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const { searchParams } = new URL(request.url);
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, searchParams);
  if (week === null || week !== params.weekStart || organisation === null)
    throw notFound("There is no such week.");
  const [left, right] = [searchParams.get("left"), searchParams.get("right")];
  const page = await differencePage(user, scope, { organisation, week, left, right });
  if (page === null)
    throw notFound("One of the two plans is not there, or was not planned to its end. Choose another.");
  return page;
});

export default function Difference() {
  return <DifferenceView page={useLoaderData<typeof loader>()} />;
}
