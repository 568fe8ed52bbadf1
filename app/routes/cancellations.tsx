import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/auth/guard.server";
import { DateText } from "~/components/date-text";
import { Figure, Figures } from "~/components/figures";
import { OwedTable, ReasonsTable, TriageTable } from "~/components/operating-day/cancellation-tables";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { CANCELLATION_SOURCE } from "~/facts/cancellation-reasons";
import { cancellationsPage } from "~/views/operating-day/cancellations.server";

export const meta = () => pageTitle("Cancellations");

export const loader = guarded("waitingList.view", ({ user, scope }) => cancellationsPage(user, scope));

export default function Cancellations() {
  const page = useLoaderData<typeof loader>();
  const { totals, owed, triage, reasons, from } = page;
  return (
    <>
      <PageHeading caption="After a cancellation" actions={<a href="/today">Theatres today</a>}>
        Cancellations
      </PageHeading>
      <Figures label="Cancellations in figures">
        <Figure
          value={totals.owed}
          label="owed a date and without one in time"
          tone={totals.owed > 0 ? "attention" : undefined}
        />
        <Figure
          value={totals.late}
          label="past their date"
          tone={totals.late > 0 ? "attention" : undefined}
        />
        <Figure value={triage.length} label="to be assessed again" />
        <Figure value={totals.all} label="cancelled in 12 weeks" note={`${totals.lastMinute} last-minute`} />
        <Figure value={totals.clinical} label="for clinical reasons" />
        <Figure value={totals.avoidable} label="for reasons that can usually be avoided" />
      </Figures>
      <section className="app-section">
        <h2 className="nhsuk-heading-m">Owed a new date</h2>
        <OwedTable owed={owed} />
      </section>
      <section className="app-section">
        <h2 className="nhsuk-heading-m">To be assessed again</h2>
        <TriageTable triage={triage} mayDecide={page.mayDecide} />
      </section>
      <section className="app-section">
        <h2 className="nhsuk-heading-m">
          Why cases were cancelled since <DateText date={from} style="date" />
        </h2>
        <ReasonsTable reasons={reasons} />
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Where the reasons come from</span>
          </summary>
          <div className="nhsuk-details__text">
            <p>{CANCELLATION_SOURCE.source}.</p>
            <p>{CANCELLATION_SOURCE.confidence}.</p>
          </div>
        </details>
      </section>
    </>
  );
}
