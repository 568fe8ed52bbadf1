import { EmptyState } from "~/components/empty-state";
import { InstantText, DateText } from "~/components/date-text";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { Back } from "~/components/trail";
import type { RunningListPage } from "~/views/operating-day/running-list.server";
import { ListFigures, ListName } from "./list-head";
import { RunningCase } from "./running-case";
import { useLiveList } from "./use-live-list";
import { Wall } from "./wall";

interface RunningListViewProps {
  page: RunningListPage & { view: "list" | "wall"; cancelledNow: boolean };
  /** Why what was just tapped was not recorded; empty: it was. */
  refusal: string;
}

/** A theatre's running list, for a tablet or for a wall. */
export function RunningListView({ page, refusal }: RunningListViewProps) {
  const lostAt = useLiveList(`/sessions/${page.id}/day/events`, page.stamp, page.now);
  const isWall = page.view === "wall";
  return (
    <>
      {isWall ? null : <Back to={`/today?date=${page.date}`}>All theatres of the day</Back>}
      {page.cancelledNow ? <Notice success>The case was cancelled</Notice> : null}
      <div role="alert">
        {lostAt ? (
          <p className="app-lost">
            The connection to Hublist is lost. What you see is as of {lostAt}; nothing that you tap is
            recorded until it is back. Write times down meanwhile.
          </p>
        ) : null}
        {refusal ? <p className="app-lost">{refusal}</p> : null}
      </div>
      <PageHeading caption={`Running list ${page.sessionId}`} actions={<Views page={page} />}>
        {page.theatre}
      </PageHeading>
      {isWall ? <Wall page={page} /> : <Tablet page={page} />}
      <noscript>
        {isWall ? <meta httpEquiv="refresh" content="60" /> : null}
        <p>
          <a href={`/sessions/${page.id}/day${isWall ? "?view=wall" : ""}`}>Show it as it is now</a> (as of{" "}
          {page.now})
        </p>
      </noscript>
    </>
  );
}

function Views({ page }: { page: RunningListViewProps["page"] }) {
  const path = `/sessions/${page.id}/day`;
  return (
    <>
      {page.view === "wall" ? <a href={path}>Tablet view</a> : <a href={`${path}?view=wall`}>Wall view</a>}
      {page.may.standBy ? <a href={`/sessions/${page.id}/stand-by`}>Stand-by</a> : null}
      {page.standing.day === "future" ? null : <a href={`${path}/debrief`}>Debrief</a>}
    </>
  );
}

function Tablet({ page }: { page: RunningListPage }) {
  const { standing, cases, cancelled, may, date } = page;
  return (
    <>
      <ListName page={page} />
      <ListFigures page={page} />
      {standing.day === "future" ? (
        <p>
          Times can be recorded on <DateText date={date} /> and after it; until then this is the list as
          planned.
        </p>
      ) : null}
      {standing.day === "past" && may.record ? (
        <p>This day is over: add or correct times one by one.</p>
      ) : null}
      {cases.length === 0 ? (
        <EmptyState heading="No case on this list" />
      ) : (
        <>
          <h2 className="nhsuk-u-visually-hidden">Cases</h2>
          <ol className="app-running-list">
            {cases.map((item) => (
              <RunningCase
                key={item.entry}
                item={item}
                page={{ id: page.id, may, today: standing.day === "today" }}
              />
            ))}
          </ol>
        </>
      )}
      {cancelled.length > 0 ? <Cancelled page={page} /> : null}
    </>
  );
}

function Cancelled({ page: { cancelled } }: { page: RunningListPage }) {
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">Cancelled</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {cancelled.map(({ patient, procedure, reason, note, by, at, offerBy }) => (
          <li key={`${patient.name} ${at}`}>
            {patient.link ? <a href={patient.link}>{patient.name}</a> : patient.name}, {procedure}: {reason}
            {note ? ` (${note})` : ""}. By {by}, <InstantText at={new Date(at)} />.
            {offerBy ? (
              <>
                {" "}
                A new date is owed by <DateText date={offerBy} style="date" />.
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
