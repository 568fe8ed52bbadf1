import { dateText } from "~/components/date-text";
import type { TciLine, TciPage } from "~/views/tci.server";
import { WeekSheet } from "./week-sheet";

const COLUMNS = ["Day", "Arrives", "Patient", "From", "To", "Mobility and needs", "Interpreter", "Goes home"];

/** Who is to be fetched from where, and when they must arrive, as far as it is known. */
export function TransportSheet({ page }: { page: TciPage }) {
  return (
    <WeekSheet
      page={page}
      title="Transport list"
      caption="Who comes from where"
      columns={COLUMNS}
      row={(line) => <Cells line={line} />}
    />
  );
}

function Cells({ line }: { line: TciLine }) {
  return (
    <>
      <td className="app-nowrap">{dateText(line.date, "short")}</td>
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
    </>
  );
}
