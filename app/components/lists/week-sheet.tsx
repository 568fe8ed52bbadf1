import type { ReactNode } from "react";
import { dateText, instantText } from "~/components/date-text";
import type { TciLine, TciPage } from "~/views/tci.server";

interface WeekSheetProps {
  page: TciPage;
  title: string;
  /** What the table is, for who cannot see it. */
  caption: string;
  columns: readonly string[];
  /** The cells of one patient. */
  row: (line: TciLine) => ReactNode;
}

/** A week's sheet of patients who come in, one row each, with its head on each printed page. */
export function WeekSheet({ page, title, caption, columns, row }: WeekSheetProps) {
  return (
    <div className="app-table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="app-sheet">
        <caption className="nhsuk-u-visually-hidden">{caption}</caption>
        <SheetHead page={page} title={title} columns={columns} />
        <tbody>
          {page.lines.map((line) => (
            <tr key={line.entry}>{row(line)}</tr>
          ))}
          {page.lines.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>Nobody comes in during this week.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function SheetHead({
  page: { week, until, printedAt, lines, leftOut },
  title,
  columns,
}: Pick<WeekSheetProps, "page" | "title" | "columns">) {
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
