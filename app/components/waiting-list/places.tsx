import { Link } from "@remix-run/react";
import { DateText, dateText } from "~/components/date-text";
import type { EntryPlaces, Miss } from "~/views/entry-eligibility.server";
import type { EntryPage, PlaceShown } from "~/views/entry.server";

interface PlacesProps {
  /** Id of the entry. */
  id: string;
  places: Omit<EntryPlaces, "allowed"> & { allowed: PlaceShown[]; more: number };
  specialty: string;
  /** First and last date of the sessions that were asked. */
  weeks: number;
  /** Why it is, or is not, in the last plan of a week. */
  why: EntryPage["why"];
}

const sessionsText = (count: number) => `${count} ${count === 1 ? "session" : "sessions"}`;

/** Why an entry can or cannot be planned, in the words of the rules. */
export function Places({ id, places, specialty, weeks, why }: PlacesProps) {
  const { asked, everywhere, allowed, more, misses } = places;
  const count = allowed.length + more;
  return (
    <section className="app-card">
      <h2 className="nhsuk-heading-s">Why it can or cannot be planned</h2>
      {everywhere ? (
        <p>
          <strong>It can go into no session:</strong> {everywhere.sentence}
        </p>
      ) : (
        <p>
          {asked === 0 ? (
            <>
              <strong>No session of {specialty}</strong> is known for the next {weeks} weeks.
            </>
          ) : (
            <>
              <strong>
                It may go into {count} of {sessionsText(asked)}
              </strong>{" "}
              of {specialty} in the next {weeks} weeks.
            </>
          )}
        </p>
      )}
      {why ? (
        <p>
          <Link to={why.href}>
            Why it is, or is not, in the plan of the week of {dateText(why.week, "date")}
          </Link>
        </p>
      ) : null}
      <p>
        <Link to={`/waiting-list/${id}/places`}>Best places, each with its cost</Link>
      </p>
      {allowed.length > 0 ? <AllowedPlaces allowed={allowed} more={more} /> : null}
      {misses.length > 0 ? <Misses misses={misses} /> : null}
    </section>
  );
}

function AllowedPlaces({ allowed, more }: { allowed: PlaceShown[]; more: number }) {
  return (
    <>
      <h3 className="nhsuk-heading-xs">Where it may go</h3>
      <ul className="app-places">
        {allowed.map(({ sessionId, date, start, place }) => (
          <li key={sessionId}>
            <DateText date={date} style="short" /> at {start}, {place}{" "}
            <span className="app-quiet">{sessionId}</span>
          </li>
        ))}
        {more > 0 ? <li className="app-quiet">and {sessionsText(more)} later</li> : null}
      </ul>
    </>
  );
}

function Misses({ misses }: { misses: Miss[] }) {
  return (
    <>
      <h3 className="nhsuk-heading-xs">What keeps it out of the others, nearest first</h3>
      <ul className="app-places">
        {misses.map(({ reason, sessions, sentence }) => (
          <li key={reason}>
            {sentence}{" "}
            {sessions > 1 ? <span className="app-quiet">(and {sessions - 1} more alike)</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
