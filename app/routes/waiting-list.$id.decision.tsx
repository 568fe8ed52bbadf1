import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { today } from "~/clock.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ProblemSummary } from "~/components/problem-summary";
import { gapWords } from "~/components/shared-decision/decision-words";
import { StageForm } from "~/components/shared-decision/stage-form";
import { StageHistory } from "~/components/shared-decision/stage-history";
import { Back } from "~/components/trail";
import { readForm } from "~/http/form-text";
import { postedFields } from "~/http/posted-fields";
import { notFound } from "~/http/refusal";
import { recordStage } from "~/services/shared-decision/record-stage.server";
import { readStageForm } from "~/services/shared-decision/stage-form.server";
import { store } from "~/store.server";
import { recordStagePage } from "~/views/shared-decision/shared-decision.server";

export const meta = () => pageTitle("Shared decision");

const NOT_FOUND = "There is no such patient waiting at the sites where you may record a shared decision.";
const CHANGED =
  "Somebody recorded a stage after you opened the form. Look at it below; send yours if it is still to be recorded";

/** Also after an answer that refuses: what somebody else recorded is shown beside it. */
export const shouldRevalidate = () => true;

export const loader = guarded("decision.record", async ({ params, user, scope }) => {
  const page = await recordStagePage(user, scope, params.id ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("decision.record", async ({ request, params, user, scope }) => {
  const form = await readForm(request);
  const typed = postedFields(form);
  const { given, problems } = readStageForm(form, today());
  if (!given) return data({ problems, typed }, { status: 400 });
  const actor = { kind: "user", id: user.id } as const;
  const answer = await recordStage(scope, store(), actor, params.id ?? "", given);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "changedSince")
    return data({ problems: [{ field: "", message: CHANGED }], typed }, { status: 409 });
  return redirect(`/waiting-list/${params.id}?stage`);
});

export default function SharedDecision() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { gaps, complete, bookedBefore, reflectionDays } = page;
  return (
    <div className="app-measure">
      <Back to={`/waiting-list/${page.id}`}>{page.name}</Back>
      <ProblemSummary problems={answer?.problems} />
      <PageHeading caption={`${page.name}: ${page.procedure}`}>Shared decision</PageHeading>
      <p>
        {bookedBefore ? <strong>Booked before stage two. </strong> : null}
        {complete ? "Both stages are complete." : `${gaps.map(gapWords).join(". ")}.`} It is not consent to
        surgery.{" "}
        {reflectionDays > 0
          ? `This site asks for ${reflectionDays} days to think between the stages.`
          : "This site has set no number of days between the stages."}
      </p>
      <h2 className="nhsuk-heading-s">Recorded so far</h2>
      <StageHistory stages={page.stages} />
      <h2 className="nhsuk-heading-s">Record a stage</h2>
      <StageForm page={page} typed={answer?.typed ?? {}} problems={answer?.problems} />
    </div>
  );
}
