import type { ReactNode } from "react";
import { InstantText } from "~/components/date-text";
import type { Verified } from "~/domain/perioperative/risk-rule";
import type { RuleShown } from "~/views/triage/card-result.server";
import type { CardPage } from "~/views/triage/card.server";

/** How sure a source is, in words for whoever reads the card. */
const SURE: Record<Verified, string> = {
  found: "read in the source named",
  "partly found": "the source says less, or was read at second hand",
  unverified: "not verified",
};

/** Why the patient is not low risk, a line for each rule; what a rule rests on and where it comes from is folded. */
export function WhyLines({ page: { rules } }: { page: CardPage }) {
  const inTheWay = rules.filter(({ blocks }) => blocks);
  if (inTheWay.length === 0) return null;
  return (
    <section id="why">
      <h2 className="nhsuk-heading-s">Why</h2>
      <RuleLines rules={inTheWay} />
    </section>
  );
}

/** The other rules that hold, what keeps low risk from holding, and what nobody has measured: all folded. */
export function OtherRules({ page }: { page: CardPage }) {
  const { rules, notLow, notMeasured, result } = page;
  const others = rules.filter(({ blocks }) => !blocks);
  return (
    <section className="app-section" id="rules">
      <h2 className="nhsuk-heading-s">Rules</h2>
      {others.length > 0 ? (
        <Folded summary={`${others.length} more that hold, for the plan and for advice`}>
          <RuleLines rules={others} />
        </Folded>
      ) : null}
      {notLow.length > 0 ? (
        <Folded summary="Why this is not suggested as low risk">
          <ul>
            {notLow.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Folded>
      ) : null}
      {notMeasured.length > 0 ? (
        <Folded summary={`${notMeasured.length} not measured, so not looked at`}>
          <ul>
            {notMeasured.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Folded>
      ) : null}
      {result ? (
        <p className="app-cell-note">
          Looked at on <InstantText at={new Date(result.at)} />. Rules are drafts until an anaesthetist of the
          site signs them off.
        </p>
      ) : null}
    </section>
  );
}

function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}

function RuleLines({ rules }: { rules: RuleShown[] }) {
  return (
    <ul className="app-triage-rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <details>
            <summary>
              <strong>{rule.title}</strong>
              {rule.found.length > 0 ? ` (${rule.found.join("; ")})` : null}
            </summary>
            <Behind rule={rule} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Behind({ rule: { because, says, source, sourceUrl, verified, weak } }: { rule: RuleShown }) {
  return (
    <dl className="app-triage-behind">
      <dt>Rests on</dt>
      <dd>{because.join("; ")}</dd>
      <dt>Says</dt>
      <dd>{says.join(". ")}</dd>
      <dt>Source</dt>
      <dd>
        {sourceUrl ? <a href={sourceUrl}>{source}</a> : source}. How sure: {SURE[verified]}.
        {weak ? <strong> Weak source: {weak}.</strong> : null}
      </dd>
    </dl>
  );
}
