import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { AnswerList } from "~/components/questionnaire/answer-list";
import { SendFaults, SendForm } from "~/components/questionnaire/send-form";
import { Back } from "~/components/trail";
import { formText, readForm } from "~/http/form-text";
import { completeForm } from "~/services/questionnaire/complete.server";
import { staffForm } from "~/views/patient-says/staff-form.server";
import { checkPage } from "~/views/questionnaire/check.server";

export const meta = () => pageTitle("Check the answers");

export const loader = guarded("questionnaire.manage", async ({ params, user, scope }) => {
  const { key, base } = await staffForm(user, scope, params);
  const page = await checkPage(key);
  if (!page || page.completed) throw redirect(base);
  if (page.open) throw redirect(`${base}/questions/${page.open}`);
  return { ...page, base };
});

export const action = guarded("questionnaire.manage", async ({ params, request, user, scope }) => {
  const { key, base } = await staffForm(user, scope, params);
  const answer = await completeForm(key, formText(await readForm(request), "declare") === "yes");
  if (answer.kind === "notAgreed") return data({ missing: true }, { status: 400 });
  throw redirect(answer.kind === "open" ? `${base}/questions/${answer.page}` : base);
});

export default function StaffCheck() {
  const { sections, base } = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>() !== undefined;
  return (
    <>
      <Back to={base}>List of sections</Back>
      <div className="app-measure">
        <SendFaults missing={missing} />
        <PageHeading>Check the answers with the patient</PageHeading>
        <AnswerList sections={sections} base={base} hideSensitive={false} reader="staff" />
        <SendForm action={`${base}/check`} missing={missing} staff />
      </div>
    </>
  );
}
