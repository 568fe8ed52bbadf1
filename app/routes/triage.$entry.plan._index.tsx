import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { PlanView } from "~/components/preparation/plan-view";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { staffStep } from "~/services/preparation/staff-step.server";
import { store } from "~/store.server";
import { planPage } from "~/views/preparation/plan-page.server";

export const meta = () => pageTitle("Preparation plan");

const NOT_FOUND = "There is no such patient waiting at the sites whose triage you see.";

export const loader = guarded("triage.view", async ({ params, request, user, scope }) => {
  const page = await planPage(user, scope, params.entry ?? "");
  if (!page) throw notFound(NOT_FOUND);
  return { page, done: new URL(request.url).searchParams.get("done") };
});

export const action = guarded("preparation.follow", async ({ params, request, user, scope }) => {
  const form = await readForm(request);
  const entry = params.entry ?? "";
  const actor = { kind: "user", id: user.id } as const;
  const answer = await staffStep(scope, store(), actor, entry, (name) => formText(form, name));
  if (answer.kind === "notFound")
    throw notFound("There is no such action in the plan of a patient of yours.");
  return redirect(`/triage/${entry}/plan?done=${answer.kind}`);
});

const DONE: Record<string, string> = {
  confirmed: "The plan was confirmed. It is on the patient’s page",
  taken: "Recorded",
  asItWas: "Nothing changed: it was recorded before",
};

export default function Plan() {
  const { page, done } = useLoaderData<typeof loader>();
  const { patient, plan } = page;
  return (
    <>
      <Back to={`/triage/${patient.id}`}>{patient.name}</Back>
      {done && DONE[done] ? <Notice success>{DONE[done]}</Notice> : null}
      <PageHeading
        caption={`${patient.name}: ${patient.procedure}`}
        actions={
          plan ? (
            <>
              <Link to={`/triage/${patient.id}/plan/print`}>Print for the patient</Link>{" "}
              <Link to={`/triage/${patient.id}/plan/print?size=large`}>Large print</Link>
            </>
          ) : null
        }
      >
        Preparation plan
      </PageHeading>
      <PlanView page={page} />
    </>
  );
}
