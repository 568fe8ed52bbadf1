import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { whatIfPath } from "~/components/board/week-path";
import { dateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { WhatIfForm } from "~/components/what-if/what-if-form";
import whatIfStyles from "~/components/what-if/what-if.css?url";
import { formText, readForm } from "~/http/form-text";
import { badRequest, notFound } from "~/http/refusal";
import { USUAL_WISHES } from "~/services/solve-week-form.server";
import { makeWhatIf } from "~/services/what-if/plan-what-if.server";
import { readWhatIf } from "~/services/what-if/what-if-form.server";
import { store } from "~/store.server";
import { solveRefusal } from "~/views/solve-refusal";
import { weekOf } from "~/views/sessions-week";
import { organisationShown } from "~/views/week-choice.server";
import { whatIfForm } from "~/views/what-if-form.server";

export const links = () => [{ rel: "stylesheet", href: whatIfStyles }];
export const meta = () => pageTitle("New what-if");

const NO_WEEK = "There is no such week, or it has no session at your sites.";

export const loader = guarded("plan.solve", async ({ request, params, scope }) => {
  const { searchParams } = new URL(request.url);
  const week = weekOf(params.weekStart ?? null);
  const organisation = organisationShown(scope, searchParams);
  if (week === null || week !== params.weekStart || organisation === null) throw notFound(NO_WEEK);
  const form = await whatIfForm(scope, { organisation, week, from: searchParams.get("from") });
  if (form === null) throw notFound(NO_WEEK);
  return form.page;
});

const ID = /^[0-9a-f-]{36}$/;

export const action = guarded("plan.solve", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const week = weekOf(params.weekStart ?? null);
  const organisation = scope.organisations.find((code) => code === form.get("organisation"));
  if (week === null || week !== params.weekStart || organisation === undefined) throw notFound(NO_WEEK);
  const id = formText(form, "id");
  if (!ID.test(id)) throw badRequest("The form does not say which what-if it makes.");
  const offered = await whatIfForm(scope, { organisation, week, from: formText(form, "from") || null });
  if (offered === null) throw notFound(NO_WEEK);
  const read = readWhatIf(form, offered.choices, offered.also);
  if (read.kind === "refused")
    return data({ problems: read.problems, typed: typedIn(form) }, { status: 400 });
  const { name, changes } = read;
  const asked = { id, organisation, week, name, changes, planDate: today(), wishes: USUAL_WISHES };
  const outcome = await makeWhatIf(scope, store(), { kind: "user", id: user.id }, asked);
  if (outcome.kind === "noSessions" || outcome.kind === "otherSites") throw solveRefusal(outcome);
  return redirect(`/scenarios/${outcome.scenario}`);
});

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

export default function NewWhatIf() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Back to={whatIfPath(page)}>{`What-ifs of the week of ${dateText(page.week, "date")}`}</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`Week of ${dateText(page.week, "date")}`}>New what-if</PageHeading>
      <p className="app-measure">
        Fill in what is to be otherwise; what you leave empty stays as it is. The week is planned with it in
        the same queue and by the same planner as the live week, which does not change.
      </p>
      {page.from ? (
        <>
          <p>It starts from “{page.from.name}”, with all that this one changes:</p>
          <ul className="app-what-if__changes">
            {page.from.changes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
      <WhatIfForm page={page} problems={answer?.problems} typed={answer?.typed} />
    </>
  );
}
