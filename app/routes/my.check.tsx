import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { AdviceCards } from "~/components/questionnaire/advice";
import { AnswerList } from "~/components/questionnaire/answer-list";
import { SendFaults, SendForm } from "~/components/questionnaire/send-form";
import { formText, readForm } from "~/http/form-text";
import { completeForm } from "~/services/questionnaire/complete.server";
import { patientKey } from "~/services/questionnaire/patient-key";
import { allAdvice } from "~/views/questionnaire/advice.server";
import { checkPage } from "~/views/questionnaire/check.server";

export const handle = { patient: true };
export const meta = patientTitle("Check your answers");

export const loader = forPatient(async ({ visitor }) => {
  const page = await checkPage(patientKey(visitor));
  if (!page || page.completed) throw redirect("/my/page");
  if (page.open) throw redirect(`/my/questions/${page.open}`);
  return {
    ...page,
    isCheckIn: visitor.invitation.purpose === "checkIn",
    advice: await allAdvice(patientKey(visitor)),
  };
});

export const action = forPatient(async ({ visitor, request }) => {
  const agreed = formText(await readForm(request), "declare") === "yes";
  const answer = await completeForm(patientKey(visitor), agreed);
  if (answer.kind === "completed") throw redirect("/my/sent");
  if (answer.kind === "open") throw redirect(`/my/questions/${answer.page}`);
  if (answer.kind === "nothing") throw redirect("/my");
  return data({ view: { faults: ["declare"] } }, { status: 400 });
});

export default function Check() {
  const { sections, hideSensitive, advice, isCheckIn } = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>() !== undefined;
  return (
    <>
      <a className="nhsuk-back-link" href="/my">
        {isCheckIn ? "Back to the start" : "Back to the list of sections"}
      </a>
      <SendFaults missing={missing} />
      <h1 className="nhsuk-heading-l">Check your answers</h1>
      <AdviceCards advice={advice} first="h2" />
      <AnswerList sections={sections} base="/my" hideSensitive={hideSensitive} reader="patient" />
      <SendForm action="/my/check" missing={missing} />
    </>
  );
}
