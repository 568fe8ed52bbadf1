import { useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { whomToCall } from "~/views/patient/whom-to-call.server";

export const handle = { patient: true };
export const meta = patientTitle("Answers sent");

export const loader = forPatient(async ({ visitor }) => ({ call: await whomToCall(visitor.invitation) }));

export default function Sent() {
  const { call } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="nhsuk-panel">
        <h1 className="nhsuk-panel__heading">Answers sent</h1>
        <div className="nhsuk-panel__body">Thank you. We have your answers.</div>
      </div>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>A nurse reads your answers. They may call you to ask more, or ask you to come in for a check.</p>
      <p>We offer you a date when you are ready and a place is free.</p>
      <h2 className="nhsuk-heading-m">If your health changes</h2>
      <WhomToCall call={call} />
      <p>Call 111 if you need medical help now. Call 999 if it is an emergency.</p>
      <p>
        <a href="/my/page">Go to your page</a>
      </p>
    </>
  );
}
