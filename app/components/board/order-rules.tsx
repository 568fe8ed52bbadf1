import {
  ADMISSION_FACT,
  GOLDEN_FACT,
  ORDER_LIMIT_FACTS,
  ORDER_RULE_FACTS,
  type OrderFact,
} from "~/facts/list-order";

/** How the order within a list comes about: each rule with where it is from and how sure that is. */
export function OrderRules() {
  return (
    <details className="nhsuk-details app-no-print">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">How the order within a list comes about</span>
      </summary>
      <div className="nhsuk-details__text app-measure">
        <p>
          The order keeps as many limits of time as it can, then gives way to the rules below, the first
          before the others, and then to those who waited longest. What it could not give is marked “Order to
          check”: the surgeon and the anaesthetist decide. A person may order a list otherwise. A site
          switches rules on and off in its settings; what they weigh and the times are in its policy.
        </p>
        <ul>
          {[GOLDEN_FACT, ...ORDER_RULE_FACTS, ...ORDER_LIMIT_FACTS, ADMISSION_FACT].map((fact) => (
            <Rule key={fact.words} fact={fact} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function Rule({ fact: { words, status, source } }: { fact: OrderFact }) {
  return (
    <li>
      <strong>{words}</strong> ({status}). {source}.
    </li>
  );
}
