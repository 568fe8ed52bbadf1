import { Link } from "@remix-run/react";
import { Tag } from "nhsuk-react-components";
import { DateText } from "~/components/date-text";
import type { PlanInShort } from "~/views/preparation/plan-in-short.server";

/** How the preparation plan stands, on the patient's card. */
export function PlanPart({ id, plan }: { id: string; plan: PlanInShort }) {
  const { state, actions, done, overdue, help, changed, earliestReady } = plan;
  return (
    <section className="app-section" id="plan">
      <h2 className="nhsuk-heading-s">Preparation plan</h2>
      {state === "none" ? <p>Nothing to suggest yet: no answers have come in.</p> : null}
      {state === "suggested" ? (
        <p>
          {actions} actions are suggested, and nobody has confirmed them. <Ready date={earliestReady} />
        </p>
      ) : null}
      {state === "confirmed" ? (
        <p>
          {done} of {actions} actions done. <Ready date={earliestReady} />{" "}
          {overdue > 0 ? <Tag modifier="red">{overdue} overdue</Tag> : null}{" "}
          {help > 0 ? <Tag modifier="yellow">Needs help with {help}</Tag> : null}{" "}
          {changed ? <Tag modifier="orange">No longer fits</Tag> : null}
        </p>
      ) : null}
      {state === "none" ? null : (
        <p>
          <Link to={`/triage/${id}/plan`}>
            {state === "confirmed" ? "Preparation plan" : "Look at the suggested plan"}
          </Link>
        </p>
      )}
    </section>
  );
}

function Ready({ date }: { date: PlanInShort["earliestReady"] }) {
  if (date === null) return <>No action blocks.</>;
  return (
    <>
      Earliest ready on <DateText date={date} style="date" />.
    </>
  );
}
