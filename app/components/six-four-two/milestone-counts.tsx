import { DataTable } from "~/components/data-table";
import { counted } from "~/domain/figure-words";
import type { FilledBorder, MilestoneCount } from "~/views/six-four-two/board.server";
import { MILESTONE_WORDS } from "./words";

interface MilestoneCountsProps {
  counts: MilestoneCount[];
  settingsNumber: number;
  filledBorder: FilledBorder;
}

/** How many sessions have reached each milestone, and when each is due by the site's settings. */
export function MilestoneCounts({ counts, settingsNumber, filledBorder }: MilestoneCountsProps) {
  return (
    <>
      <DataTable caption="Where the sessions shown stand">
        <thead>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col">Due</th>
            <th scope="col" className="app-number">
              Late
            </th>
            <th scope="col" className="app-number">
              Due within a week
            </th>
            <th scope="col" className="app-number">
              Done
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ milestone, weeks, late, due, done }) => (
            <tr key={milestone}>
              <th scope="row">{MILESTONE_WORDS[milestone]}</th>
              <td>{counted(weeks, "week")} before</td>
              <td className="app-number">{late > 0 ? <strong>{late}</strong> : 0}</td>
              <td className="app-number">{due}</td>
              <td className="app-number">{done}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <details className="nhsuk-details app-six__sources">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Where these dates and borders come from</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>
            {settingsNumber === 0
              ? "They are Hublist's defaults; a site may set its own."
              : `They are the organisation's settings, version ${settingsNumber}.`}
          </p>
          <ul>
            {counts
              .filter(({ milestone }) => milestone !== "filled")
              .map(({ milestone, weeks, source }) => (
                <li key={milestone}>
                  {MILESTONE_WORDS[milestone]}, {counted(weeks, "week")} before: {source}
                </li>
              ))}
            <li>
              {MILESTONE_WORDS.filled}, from {filledBorder.percent}% of a list&rsquo;s minutes planned, or
              with the most cases that it may hold: {filledBorder.source}
            </li>
          </ul>
        </div>
      </details>
    </>
  );
}
