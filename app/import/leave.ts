import { LEAVE_HALVES, LEAVE_PARTS, type SaidLeave } from "~/domain/leave";
import type { Column } from "./columns";
import type { ReadContext, ReadResult } from "./result";
import { readTable } from "./table";
import { date, textOrNull, word } from "./values";

/** Leave as a file says it, with its row or line. */
export interface ReadLeave extends SaidLeave {
  row: number;
}

/** The columns of a file of leave. */
export const LEAVE_COLUMNS: readonly Column[] = [
  { name: "person_code", must: "filled", expected: "the person's code, as sessions name them" },
  { name: "role", must: "filled", expected: `one of ${LEAVE_PARTS.join(", ")}` },
  { name: "from", must: "filled", expected: "the first day away, YYYY-MM-DD or DD/MM/YYYY" },
  { name: "to", must: "filled", expected: "the last day away, not before the first" },
  { name: "half", must: "no", expected: "am or pm where half of each day is taken, else day or empty" },
  { name: "note", must: "no", expected: "a few words" },
  { name: "uid", must: "no", expected: "an identifier of the leave that stays the same from file to file" },
];

const LONGEST_NOTE = 200;

/** Reads a file of leave: each row becomes a leave or is rejected with every fault it has. */
export function readLeave(bytes: Uint8Array, context: ReadContext): ReadResult<ReadLeave> {
  return readTable(bytes, context, LEAVE_COLUMNS, (row) => {
    const from = date(row, "from") ?? "";
    const to = date(row, "to") ?? "";
    if (from !== "" && to !== "" && to < from)
      row.fault("to", `The last day is before the first (${from}): expected ${LEAVE_COLUMNS[3]!.expected}.`);
    return {
      row: row.number,
      person: row.text("person_code").toUpperCase(),
      role: word(row, "role", LEAVE_PARTS) ?? "surgeon",
      ...{ from, to, half: word(row, "half", LEAVE_HALVES) ?? "day" },
      note: (textOrNull(row, "note") ?? "").slice(0, LONGEST_NOTE),
      uid: textOrNull(row, "uid") ?? "",
    };
  });
}
