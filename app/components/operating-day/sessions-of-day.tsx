import { DataTable } from "~/components/data-table";
import { statusWords } from "~/components/board/session-words";
import { hoursAndMinutes } from "~/domain/figure-words";
import type { SessionOfDay, TodayPage } from "~/views/operating-day/today.server";
import { DayBar } from "./day-bar";
import { finishWords, overrunWords, progressWords } from "./standing-words";

/** The theatres of one site on a day: how far each list is and when it ends. */
export function SessionsOfDay({ site }: { site: TodayPage["sites"][number] }) {
  return (
    <section className="app-section">
      <h2 className="nhsuk-heading-m">{site.name}</h2>
      <DataTable caption={`Theatre sessions at ${site.name}`} captionHidden rows>
        <thead>
          <tr>
            <th scope="col">Theatre</th>
            <th scope="col">Specialty</th>
            <th scope="col">Progress</th>
            <th scope="col" className="app-today__bar-column">
              Time
            </th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {site.sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function SessionRow({ session }: { session: SessionOfDay }) {
  const { id, theatre, start, end, specialties, surgeons, standing, cancelled, bookable, status } = session;
  const progress = progressWords(standing);
  return (
    <tr>
      <th scope="row">
        {bookable ? <a href={`/sessions/${id}/day`}>{theatre}</a> : theatre}
        <span className="app-cell-note">
          {start} to {end}
        </span>
      </th>
      <td data-label="Specialty">
        {specialties.join(", ")}
        <span className="app-cell-note">{surgeons.join(", ") || "No named surgeon"}</span>
      </td>
      <td data-label="Progress">
        {bookable ? progress : statusWords(status)}
        {cancelled > 0 ? <span className="app-cell-note">{cancelled} cancelled</span> : null}
        {standing.lateStart === null ? null : (
          <span className="app-cell-note app-today__late">
            Late start: {hoursAndMinutes(standing.lateStart)}
          </span>
        )}
      </td>
      <td data-label="Time">
        {bookable && standing.cases > 0 ? (
          <DayBar bar={standing.bar} label={`${theatre}: ${progress}`} />
        ) : null}
      </td>
      <td data-label="Expected">
        {bookable ? (
          <>
            {finishWords(standing)}
            <Overrun session={session} />
          </>
        ) : null}
      </td>
    </tr>
  );
}

function Overrun({ session: { standing } }: { session: SessionOfDay }) {
  const words = overrunWords(standing);
  if (!words) return null;
  const isHigh = standing.overrunProbability > 0.5;
  return <span className={isHigh ? "app-cell-note app-today__late" : "app-cell-note"}>{words}</span>;
}
