import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PriorityTag } from "~/components/priority-tag";
import { Back } from "~/components/trail";
import {
  AnswersPart,
  HistoryPart,
  ListOrderPart,
  MeasuresPart,
  TasksPart,
} from "~/components/triage/card-parts";
import { ForAPerson, Hubs, RulesThatHold, Standing, UrgentLines } from "~/components/triage/card-result";
import { ConfirmLowRisk } from "~/components/triage/decide-form";
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
      <Standing page={page} />
      {clear ? <ConfirmLowRisk page={page} deciding={deciding} /> : null}
      {deciding && !clear ? (
        <p>
          <Link to={`/triage/${page.id}/decide`}>Decide</Link>
        </p>
      ) : null}
      <TasksPart page={page} />
      <ForAPerson page={page} />
      {result ? <RulesThatHold page={page} /> : null}
      <Hubs hubs={page.hubs} />
      <ListOrderPart page={page} />
      <MeasuresPart page={page} />
      <AnswersPart page={page} />
      <HistoryPart page={page} />
    </>
  );
}
