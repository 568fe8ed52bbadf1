import type { PinRow } from "~/domain/pin";
import { REASONS } from "~/domain/reasons";
import type { Column } from "./columns";
import type { ReadContext, ReadResult } from "./result";
import { wordList } from "./values";
import { readWholeTable, rejectRepeatedKey } from "./whole-file";

/** The columns of pins.csv in the order in which they are written (file contract, pins.csv). */
export const PIN_COLUMNS: readonly Column[] = [
  { name: "pathway_id", must: "filled", expected: "a PATIENT_PATHWAY_IDENTIFIER of the waiting list" },
  { name: "session_id", must: "filled", expected: "a session_id of the sessions" },
  { name: "override", must: "no", expected: `rules separated by ;, of ${REASONS.join(", ")}` },
];

/** Reads pins.csv; any fault refuses the file, two pins of one entry included. */
export function readPins(bytes: Uint8Array, context: ReadContext): ReadResult<PinRow> {
  const rows = new Map<string, number>();
  return readWholeTable(bytes, context, PIN_COLUMNS, (row) => {
    const pin: PinRow = {
      row: row.number,
      pathwayId: row.text("pathway_id"),
      sessionId: row.text("session_id"),
      override: wordList(row, "override", REASONS),
    };
    if (pin.pathwayId !== "") rejectRepeatedKey(row, rows, pin.pathwayId, "pathway_id", "entry pinned");
    return pin;
  });
}
