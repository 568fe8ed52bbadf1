import type { CaseShown, RunningListPage } from "~/views/operating-day/running-list.server";
import { DayBar } from "./day-bar";
import { momentWords } from "./moment-words";
import { finishWords, overrunWords, progressWords } from "./standing-words";

/** The running list for a wall: large, without a button, patients by their initials alone. */
export function Wall({ page }: { page: RunningListPage }) {
  const { standing, cases, cancelled } = page;
  return (
    <div className="app-wall">
      <p className="app-wall__state">
        <strong>{progressWords(standing)}</strong>
        {[finishWords(standing), overrunWords(standing)].filter(Boolean).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      <DayBar bar={standing.bar} label={progressWords(standing)} />
      <table className="app-wall__table">
        <caption className="nhsuk-u-visually-hidden">Cases in order</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Patient</th>
            <th scope="col">Procedure</th>
            <th scope="col">Now</th>
            <th scope="col">Start</th>
            <th scope="col">Out</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((item) => (
            <tr key={item.entry} className={`app-wall__${item.standing}`}>
              <td>{item.order}</td>
              <th scope="row">{item.patient.initials || `Case ${item.order}`}</th>
              <td>
                {item.procedure} <span className="app-wall__quiet">{item.anaesthetic}</span>
              </td>
              <td>{lastWords(item)}</td>
              <td>{item.start}</td>
              <td>{item.end}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cancelled.length > 0 ? <p>{cancelled.length} cancelled today.</p> : null}
    </div>
  );
}

function lastWords({ moments, admission }: CaseShown): string {
  const last = moments.at(-1);
  return last ? `${momentWords(last.moment)} ${last.time}` : `Due at ${admission}`;
}
