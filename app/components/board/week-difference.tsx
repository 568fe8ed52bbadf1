import { Link } from "@remix-run/react";
import { counted } from "~/domain/figure-words";
import type { PlacedPerson, WeekDifference as Difference } from "~/views/week-shown.server";

/** Who stands on the lists and has left the waiting list since. */
export function GonePlaced({ gone }: { gone: PlacedPerson[] }) {
  if (gone.length === 0) return null;
  return (
    <div className="app-week__gone">
      <p>
        <strong>
          {counted(gone.length, "patient")} on these lists {gone.length === 1 ? "has" : "have"} left the
          waiting list.
        </strong>{" "}
        Find out why before the list is sent out. Planning the week again gives the place to somebody else.
      </p>
      <ul>
        {gone.map(({ entry, link, patient, from }) => (
          <li key={entry}>
            {link ? <Link to={link}>{patient}</Link> : patient}: {from}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What accepting a proposal would change of the accepted week. */
export function WeekDifference({ difference, to }: { difference: Difference; to: string }) {
  const { fresh, moved, dropped } = difference;
  return (
    <section className="app-section" aria-labelledby="difference">
      <h2 className="nhsuk-heading-m" id="difference">
        What it changes of the accepted week
      </h2>
      <p>
        {counted(fresh, "case")} new, {counted(moved, "case")} moved, {counted(dropped.length, "patient")}{" "}
        without their place. New and moved cases are marked on the lists.{" "}
        <Link to={to}>See each change with its reason, and who wins and loses</Link>
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
