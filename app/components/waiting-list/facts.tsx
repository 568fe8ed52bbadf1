import { SummaryList } from "nhsuk-react-components";
import type { ReactNode } from "react";

/** A name and its value; without a value the row says "Not known". */
export type Fact = [name: string, value: ReactNode];

interface FactsProps {
  heading: string;
  facts: Fact[];
  /** A link or a mark beside the heading. */
  action?: ReactNode;
}

/** A card of facts: what is known about one side of an entry. */
export function Facts({ heading, facts, action }: FactsProps) {
  return (
    <section className="app-card">
      <div className="app-card__heading">
        <h2 className="nhsuk-heading-s">{heading}</h2>
        {action}
      </div>
      <SummaryList noBorder className="app-facts">
        {facts.map(([name, value]) => (
          <SummaryList.Row key={name}>
            <SummaryList.Key>{name}</SummaryList.Key>
            <SummaryList.Value>{value || <span className="app-quiet">Not known</span>}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
    </section>
  );
}
