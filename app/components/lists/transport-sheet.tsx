import { dateText } from "~/components/date-text";
import type { TciLine, TciPage } from "~/views/tci.server";
import { SheetHead } from "./tci-sheet";

const COLUMNS = ["Day", "Arrives", "Patient", "From", "To", "Mobility and needs", "Interpreter", "Goes home"];

/** Who is to be fetched from where, and when they must arrive, as far as it is known. */
export function TransportSheet({ page }: { page: TciPage }) {
  return (
    <div className="app-table-scroll" role="region" aria-label="Transport" tabIndex={0}>
      <table className="app-sheet">
        <caption className="nhsuk-u-visually-hidden">Who comes from where</caption>
        <SheetHead page={page} title="Transport list" columns={COLUMNS} />
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

function Row({ line }: { line: TciLine }) {
  return (
    <tr>
      <td>{dateText(line.date, "short")}</td>
      <td className="app-sheet__strong">{line.admission}</td>
      <td>
        <span className="app-sheet__block app-sheet__name">{line.patient}</span>
        {line.numbers.join(", ")}
      </td>
      <td>
        <span className="app-sheet__block app-sheet__strong">{line.postcode || "Postcode not known"}</span>
        {line.address || "Address not known"}
      </td>
      <td>{line.site}</td>
      <td>{line.adjustments || "None recorded"}</td>
      <td>{line.interpreter || "None"}</td>
      <td>{line.stay === "Day case" ? "Same day" : `After ${line.stay}`}</td>
    </tr>
  );
}
