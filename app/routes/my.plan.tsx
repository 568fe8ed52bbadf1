import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { OwnPlanView } from "~/components/preparation/own-plan";
import { formText, readForm } from "~/http/form-text";
import { patientStep } from "~/services/preparation/patient-step.server";
import { ownPlan } from "~/views/preparation/patient-plan.server";

export const handle = { patient: true };
export const meta = patientTitle("Your plan to get ready");

export const loader = forPatient(async ({ visitor, request }) => {
  const own = await ownPlan(visitor.invitation);
  if (!own) throw redirect("/my/page");
  const search = new URL(request.url).searchParams;
  return { plan: own.plan, large: search.get("size") === "large", said: search.get("said") };
});

export const action = forPatient(async ({ visitor, request }) => {
  const form = await readForm(request);
  const answer = await patientStep(visitor.invitation, (name) => formText(form, name));
  if (answer.said === null) throw redirect("/my/plan");
  throw redirect(`/my/plan?said=${answer.said}#item-${encodeURIComponent(answer.item)}`);
});

const SAID: Record<string, string> = {
  done: "Well done. We have marked it as done.",
  open: "We have marked it as not done.",
  help: "Thank you. Someone will call you about it.",
};

export default function MyPlan() {
  const { plan, large, said } = useLoaderData<typeof loader>();
  return (
    <div className={large ? "app-plan-large" : undefined}>
      <a className="nhsuk-back-link app-no-print" href="/my/page">
        Back to your page
      </a>
      {said && SAID[said] ? (
        <div
          className="nhsuk-notification-banner nhsuk-notification-banner--success app-no-print"
          role="alert"
        >
          <div className="nhsuk-notification-banner__header">
            <h2 className="nhsuk-notification-banner__title">Success</h2>
          </div>
          <div className="nhsuk-notification-banner__content">
            <p className="nhsuk-notification-banner__heading">{SAID[said]}</p>
          </div>
        </div>
      ) : null}
      <h1 className="nhsuk-heading-l">Your plan to get ready</h1>
      <OwnPlanView plan={plan} />
      <h2 className="nhsuk-heading-m">If you need help, or your health changes</h2>
      <WhomToCall call={plan.call} />
      <p>Call 111 if you need medical help now. Call 999 if it is an emergency.</p>
      <p className="app-no-print">
        You can print this page.{" "}
        {large ? (
          <a href="/my/plan">Show it in normal print</a>
        ) : (
          <a href="/my/plan?size=large">Show it in large print</a>
        )}
      </p>
    </div>
  );
}
