import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { AVOID_FIELDS } from "~/components/patient/avoid-dates";
import { AvoidCard } from "~/components/patient-says/avoid-card";
import { Invitations, Responses, Words } from "~/components/patient-says/patient-says-view";
import { ProblemSummary } from "~/components/problem-summary";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { notFound } from "~/http/refusal";
import { actOnAnswers } from "~/services/questionnaire/act-on-answers.server";
import { patientSays } from "~/views/patient-says/patient-says.server";

export const meta = () => pageTitle("Answers of a patient");

const NOT_FOUND = "There is no such entry on the waiting lists whose answers you may see.";

export const loader = guarded("questionnaire.manage", async ({ params, user, scope }) => {
  const page = await patientSays(user, scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  return page;
});

export const action = guarded("questionnaire.manage", async ({ params, request, user, scope }) => {
  const form = await readForm(request);
  const asked = (name: string) => formText(form, name);
  const answer = await actOnAnswers(scope, { kind: "user", id: user.id }, params.id!, asked);
  if (answer.kind === "notFound") throw notFound(NOT_FOUND);
  if (answer.kind === "link") return data({ link: new URL(request.url).origin + answer.path, avoid: null });
  if (answer.kind === "refused") {
    const { field, message } = answer;
    const typed = Object.fromEntries(AVOID_FIELDS.map((name) => [name, asked(name)]));
    return data({ link: null, avoid: { field, message, typed } }, { status: 400 });
  }
  throw redirect(`/waiting-list/${params.id}/answers${answer.kind === "begun" ? `/${answer.response}` : ""}`);
});

export default function Answers() {
  const page = useLoaderData<typeof loader>();
  const { link = null, avoid = null } = useActionData<typeof action>() ?? {};
  return (
    <>
      <ProblemSummary problems={avoid ? [{ field: `${avoid.field}-day`, message: avoid.message }] : []} />
      <Back to={`/waiting-list/${page.entry}`}>Waiting-list entry</Back>
      <PageHeading caption={page.name}>Questions and answers</PageHeading>
      <div className="app-cards">
        <Words page={page} />
        <AvoidCard avoids={page.avoids} listed={page.listed} sent={avoid} />
        <Responses page={page} />
        <Invitations page={page} link={link} />
      </div>
    </>
  );
}
