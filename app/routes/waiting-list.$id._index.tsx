import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { DateText } from "~/components/date-text";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { CancerTag, PriorityTag } from "~/components/priority-tag";
import { DecisionCard } from "~/components/shared-decision/decision-card";
import { Back } from "~/components/trail";
import { WaitText } from "~/components/wait-text";
import { ClockCard } from "~/components/waiting-list/clock-card";
import { Drift } from "~/components/waiting-list/drift";
import {
  AvailabilityCard,
  PatientCard,
  ProcedureCard,
  UrgencyCard,
} from "~/components/waiting-list/entry-cards";
import { History } from "~/components/waiting-list/history";
import { PatientSaysCard } from "~/components/patient-says/patient-says-card";
import { Places } from "~/components/waiting-list/places";
import { ReadinessCard } from "~/components/waiting-list/readiness-card";
import { procedureInFull } from "~/facts/procedure-words";
import { notFound } from "~/http/refusal";
import { entryPage, type EntryPage } from "~/views/entry.server";

export const meta = () => pageTitle("Waiting-list entry");

const NOT_FOUND =
  "There is no such entry on the waiting lists that you may see. It may be listed at another site.";

export const loader = guarded("waitingList.view", async ({ params, request, user, scope }) => {
  const page = await entryPage(user, scope, params.id!);
  if (!page) throw notFound(NOT_FOUND);
  const search = new URL(request.url).searchParams;
  return { page, decided: search.has("decided"), stage: search.has("stage") };
});

export default function Entry() {
  const { page, decided, stage } = useLoaderData<typeof loader>();
  return (
    <>
      <Back to="/waiting-list">Waiting list</Back>
      {decided ? <Notice success>The decision on readiness was recorded</Notice> : null}
      {stage ? <Notice success>The stage of the shared decision was recorded</Notice> : null}
      <Heading page={page} />
      {page.goneOn ? (
        <Notice>
          Gone from the waiting list on <DateText date={page.goneOn} style="date" />
        </Notice>
      ) : null}
      {page.operated?.returned ? <Notice>{page.operated.words}</Notice> : null}
      <ClockCard page={page} />
      <Drift drift={page.drift} />
      <div className="app-cards">
        {page.goneOn ? null : (
          <Places
            id={page.id}
            places={page.places}
            specialty={page.specialty}
            weeks={page.weeksAsked}
            why={page.why}
          />
        )}
        <ReadinessCard page={page} />
        {page.decision ? <DecisionCard id={page.id} decision={page.decision} /> : null}
        {page.says ? <PatientSaysCard id={page.id} says={page.says} /> : null}
        <AvailabilityCard page={page} />
        <UrgencyCard page={page} />
        <ProcedureCard entry={page.entry} specialty={page.specialty} />
        {page.patient ? <PatientCard patient={page.patient} age={page.age} entry={page.entry} /> : null}
      </div>
      <History history={page.history} looks={page.looks} />
    </>
  );
}

function Heading({ page }: { page: EntryPage }) {
  const { patient, entry, clock } = page;
  return (
    <>
      <PageHeading
        caption={patient ? `Hospital number ${patient.hospitalNumber}` : "Patient not shown to your roles"}
      >
        {patient ? patient.name : entry.pathwayId}
      </PageHeading>
      <p className="app-lead">
        <PriorityTag priority={entry.priority} /> {entry.cancer ? <CancerTag /> : null}{" "}
        {procedureInFull(entry)}, {page.specialty}. Waited <WaitText weeks={clock.weeks} />, {page.age} years
        old.
      </p>
    </>
  );
}
