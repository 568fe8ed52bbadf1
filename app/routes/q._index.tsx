import { forAnybody } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";

export const handle = { patient: true };
export const meta = patientTitle("Use the link we sent you");

export const loader = forAnybody(() => null);

export default function UseYourLink() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Use the link we sent you</h1>
      <p>
        Open the link in your message or letter again. We check who you are each time, to keep your answers
        safe.
      </p>
      <p>What you have answered so far is saved.</p>
      <p>If you cannot find it, call the number on your letter from the hospital.</p>
    </>
  );
}
