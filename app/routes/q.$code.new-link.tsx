import { data, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { forAnybody } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { askNewLink } from "~/services/invitation/ask-new-link.server";

export const handle = { patient: true };
export const meta = patientTitle("A new link");

export const loader = forAnybody(({ params }) => redirect(`/q/${params.code}`));

export const action = forAnybody(async ({ params }) => {
  const { kind } = await askNewLink(params.code!);
  return data({ kind }, { status: kind === "unknown" ? 404 : 200 });
});

export default function NewLink() {
  const answer = useActionData<typeof action>();
  if (answer?.kind !== "asked")
    return (
      <>
        <h1 className="nhsuk-heading-l">Call the hospital</h1>
        <p>We cannot send a new link for this one. The number is on your letter from the hospital.</p>
      </>
    );
  return (
    <>
      <h1 className="nhsuk-heading-l">A new link is on its way</h1>
      <p>We send it to the phone number, email or address that the hospital has for you.</p>
      <p>We send at most 3 links a day. If nothing comes, call the hospital.</p>
    </>
  );
}
