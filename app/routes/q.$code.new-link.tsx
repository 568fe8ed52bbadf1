import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { forAnybody } from "~/auth/guard.server";
import { patientTitle } from "~/components/patient/patient-title";
import { askNewLink } from "~/services/invitation/ask-new-link.server";

export const handle = { patient: true };
export const meta = patientTitle("A new link");

/** What came of asking, after the form: a page of its own, since loading follows every form. */
export const loader = forAnybody(({ params, request }) => {
  const asked = new URL(request.url).searchParams.get("asked");
  if (asked === null) throw redirect(`/q/${params.code}`);
  return { asked };
});

export const action = forAnybody(async ({ params }) => {
  const { kind } = await askNewLink(params.code!);
  return redirect(`/q/${params.code}/new-link?asked=${kind === "asked" ? "yes" : "no"}`);
});

export default function NewLink() {
  const { asked } = useLoaderData<typeof loader>();
  if (asked !== "yes")
    return (
      <>
        <h1 className="nhsuk-heading-l">Call the hospital</h1>
        <p>We cannot send a new link for this one. The number is on your letter from the hospital.</p>
      </>
    );
  return (
    <>
      <h1 className="nhsuk-heading-l">You have asked for a new link</h1>
      <p>We send it to the phone number, email or address that the hospital has for you.</p>
      <p>
        A text or email comes within an hour, a letter within a few days. We send at most 3 links a day. If
        nothing comes, call the hospital.
      </p>
    </>
  );
}
