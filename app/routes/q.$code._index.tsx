import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { forAnybody } from "~/auth/guard.server";
import { givePatientToken } from "~/auth/patient-cookie.server";
import { patientVisitorOf } from "~/auth/patient-visitor.server";
import { IdentityForm } from "~/components/patient/identity-form";
import { closedHeading, LinkClosed, type ClosedLink } from "~/components/patient/link-closed";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { readForm } from "~/http/form-text";
import { readIdentity } from "~/services/invitation/identity-form.server";
import { linkPage } from "~/views/patient/link.server";

export const handle = { patient: true };
export const meta = ({ data: loaded }: { data?: unknown }) => {
  const closed = (loaded as { closed?: ClosedLink | null } | undefined)?.closed;
  return patientTitle(closed ? closedHeading(closed) : "Check who you are")();
};

export const loader = forAnybody(async ({ params, request, context }) => {
  const page = await linkPage(params.code!);
  const visitor = page.closed ? null : await patientVisitorOf(request, context);
  if (visitor && visitor.invitation.id === page.invitation) throw redirect("/my");
  return data(page, { status: page.closed === "unknown" ? 404 : 200 });
});

export const action = forAnybody(async ({ params, request, context }) => {
  const answer = await readIdentity(await readForm(request), {
    secret: params.code!,
    address: context.address,
  });
  if (answer.kind === "faults") return data(answer.sent, { status: 400 });
  return redirect("/my", { headers: { "Set-Cookie": await givePatientToken(answer.token, context.https) } });
});

export default function Link() {
  const { closed, call } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { code } = useParams();
  if (closed)
    return (
      <LinkClosed why={closed} newLink={closed === "unknown" ? null : `/q/${code}/new-link`} call={call} />
    );
  const typed = sent?.typed ?? { who: "", day: "", month: "", year: "" };
  return (
    <>
      <IdentityForm action={`/q/${code}?index`} typed={typed} faults={sent?.faults ?? []} />
      <h2 className="nhsuk-heading-s">If you cannot do this online</h2>
      {call ? <WhomToCall call={call} /> : null}
      <p>You can answer the same questions on the phone, on paper or with an interpreter.</p>
    </>
  );
}
