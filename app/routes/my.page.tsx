import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { MoreWays, Steps, TellUs, TheirDate, Wait } from "~/components/patient/own-page-parts";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { FaultSummary } from "~/components/questionnaire/fault-summary";
import { formText, readForm } from "~/http/form-text";
import { TOLD_CODES, tellUs } from "~/services/patient-page/tell-us.server";
import { ownPage } from "~/views/patient/own-page.server";

export const handle = { patient: true };
export const meta = patientTitle("Your page");

export const loader = forPatient(async ({ visitor, request }) => {
  const page = await ownPage(visitor.invitation);
  if (!page) throw redirect("/q");
  const said = new URL(request.url).searchParams.get("told");
  return {
    page,
    told: said === "changed" ? ("changed" as const) : said !== null ? ("thanks" as const) : null,
  };
});

type Kind = keyof typeof TOLD_CODES;

export const action = forPatient(async ({ visitor, request }) => {
  const form = await readForm(request);
  const text = (name: string) => formText(form, name);
  const kind = (Object.keys(TOLD_CODES) as Kind[]).find((known) => known === text("kind"));
  if (!kind) throw redirect("/my/page");
  const answer = await tellUs(visitor.invitation, {
    kind,
    code: text("code"),
    text: text("text"),
    date: text("date"),
  });
  if (answer.kind === "refused")
    return data({ view: { faults: [{ id: kind, message: answer.message }] } }, { status: 400 });
  throw redirect(`/my/page?told=${answer.kind === "changed" ? "changed" : kind}`);
});

export default function OwnPage() {
  const { page, told } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.view.faults ?? [];
  return (
    <>
      <FaultSummary faults={faults} />
      {told ? <Told changed={told === "changed"} /> : null}
      <h1 className="nhsuk-heading-l">Your page</h1>
      <p className="nhsuk-lede-text">{page.operation}</p>
      {page.gone ? (
        <p>You are not on our waiting list for this operation now. Call us if you think this is wrong.</p>
      ) : (
        <>
          {page.date ? <TheirDate date={page.date} /> : null}
          <Steps page={page} />
          {page.wait ? <Wait wait={page.wait} /> : null}
          <TellUs said={page.said} />
          <MoreWays said={page.said} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Whom to call</h2>
      <WhomToCall call={page.call} />
      <form method="post" action="/my/leave">
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Leave this page on this device
        </button>
      </form>
    </>
  );
}

function Told({ changed }: { changed: boolean }) {
  return (
    <div
      className={`nhsuk-notification-banner${changed ? "" : " nhsuk-notification-banner--success"}`}
      role="alert"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title">{changed ? "Important" : "Success"}</h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">
          {changed
            ? "Your date has changed. Look at it again below."
            : "Thank you. We have what you told us."}
        </p>
      </div>
    </div>
  );
}
