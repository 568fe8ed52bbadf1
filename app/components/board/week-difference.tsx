import { Link } from "@remix-run/react";
import { counted } from "~/domain/figure-words";
import type { WeekDifference as Difference } from "~/views/week-shown.server";

/** What accepting a proposal would change of the accepted week. */
export function WeekDifference({ difference: { fresh, moved, dropped } }: { difference: Difference }) {
  return (
    <section className="app-section" aria-labelledby="difference">
      <h2 className="nhsuk-heading-m" id="difference">
        What it changes of the accepted week
      </h2>
      <p>
        {counted(fresh, "case")} new, {counted(moved, "case")} moved, {counted(dropped.length, "patient")}{" "}
        without their place. New and moved cases are marked on the lists.
      </p>
      {dropped.length > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Who would lose their place</span>
          </summary>
          <ul className="nhsuk-details__text app-week__dropped">
            {dropped.map(({ entry, link, patient, from }) => (
              <li key={entry}>
                {link ? <Link to={link}>{patient}</Link> : patient}: now {from}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
