import type { WaitingListEntry } from "~/domain/waiting-list";
import type { ReadContext, ReadResult } from "./result";
import { readTable } from "./table";
import { WAITING_LIST_COLUMNS } from "./waiting-list-columns";
import { warnOfDoubts } from "./waiting-list-doubts";
import { EarlierRows } from "./waiting-list-repeats";
import { readEntry } from "./waiting-list-row";

/** Reads waiting-list.csv: each row becomes an entry or is rejected with every fault it has. */
export function readWaitingList(bytes: Uint8Array, context: ReadContext): ReadResult<WaitingListEntry> {
  const earlier = new EarlierRows();
  return readTable(bytes, context, WAITING_LIST_COLUMNS, (row) => {
    const entry = readEntry(row, context.planDate);
    earlier.rejectRepeat(row, entry);
    if (row.faults.length > 0) return entry;
    earlier.warnOfContradictions(row, entry);
    warnOfDoubts(row, entry, context.planDate);
    return entry;
  });
}
