import { dateText, instantText } from "~/components/date-text";
import type { TciLine, TciPage } from "~/views/tci.server";

const COLUMNS = [
  ...["Day", "Arrives", "Patient", "Numbers", "Where", "Procedure", "Stay"],
  ...["Alerts and needs", "List", "Date told"],
];

/** Who comes in during a week, for the booking office and the ward. */
export function TciSheet({ page }: { page: TciPage }) {
  return (
    <div className="app-table-scroll" role="region" aria-label="Who comes in" tabIndex={0}>
      <table className="app-sheet">
        <caption className="nhsuk-u-visually-hidden">Who comes in, by day and time of arrival</caption>
        <SheetHead page={page} title="TCI list" columns={COLUMNS} />
        <tbody>
          {page.lines.map((line) => (
            <Row key={line.entry} line={line} />
          ))}
          {page.lines.length === 0 ? (
            <tr>
              <td colSpan={COLUMNS.length}>Nobody comes in during this week.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

interface SheetHeadProps {
  page: TciPage;
  title: string;
  columns: readonly string[];
}

/** The head of a week's sheet, repeated on each printed page. */
export function SheetHead({
  page: { week, until, printedAt, lines, leftOut },
  title,
  columns,
}: SheetHeadProps) {
  return (
    <thead>
      <tr>
        <td colSpan={columns.length} className="app-sheet__head">
          <p className="app-sheet__title">
            {title}, {dateText(week, "date")} to {dateText(until, "date")}
          </p>
          <p className="app-sheet__line">
            {lines.length} {lines.length === 1 ? "patient" : "patients"}. As it stood{" "}
            {instantText(new Date(printedAt))}.
            {leftOut > 0
              ? ` Left out: ${leftOut} whose fitness is not confirmed; they are not told a date yet.`
              : ""}
          </p>
        </td>
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ line }: { line: TciLine }) {
  const needs = [
    ...line.alerts,
    line.interpreter ? `Interpreter: ${line.interpreter}` : "",
    line.adjustments,
  ].filter(Boolean);
  return (
    <tr>
      <td>{dateText(line.date, "short")}</td>
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
      <td>
        <span className="app-sheet__block">{line.theatre}</span>
        {line.site}
      </td>
      <td>{line.procedure}</td>
      <td>{line.stay}</td>
      <td>{needs.join("; ") || "None recorded"}</td>
      <td>{line.version}</td>
      <td>
        {line.notice.attention ? (
          <span className="app-sheet__block app-sheet__strong">Patient {line.notice.attention}</span>
        ) : null}
        {line.notice.words}
        {line.notice.outdated ? <span className="app-sheet__block">{line.notice.outdated}</span> : null}
      </td>
    </tr>
  );
}
