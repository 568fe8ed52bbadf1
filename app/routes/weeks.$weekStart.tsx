import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import board from "~/components/board/board.css?url";
import reasons from "~/components/board/reasons.css?url";
import week from "~/components/board/week.css?url";
import { WeekView } from "~/components/board/week-view";
import { dateText } from "~/components/date-text";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/http/refusal";
import { organisationShown } from "~/views/week-choice.server";
import { weekOf } from "~/views/sessions-week";
import { weekPage } from "~/views/week.server";

export const links = () => [board, week, reasons].map((href) => ({ rel: "stylesheet", href }));

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageTitle(data && "head" in data ? `Week of ${dateText(data.head.week, "date")}` : "Week");

export const loader = guarded("plan.view", async ({ request, params, user, scope }) => {
  const { pathname, search, searchParams } = new URL(request.url);
  const monday = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, searchParams);
  if (monday === null || organisation === null) throw notFound("There is no such week.");
  if (monday !== params.weekStart) throw redirect(`${pathname.replace(/[^/]+$/, monday)}${search}`);
  return weekPage({ user, scope, organisation, week: monday, search: searchParams, today: today() });
});

export default function Week() {
  const page = useLoaderData<typeof loader>();
  return <WeekView page={page} />;
}
