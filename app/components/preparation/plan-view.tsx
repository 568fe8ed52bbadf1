import { Link } from "@remix-run/react";
import { DateText, InstantText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import type { PlanPage } from "~/views/preparation/plan-page.server";
import { PlanItems } from "./plan-items";

/** A patient's plan for staff: who confirmed it, what has changed, what is missing, and each action. */
export function PlanView({ page }: { page: PlanPage }) {
  const { plan, patient, nothingKnown } = page;
  if (nothingKnown && !plan)
    return (
      <EmptyState heading="Nothing to suggest yet">
        <p>A plan is suggested once the patient has answered the questions, or something was measured.</p>
      </EmptyState>
    );
  return (
    <>
      <PlanFacts page={page} />
      <Changed page={page} />
      <Missing page={page} />
      {page.mayConfirm && !nothingKnown ? (
        <p className="app-no-print">
          <Link className="nhsuk-button" role="button" to={`/triage/${patient.id}/plan/review`}>
            {plan ? "Review the plan" : "Review and confirm"}
          </Link>
        </p>
      ) : null}
      <PlanItems page={page} phase="before" />
      <PlanItems page={page} phase="after" />
      <LeftOut page={page} />
      <Versions page={page} />
    </>
  );
}

function PlanFacts({ page: { plan, items } }: { page: PlanPage }) {
  if (!plan)
    return (
      <p className="app-lead">
        Suggested by the rules and the answers. Nobody has confirmed it, and the patient does not see it.
      </p>
    );
  const done = items.filter((item) => item.done !== null).length;
  const overdue = items.filter((item) => item.overdue).length;
  return (
    <dl className="app-triage-standing">
      <dt>Confirmed</dt>
      <dd>
        Version {plan.number} by {plan.by}, <InstantText at={new Date(plan.at)} />
      </dd>
      <dt>Done</dt>
      <dd>
        {done} of {items.length}
        {overdue > 0 ? `, ${overdue} overdue` : ""}
      </dd>
      <dt>Date of surgery</dt>
      <dd>{plan.surgeryOn ? <DateText date={plan.surgeryOn} /> : "None that the patient knows of"}</dd>
      <dt>Earliest ready</dt>
      <dd>
        {plan.earliestReady ? <DateText date={plan.earliestReady} /> : "No action blocks"}
        {plan.earliestReady && plan.surgeryOn && plan.earliestReady > plan.surgeryOn ? (
          <strong>: after the date of surgery</strong>
        ) : null}
      </dd>
    </dl>
  );
}

function Changed({ page: { changes } }: { page: PlanPage }) {
  if (changes.length === 0) return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">The plan no longer fits</h2>
      <p>If it were made now, this would change. Look at it and confirm it again:</p>
      <ul>
        {changes.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

/** What a site has not approved, and what is missing for going home. */
export function Missing({ page: { lacking, goingHome } }: { page: Pick<PlanPage, "lacking" | "goingHome"> }) {
  if (lacking.length === 0 && goingHome.length === 0) return null;
  return (
    <div className="nhsuk-inset-text">
      {lacking.length > 0 ? (
        <>
          <p>
            <strong>No approved text:</strong> the plan tells the patient to ask their pre-op team about
            these. <Link to="/triage/preparation/texts">Approved texts</Link>
          </p>
          <ul>
            {lacking.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
      {goingHome.map((words) => (
        <p key={words}>
          <strong>Going home:</strong> {words}.
        </p>
      ))}
    </div>
  );
}

function LeftOut({ page: { removed } }: { page: PlanPage }) {
  if (removed.length === 0) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">Left out on review</h2>
      <ul>
        {removed.map(({ id, title, reason }) => (
          <li key={id}>
            {title}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ page: { versions } }: { page: PlanPage }) {
  if (versions.length < 2) return null;
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-s">Versions</h2>
      <ul>
        {versions.map(({ number, by, at, reason }) => (
          <li key={number}>
            Version {number}, {by}, <InstantText at={new Date(at)} />
            {reason ? `: ${reason}` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
