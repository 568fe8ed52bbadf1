import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Missing } from "~/components/preparation/plan-view";
import { ReviewForm } from "~/components/preparation/review-form";
import { ProblemSummary, type Problem } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { confirmPlanForm } from "~/services/preparation/plan-to-review.server";
import { store } from "~/store.server";
import { reviewPage } from "~/views/preparation/review-page.server";

export const meta = () => pageTitle("Review a preparation plan");

const NOT_FOUND = "There is no such patient waiting at the sites where you confirm plans, or no answers yet.";

/** Also after an answer that refuses: what came in meanwhile is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("preparation.confirm", async ({ params, user, scope }) => {
  const page = await reviewPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("preparation.confirm", async ({ params, request, user, scope }) => {
  const entry = params.entry ?? "";
  const form = await readForm(request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const ticked = form.getAll("add").filter((one): one is string => typeof one === "string");
  const refused = (status: number, problems: Problem[]) => data({ problems, typed, ticked }, { status });
  const answer = await confirmPlanForm(scope, store(), { kind: "user", id: user.id }, entry, form);
  switch (answer.kind) {
    case "confirmed":
      return redirect(`/triage/${entry}/plan?done=confirmed`);
    case "notFound":
      throw notFound(NOT_FOUND);
    case "problem":
      return refused(400, answer.problems);
    case "changedSince":
      return refused(409, [{ field: "", message: CHANGED[answer.what] }]);
    case "notDecided": {
      const problem = NOT_DECIDED[answer.answer.kind] ?? NOT_DECIDED.changedSince!;
      return refused(answer.answer.kind === "unread" ? 400 : 409, [problem]);
    }
  }
});

const CHANGED = {
  plan: "Somebody confirmed a plan after you opened this one, and theirs stands. Look at it, then decide",
  assessment: "New answers, measures or settings came in after you opened the plan. Look at it again",
  actions: "Actions or approved texts changed after you opened the plan. Look at it again",
  date: "The date of surgery changed after you opened the plan. Look at the due dates again",
};

const NOT_DECIDED: Record<string, Problem> = {
  unread: { field: "read", message: "Read what the patient wrote, and say so" },
  changedSince: {
    field: "optimise",
    message: "Somebody decided on the patient’s fitness meanwhile. Nothing was kept: look at it, then decide",
  },
};

export default function ReviewPlan() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { patient, changes } = page;
  return (
    <div className="app-measure app-plan-review">
      <Back to={`/triage/${patient.id}/plan`}>Preparation plan</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${patient.name}: ${patient.procedure}`}>
        {page.base > 0 ? "Review the plan" : "Review and confirm"}
      </PageHeading>
      {changes.length > 0 ? (
        <div className="nhsuk-inset-text">
          <p>What has changed since the plan was confirmed is in the form below:</p>
          <ul>
            {changes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Missing page={{ lacking: page.lacking, goingHome: page.content.goingHome }} />
      <ReviewForm
        key={`${page.base}-${page.assessment}`}
        page={page}
        typed={answer?.typed ?? {}}
        ticked={answer?.ticked ?? []}
        problems={answer?.problems}
      />
    </div>
  );
}
