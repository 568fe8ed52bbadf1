import { dateText } from "~/components/date-text";
import type { TciLine, TciPage } from "~/views/tci.server";
import { WeekSheet } from "./week-sheet";

const COLUMNS = [
  ...["Day", "Arrives", "Patient", "Numbers", "Where", "Procedure", "Stay"],
  ...["Alerts and needs", "List", "Date told"],
];

/** Who comes in during a week, for the booking office and the ward. */
export function TciSheet({ page }: { page: TciPage }) {
  return (
    <WeekSheet
      page={page}
      title="TCI list"
      caption="Who comes in, by day and time of arrival"
      columns={COLUMNS}
      row={(line) => <Cells line={line} />}
    />
  );
}

function Cells({ line }: { line: TciLine }) {
  const needs = [
    ...line.alerts,
    line.interpreter ? `Interpreter: ${line.interpreter}` : "",
    line.adjustments,
  ].filter(Boolean);
  return (
    <>
      <td className="app-nowrap">{dateText(line.date, "short")}</td>
      <td className="app-sheet__strong">{line.admission}</td>
      <td>
        <span className="app-sheet__block app-sheet__name">{line.patient}</span>
        Born {dateText(line.birthDate, "brief")}
      </td>
      <td>
        {line.numbers.map((number) => (
          <span key={number} className="app-sheet__number">
            {number}
          </span>
        ))}
      </td>
      <td className="app-sheet__wide">
        {line.theatre}, {line.site}
      </td>
      <td>{line.procedure}</td>
      <td>{line.stay}</td>
      <td>{needs.join("; ") || "None recorded"}</td>
      <td className="app-nowrap">{line.version}</td>
      <td className="app-sheet__wide">
        {line.notice.attention ? (
          <span className="app-sheet__block app-sheet__strong">Patient {line.notice.attention}</span>
        ) : null}
        {line.notice.words}
        {line.notice.outdated ? <span className="app-sheet__block">{line.notice.outdated}</span> : null}
      </td>
    </>
  );
}
