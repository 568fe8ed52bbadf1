import { DataTable } from "~/components/data-table";
import { DateText, dateText, InstantText } from "~/components/date-text";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { OfferPage } from "~/views/offer.server";

/** The evidence of an earliest reasonable offer, worked out again from what was seen that day. */
export function OfferView({ page }: { page: OfferPage }) {
  const { id, name, date, replayed, asOf, from, until, noticeDays } = page;
  return (
    <>
      <Back to={`/waiting-list/${id}/places`}>{`Places for ${name}`}</Back>
      <PageHeading caption={`Earliest reasonable offer, ${page.procedure}, ${page.minutes} minutes`}>
        {date ? dateText(date) : "No place in the weeks that were looked at"}
      </PageHeading>
      <p>
        Worked out on <InstantText at={new Date(page.at)} /> by {page.who}.
      </p>
      <p className="app-measure">
        Seen from {dateText(asOf, "date")}: with {noticeDays} days of notice the first day is{" "}
        {dateText(from, "date")}, and sessions up to {dateText(until, "date")} were looked at.{" "}
        {replayed === date
          ? "Worked out again from what was seen, the answer is the same."
          : "Worked out again from what was seen, the answer is another one: tell an administrator of Hublist."}
      </p>
      {page.everywhere ? (
        <p>
          <strong>Nothing could be offered.</strong> {page.everywhere}
        </p>
      ) : null}
      <h2 className="nhsuk-heading-m">Sessions that were looked at</h2>
      <DataTable caption="Sessions that were looked at" captionHidden rows>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Theatre</th>
            <th scope="col" className="app-number">
              Cases
            </th>
            <th scope="col" className="app-number">
              Free
            </th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {page.sessions.map((session) => (
            <tr key={session.sessionId}>
              <th scope="row">
                <DateText date={session.date} style="short" />, {session.start}
              </th>
              <td data-label="Theatre">
                {session.theatre}, {session.site}
                <span className="app-cell-note">{session.sessionId}</span>
              </td>
              <td className="app-number" data-label="Cases">
                {session.cases}
              </td>
              <td className="app-number" data-label="Free">
                {session.freeMinutes} min
              </td>
              <td data-label="Outcome">
                {session.offered ? <strong>The earliest reasonable offer</strong> : session.words}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
