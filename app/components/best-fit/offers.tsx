import { Form, Link } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { dateText, InstantText } from "~/components/date-text";
import type { PlacesPage } from "~/views/places.server";

/** The earliest reasonable offers that were worked out, each with its evidence, and the button for another. */
export function Offers({ page }: { page: PlacesPage }) {
  const { id, offers, may } = page;
  return (
    <section className="app-section" aria-labelledby="offers">
      <h2 className="nhsuk-heading-m" id="offers">
        Earliest reasonable offer
      </h2>
      <p className="app-measure">
        The first session with the notice that is owed that could have taken the patient on the day it was
        worked out. It is kept with the capacity that was seen.
      </p>
      {offers.length > 0 ? (
        <ul>
          {offers.map(({ number, date, at, who }) => (
            <li key={number}>
              <Link to={`/waiting-list/${id}/offers/${number}`}>
                {date ? dateText(date) : "No place in the weeks that were looked at"}
              </Link>
              , worked out on <InstantText at={new Date(at)} /> by {who}
            </li>
          ))}
        </ul>
      ) : (
        <p>None was worked out yet.</p>
      )}
      {may.offer ? (
        <Form method="post" className="app-no-print">
          <input type="hidden" name="intent" value="offer" />
          <input type="hidden" name="last" value={offers[0]?.number ?? 0} />
          <Button type="submit" secondary preventDoubleClick>
            Work it out now
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
