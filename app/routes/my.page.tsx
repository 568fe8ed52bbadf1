import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forPatient } from "~/auth/guard.server";
import { StillToWait } from "~/components/check-in/still-to-wait";
import { AVOID_FIELDS, AvoidDates } from "~/components/patient/avoid-dates";
import { DateClash } from "~/components/patient/date-clash";
import { MoreWays, Steps, TellUs, TheirDate } from "~/components/patient/own-page-parts";
import { patientTitle } from "~/components/patient/patient-title";
import { WhomToCall } from "~/components/patient/whom-to-call";
import { FaultSummary } from "~/components/questionnaire/fault-summary";
import { formText, readForm } from "~/http/form-text";
import { avoidDates, avoidNoLonger } from "~/services/patient-page/avoid-dates.server";
import { TOLD_CODES, tellUs } from "~/services/patient-page/tell-us.server";
import { ownPage } from "~/views/patient/own-page.server";

export const handle = { patient: true };
export const meta = patientTitle("Your page");

export const loader = forPatient(async ({ visitor, request }) => {
  const page = await ownPage(visitor.invitation);
  if (!page) throw redirect("/q");
  const said = new URL(request.url).searchParams.get("told");
  const { purpose, completedAt } = visitor.invitation;
  return {
    page,
    checkIn: purpose === "checkIn" && completedAt === null,
    told: said === "changed" ? ("changed" as const) : said !== null ? ("thanks" as const) : null,
  };
});

type Kind = keyof typeof TOLD_CODES;

export const action = forPatient(async ({ visitor, request }) => {
  const form = await readForm(request);
  const text = (name: string) => formText(form, name);
  if (text("kind") === "datesToAvoid") {
    const taken = text("no-longer");
    const answer = taken
      ? await avoidNoLonger(visitor.invitation, visitor.device.who, taken)
      : await avoidDates(visitor.invitation, visitor.device.who, text);
    if (answer.kind === "told") throw redirect("/my/page?told=datesToAvoid");
    const typed = Object.fromEntries(AVOID_FIELDS.map((name) => [name, text(name)]));
    const faults = [{ id: `${answer.field}-day`, message: answer.message }];
    return data({ view: { faults, typed, sent: null } }, { status: 400 });
  }
  const kind = (Object.keys(TOLD_CODES) as Kind[]).find((known) => known === text("kind"));
  if (!kind) throw redirect("/my/page");
  const told = { code: text("code"), text: text("text").replace(/\r\n?/g, "\n"), date: text("date") };
  const answer = await tellUs(visitor.invitation, visitor.device.who, { kind, ...told });
  if (answer.kind === "refused") {
    const { field, message } = answer;
    const faults = [{ id: `${kind}-${field === "text" ? "text" : TOLD_CODES[kind][0]}`, message }];
    return data({ view: { faults, typed: {}, sent: { kind, ...told, field, message } } }, { status: 400 });
  }
  throw redirect(`/my/page?told=${answer.kind === "changed" ? "changed" : kind}`);
});

export default function OwnPage() {
  const { page, told, checkIn } = useLoaderData<typeof loader>();
  const { faults = [], typed = {}, sent = null } = useActionData<typeof action>()?.view ?? {};
  return (
    <>
      <FaultSummary faults={faults} />
      {told ? <Told changed={told === "changed"} /> : null}
      <h1 className="nhsuk-heading-l">Your page</h1>
      <p className="nhsuk-lede-text">{page.operation}</p>
      {checkIn && !page.gone ? (
        <p>
          <a href="/my">Tell us how you are while you wait</a>
        </p>
      ) : null}
      {page.gone ? (
        <p>You are not on our waiting list for this operation now. Call us if you think this is wrong.</p>
      ) : (
        <>
          <DateClash page={page} />
          {page.date ? <TheirDate date={page.date} sent={sent} /> : null}
          <Steps page={page} />
          {page.date || page.bookedOn ? null : <StillToWait wait={page.wait} />}
          <TellUs said={page.said} sent={sent} />
          <AvoidDates avoids={page.avoids} typed={typed} fault={faults[0]} />
          <MoreWays said={page.said} sent={sent} />
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
          {changed ? "Your date has changed. Look at it again." : "Thank you. We have what you told us."}
        </p>
      </div>
    </div>
  );
}
