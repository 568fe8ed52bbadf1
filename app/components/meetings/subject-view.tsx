import { Link } from "@remix-run/react";
import type { MeetingPage } from "~/views/meetings/meeting-page.server";
import { meetingPath } from "./meeting-path";

type Current = NonNullable<MeetingPage["current"]>;

/** The case or session that is being spoken about, large enough for a screen shared in a call. */
export function SubjectView({ page, current }: { page: MeetingPage; current: Current }) {
  const { title, detail, place, grounds, heading, position, link, why, past } = current;
  return (
    <>
      <Steps meeting={page.meeting.id} current={current} />
      <p className="app-caption" role="status">
        {heading}: {position} of {page.total}
      </p>
      <h2 className="nhsuk-heading-m" id="spoken-about">
        {title}
      </h2>
      <p className="app-subject__facts">{detail}</p>
      {place ? (
        <p className="app-subject__facts">
          <strong>{place}</strong>
        </p>
      ) : null}
      {past ? <p>No longer on the agenda. It was there because:</p> : null}
      <ul className="app-subject__grounds">
        {grounds.map((ground) => (
          <li key={ground}>{ground}</li>
        ))}
      </ul>
      <p className="app-no-print">
        {link ? (
          <Link to={link}>
            {link.startsWith("/sessions/") ? "The session" : "The entry on the waiting list"}
          </Link>
        ) : null}
        {link && why ? " · " : null}
        {why ? <Link to={why}>What the plan says</Link> : null}
      </p>
    </>
  );
}

/** To the one before and after: access keys P and N, also without JavaScript. */
function Steps({ meeting, current: { previous, next } }: { meeting: string; current: Current }) {
  return (
    <ul className="app-views app-no-print">
      <li>
        {previous ? (
          <Link to={meetingPath(meeting, previous)} accessKey="p" preventScrollReset>
            Previous
          </Link>
        ) : (
          <span className="app-quiet">Previous</span>
        )}
      </li>
      <li>
        {next ? (
          <Link to={meetingPath(meeting, next)} accessKey="n" preventScrollReset>
            Next
          </Link>
        ) : (
          <span className="app-quiet">Next</span>
        )}
      </li>
    </ul>
  );
}
