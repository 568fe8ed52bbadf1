import { Figure, Figures } from "~/components/figures";
import { OrderRules } from "./order-rules";
import type { RunChart as Chart } from "~/views/run-chart";
import type { WeekSummary as Summary } from "~/views/week-summary";
import { RunChart } from "./run-chart";

/** What a plan amounts to, and how good it is proven to be. */
export function WeekSummary({ summary, closing }: { summary: Summary; closing: Chart | null }) {
  return (
    <section className="app-section" aria-labelledby="summary">
      <h2 className="nhsuk-heading-m" id="summary">
        What this plan does
      </h2>
      <Figures label="Figures of the plan">
        {summary.figures.map(({ value, label, note, tone }) => (
          <Figure key={label} value={value} label={label} note={note} tone={tone ?? undefined} />
        ))}
      </Figures>
      <p className="app-week__bound">
        <strong>{summary.boundSentence}</strong>
      </p>
      {summary.expectedSentence ? <p className="app-measure">{summary.expectedSentence}</p> : null}
      {closing ? (
        <RunChart
          chart={closing}
          words={`How score and bound closed. ${summary.boundSentence}`}
          ended
          small
        />
      ) : null}
      <HowGood summary={summary} />
      <OrderRules />
    </section>
  );
}

function HowGood({ summary: { score, bound } }: { summary: Summary }) {
  return (
    <details className="nhsuk-details app-no-print">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">How this is known, and what the figures mean</span>
      </summary>
      <div className="nhsuk-details__text app-measure">
        <p>
          The plan scores {score} points by this policy. While it searches, Hublist also proves a limit: no
          plan that keeps every rule can score more than {bound}. What lies between the two is all that a
          better plan could still gain, however long anybody searched.
        </p>
        <p>
          <strong>Touch utilisation</strong> is operating time over the length of the sessions, without
          turnarounds. <strong>Overrun</strong> is the probability that a list ends after its session. A{" "}
          <strong>provisional</strong> case waits for fitness to be confirmed: its patient is not told yet.
        </p>
        <p>
          <strong>Urgent</strong> is P1, P2, cancer, or promised a date; <strong>due</strong> means by the
          last session of the week. Those who cannot be planned at all are among the unplaced, with the
          reason.
        </p>
      </div>
    </details>
  );
}
