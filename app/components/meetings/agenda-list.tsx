import { Link } from "@remix-run/react";
import type { MeetingPage, StopRow } from "~/views/meetings/meeting-page.server";
import { meetingPath } from "./meeting-path";

const spokenWords = (stops: readonly StopRow[]): string => {
  const spoken = stops.filter((stop) => stop.spoken).length;
  return spoken === stops.length ? "All spoken about" : `${spoken} of ${stops.length} spoken about`;
};

/** The whole agenda: what was spoken about, what is to come, and where the meeting is, its section open. */
export function AgendaList({ page }: { page: MeetingPage }) {
  const { meeting, sections, actions, view, current } = page;
  const openActions = actions.filter(({ doneBy }) => doneBy === "").length;
  const open = sections.find(({ stops }) => stops.some(({ key }) => key === current?.key)) ?? sections[0];
  const here = (is: boolean) => (is ? { "aria-current": "true" as const } : {});
  return (
    <nav className="app-agenda" aria-label="Agenda">
      <p className="app-agenda__part">
        <Link to={meetingPath(meeting.id, "actions")} preventScrollReset {...here(view === "actions")}>
          Open actions ({openActions})
        </Link>
      </p>
      {sections.map(({ section, title, stops, left }) => (
        <details key={section} className="app-agenda__section" open={section === open?.section}>
          <summary>
            <h2 className="nhsuk-heading-xs">
              {title} ({stops.length + left})
            </h2>{" "}
            <span className="app-cell-note">{spokenWords(stops)}</span>
          </summary>
          <ol>
            {stops.map((stop) => (
              <li key={stop.key}>
                <Link
                  to={meetingPath(meeting.id, stop.key)}
                  preventScrollReset
                  {...here(current?.key === stop.key)}
                >
                  {stop.title}
                </Link>
                <span className="app-cell-note">
                  {stop.spoken ? <strong>Spoken about. </strong> : null}
                  {stop.past ? "No longer on the agenda. " : null}
                  {stop.detail}
                </span>
              </li>
            ))}
          </ol>
          {left > 0 ? <p className="app-quiet">{left} more are shown once these were spoken about.</p> : null}
        </details>
      ))}
      <p className="app-agenda__part">
        <Link to={meetingPath(meeting.id, "week")} preventScrollReset {...here(view === "week")}>
          The week as a whole
        </Link>
      </p>
    </nav>
  );
}
