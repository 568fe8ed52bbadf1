import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { QuestionForm } from "~/components/questionnaire/question-form";
import { readForm } from "~/http/form-text";
import { patientKey } from "~/services/questionnaire/patient-key";
import { sendPage } from "~/views/questionnaire/send-page.server";
import { shownPage } from "~/views/questionnaire/shown-page.server";

export const handle = { patient: true };
export const meta = ({ data: loaded }: { data?: unknown }) => {
  const title = (loaded as { view?: { title?: string } } | undefined)?.view?.title ?? "Questions";
  return patientTitle(title)();
};

const BASE = "/my";

export const loader = forPatient(async ({ visitor, params, request }) => {
  const view = await shownPage(patientKey(visitor), params.page!, request);
  if (!view) throw redirect(BASE);
  return { view };
});

export const action = forPatient(async ({ visitor, params, request }) => {
  const answer = await sendPage(patientKey(visitor), params.page!, BASE, request, await readForm(request));
  if (answer.kind === "goOn") throw redirect(answer.to);
  return data({ view: answer.view }, { status: answer.status });
});

export default function QuestionsPage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <QuestionForm view={sent?.view ?? loaded.view} base={BASE} />;
}
