import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { dateText } from "~/components/date-text";
import type { HomeWeek } from "~/views/home-weeks.server";

const MARKS: Record<HomeWeek["state"], { word: string; tone: string }> = {
  noPlan: { word: "To plan", tone: "red" },
  failed: { word: "Failed", tone: "red" },
  planning: { word: "Planning", tone: "yellow" },
  proposal: { word: "Proposal", tone: "blue" },
  accepted: { word: "Accepted", tone: "green" },
};

/** The coming weeks and what stands in each. */
export function WeeksTable({ weeks }: { weeks: HomeWeek[] }) {
  return (
    <DataTable caption="Coming weeks" captionHidden>
      <thead>
        <tr>
          <th scope="col">Week</th>
          <th scope="col" className="app-number">
            Sessions
          </th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, sessions, state, words }) => (
          <tr key={week}>
            <th scope="row">
              <Link to={`/weeks/${week}`}>{dateText(week, "date")}</Link>
            </th>
            <td className="app-number">{sessions}</td>
            <td>
              <strong className={`nhsuk-tag nhsuk-tag--${MARKS[state].tone}`}>{MARKS[state].word}</strong>{" "}
              {words}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
