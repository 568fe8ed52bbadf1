import type { Column } from "./columns";
import type { ReadContext, ReadResult } from "./result";
import { readTable } from "./table";
import { word } from "./values";

/** One row of a return file: what became of a change. */
export interface PasReturnRow {
  row: number;
  /** Id of the file that was applied, and the row's number in it. */
  file: string;
  number: number;
  state: "done" | "failed";
  message: string;
}

export const PAS_RETURN_STATES = ["done", "failed"] as const;

/** The columns of a return file (docs/files.md); the columns of the file that was applied may stay. */
export const PAS_RETURN_COLUMNS: readonly Column[] = [
  { name: "id", must: "filled", expected: "the id of a row, as the file to apply has it" },
  { name: "state", must: "filled", expected: "done or failed" },
  { name: "message", must: "no", expected: "a message in words" },
];

const LONGEST_MESSAGE = 500;
const ID = /^([0-9a-f-]{36})\/(\d{1,6})$/i;

/** Reads a return file; a row with a fault is named and the others stand. */
export function readPasReturn(
  bytes: Uint8Array,
  context: Pick<ReadContext, "file">,
): ReadResult<PasReturnRow> {
  const rows = new Map<string, number>();
  return readTable(bytes, { planDate: "", ...context }, PAS_RETURN_COLUMNS, (row) => {
    const id = row.text("id").toLowerCase();
    const [, file = "", number = ""] = ID.exec(id) ?? [];
    if (id !== "" && file === "") row.unreadable("id");
    const first = rows.get(id);
    if (id !== "" && first !== undefined)
      row.fault("id", `Row ${first} has this id too: expected each once.`);
    rows.set(id, first ?? row.number);
    const state = word(row, "state", PAS_RETURN_STATES);
    const message = row.text("message").slice(0, LONGEST_MESSAGE);
    if (state === "failed" && message === "")
      row.fault("message", "This is empty: expected why the change failed.");
    return { row: row.number, file, number: Number(number), state: state ?? "failed", message };
  });
}
