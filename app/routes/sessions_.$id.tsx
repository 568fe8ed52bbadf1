import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { dateText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import six from "~/components/six-four-two/six-four-two.css?url";
import { SessionActions } from "~/components/six-four-two/session-actions";
import { SessionCases, SessionEvents } from "~/components/six-four-two/session-list";
import { SessionFactList, SessionWarnings, StateLine } from "~/components/six-four-two/session-view";
import { Trail } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { takeStep } from "~/services/session-life/session-step.server";
import { sessionPage } from "~/views/session-page.server";

export const links = () => [{ rel: "stylesheet", href: six }];
export const meta = () => pageTitle("Session");

const NOT_FOUND = "There is no such session at the sites where you may see sessions.";

export const loader = guarded("session.view", async ({ params, user, scope }) => {
  const page = await sessionPage(user, scope, params.id!, today());
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("session.edit", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const answer = await takeStep(user, scope, params.id!, form);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "done") return redirect(backOf(formText(form, "back"), params.id!));
  const typed = {
    ...{ step: formText(form, "step"), reason: formText(form, "reason") },
    ...{ surgeons: formText(form, "surgeons"), treatmentFunctions: formText(form, "treatmentFunctions") },
  };
  if (answer.kind === "refused") return data({ problems: answer.problems, typed }, { status: 400 });
  const message = `${answer.by} changed this session after you opened the page, and that change stands. Look at it below; send yours again if it is still right`;
  return data({ problems: [{ field: "", message }], typed }, { status: 409 });
});

/** The board that a form was sent from, or the session itself. */
function backOf(back: string, id: string): string {
  return /^\/six-four-two(\?|#|$)/.test(back) ? back : `/sessions/${id}`;
}

export default function Session() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { standing, week } = page;
  return (
    <>
      <Trail
        steps={[{ to: `/sessions?week=${week}`, text: `Sessions of the week of ${dateText(week, "date")}` }]}
      />
      <ProblemSummary problems={answer?.problems} />
      <PageHeading
        caption={`Session ${standing.sessionId}`}
        actions={
          <>
            {page.mayList ? (
              <>
                <Link to={`/sessions/${standing.id}/list`}>List, sign-off and versions</Link>
                <Link to={`/sessions/${standing.id}/day`}>Running list</Link>
              </>
            ) : null}
            {page.mayFill ? <Link to={`/sessions/${standing.id}/gap`}>Who fits the gap</Link> : null}
            <Link to={`/six-four-two?week=${week}`}>6-4-2 of this week</Link>
            {page.mayPlan ? <Link to={`/weeks/${week}`}>Plan of this week</Link> : null}
          </>
        }
      >
        {standing.theatre}, {dateText(standing.date)}, {standing.start} to {standing.end}
      </PageHeading>
      <SessionWarnings page={page} />
      <StateLine page={page} />
      <div className="app-session">
        <div>
          <h2 className="nhsuk-heading-m">List</h2>
          <SessionCases page={page} />
          {page.mayFill ? (
            <p className="app-no-print">
              <Link to={`/sessions/${standing.id}/gap`}>Who could fill a gap of this list</Link>
            </p>
          ) : null}
          <h2 className="nhsuk-heading-m">What happened</h2>
          <SessionEvents page={page} />
        </div>
        <div>
          {page.mayEdit ? (
            <>
              <h2 className="nhsuk-heading-m">Change</h2>
              <SessionActions page={page} typed={answer?.typed} problems={answer?.problems} />
            </>
          ) : null}
          <h2 className="nhsuk-heading-m">Facts</h2>
          <SessionFactList page={page} />
        </div>
      </div>
    </>
  );
}
