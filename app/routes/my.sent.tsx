import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { StillToWait } from "~/components/check-in/still-to-wait";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { AdviceCards, WhenToCall } from "~/components/questionnaire/advice";
import { allAdvice } from "~/views/questionnaire/advice.server";
import { patientKey } from "~/services/questionnaire/patient-key";
import { stillToWait } from "~/views/check-in/check-in-start.server";
import { whomToCall } from "~/views/patient/whom-to-call.server";

export const handle = { patient: true };
export const meta = patientTitle("Answers sent");

export const loader = forPatient(async ({ visitor }) => {
  if (visitor.invitation.completedAt === null) throw redirect("/my");
  const isCheckIn = visitor.invitation.purpose === "checkIn";
  const key = patientKey(visitor);
  return {
    advice: await allAdvice(key),
    call: await whomToCall(visitor.invitation),
    isCheckIn,
    wait: isCheckIn ? await stillToWait(key) : null,
  };
});

export default function Sent() {
  const { advice, call, isCheckIn, wait } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="nhsuk-panel">
        <h1 className="nhsuk-panel__heading">Answers sent</h1>
        <div className="nhsuk-panel__body">Thank you. We have your answers.</div>
      </div>
      <AdviceCards advice={advice} first="h2" />
      {advice.length > 0 ? <p>Do not wait for us to call you about this.</p> : null}
      <h2 className="nhsuk-heading-m">What happens next</h2>
      {isCheckIn ? (
        <p>
          You stay on the waiting list. We call you if something in your answers needs a call. We ask you
          again in about 3 months.
        </p>
      ) : (
        <p>A nurse reads your answers. They may call you to ask more, or ask you to come in for a check.</p>
      )}
      <p>We offer you a date when you are ready and a place is free.</p>
      {wait ? <StillToWait wait={wait} /> : null}
      <h2 className="nhsuk-heading-m">If your health changes</h2>
      <WhenToCall />
      <WhomToCall call={call} />
      <p>
        <a href="/my/page">Go to your page</a>
      </p>
    </>
  );
}
