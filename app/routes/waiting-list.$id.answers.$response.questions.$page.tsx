import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { pageTitle } from "~/components/page-title";
import { QuestionForm } from "~/components/questionnaire/question-form";
import { readForm } from "~/http/form-text";
import { staffForm } from "~/views/patient-says/staff-form.server";
import { sendPage } from "~/views/questionnaire/send-page.server";
import { shownPage } from "~/views/questionnaire/shown-page.server";

export const meta = () => pageTitle("Enter a patient's answers");

export const loader = guarded("questionnaire.manage", async ({ params, request, user, scope }) => {
  const { key, base } = await staffForm(user, scope, params);
  const view = await shownPage(key, params.page!, request);
  if (!view) throw redirect(base);
  return { view, base };
});

export const action = guarded("questionnaire.manage", async ({ params, request, user, scope }) => {
  const { key, base } = await staffForm(user, scope, params);
  const answer = await sendPage(key, params.page!, base, request, await readForm(request));
  if (answer.kind === "goOn") throw redirect(answer.to);
  return data({ view: answer.view }, { status: answer.status });
});

export default function EnterPage() {
  const { view, base } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="app-measure">
      <QuestionForm key={view.page} view={sent?.view ?? view} base={base} />
    </div>
  );
}
