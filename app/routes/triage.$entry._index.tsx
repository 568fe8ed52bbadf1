import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { CheckInsPart } from "~/components/check-in/check-ins-part";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PlanPart } from "~/components/preparation/plan-card";
import { PriorityTag } from "~/components/priority-tag";
import { DecisionCard } from "~/components/shared-decision/decision-card";
import { Back } from "~/components/trail";
import { AnswersPart } from "~/components/triage/card-answers";
import { CardContents } from "~/components/triage/card-contents";
import { HistoryPart, ListOrderPart, MeasuresPart, TasksPart } from "~/components/triage/card-parts";
import { ForAPerson, Hubs, Standing, UrgentLines } from "~/components/triage/card-result";
import { OtherRules, WhyLines } from "~/components/triage/card-why";
import { ConfirmLowRisk, DecideHere } from "~/components/triage/decide-form";
import { notFound } from "~/http/refusal";
import { cardPage } from "~/views/triage/card.server";

export const meta = () => pageTitle("Triage card");

const NOT_FOUND = "There is no such patient waiting at the sites whose triage you see.";

export const loader = guarded("triage.view", async ({ params, request, user, scope }) => {
  const page = await cardPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return { page, measured: new URL(request.url).searchParams.has("measured") };
});

export default function TriageCard() {
  const { page, measured } = useLoaderData<typeof loader>();
  const { deciding, result, toRead } = page;
  const clear = deciding && page.state === "low" && toRead.length === 0 && deciding.against.length === 0;
  return (
    <>
      <Back to="/triage">Triage</Back>
      {measured ? <Notice success>The measures were recorded, and the rules looked at again</Notice> : null}
      <PageHeading
        caption={
          page.hospitalNumber ? `Hospital number ${page.hospitalNumber}` : "Patient not shown to your roles"
        }
        actions={<Link to={`/waiting-list/${page.id}`}>Waiting-list entry</Link>}
      >
        {page.name}
      </PageHeading>
      <p className="app-lead">
        <PriorityTag priority={page.priority} /> {page.procedure}, {page.age} years old
      </p>
      <UrgentLines urgent={page.urgent} />
      <CardContents page={page} />
      <div id="decide" className="app-section">
        <Standing page={page} />
        <WhyLines page={page} />
        <ForAPerson page={page} />
        {deciding && clear ? <ConfirmLowRisk page={page} deciding={deciding} /> : null}
        {deciding && !clear ? <DecideHere page={page} deciding={deciding} /> : null}
      </div>
      <TasksPart page={page} />
      <AnswersPart page={page} open={Boolean(clear)} />
      <MeasuresPart page={page} />
      <PlanPart id={page.id} plan={page.plan} />
      {result ? <OtherRules page={page} /> : null}
      <Hubs hubs={page.hubs} />
      <ListOrderPart page={page} />
      <div id="shared">
        <DecisionCard id={page.id} decision={page.shared} />
      </div>
      <CheckInsPart checkIns={page.checkIns} />
      <HistoryPart page={page} />
    </>
  );
}
