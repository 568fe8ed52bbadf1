import { redirect } from "@remix-run/node";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { notFound } from "~/http/refusal";
import { organisationQuery, organisationShown, weekToPlan } from "~/views/week-choice.server";

/** Leads to the week that is to be planned next. */
export const loader = guarded("plan.view", async ({ request, scope }) => {
  const organisation = organisationShown(scope, new URL(request.url).searchParams);
  if (organisation === null) throw notFound("There is no organisation whose weeks you may see.");
  const week = await weekToPlan(scope, organisation, today());
  return redirect(`/weeks/${week}${organisationQuery(scope, organisation)}`);
});
