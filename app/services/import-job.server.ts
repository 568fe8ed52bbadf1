import type { IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import { NOTHING_LEFT_OUT, type LeftOut } from "~/domain/left-out";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { leftOutOfSessions, leftOutOfWaitingList } from "~/import/left-out";
import { readResources } from "~/import/resources";
import type { ReadContext, ReadResult } from "~/import/result";
import { readSessions } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import type { ImportKind } from "~db/schema";
import type { WaitingListRow } from "~db/imports/waiting-list-differences";
import { missedKeys, type MissedKey } from "./import-missed.server";

/** What a worker needs to read one uploaded file. */
export interface ImportWork {
  kind: ImportKind;
  file: string;
  bytes: Uint8Array;
  today: IsoDate;
}

/** A row that stands, as its kind has it. */
export type ReadRow = WaitingListRow | TheatreSession | SharedResource;

/** What the reader made of a file. */
export type ReadFile = { kind: "refused"; faults: Fault[] } | ({ kind: "read"; rows: ReadRow[] } & ReadRest);

/** What comes with the rows that stand. */
export interface ReadRest {
  rejected: Fault[];
  warnings: Fault[];
  /** The keys of rows that were rejected: what is in the file, however faulty, has not gone. */
  missed: MissedKey[];
  leftOut: LeftOut;
  /** Columns of the file that Hublist does not know. */
  unknownColumns: string[];
}

/** Reads a file of any kind with the planner's own readers. */
export function readUpload(work: ImportWork): ReadFile {
  const unknown = new Map<number, Record<string, string>>();
  const keepUnknown = (row: number, cells: Record<string, string>) => void unknown.set(row, cells);
  const { read, leftOut } = READERS[work.kind];
  const result = read(work.bytes, { file: work.file, planDate: work.today, keepUnknown });
  if (result.refused.length > 0) return { kind: "refused", faults: result.refused };
  const { rejected, warnings, unknownColumns } = result;
  const rows =
    work.kind === "waiting-list"
      ? result.rows.map((entry) => ({ entry, unknown: unknown.get(entry.row) ?? {} }) as WaitingListRow)
      : (result.rows as ReadRow[]);
  const missed = missedKeys(work, new Set(rejected.map(({ row }) => row)));
  return { kind: "read", rows, rejected, warnings, missed, leftOut: leftOut(result.columns), unknownColumns };
}

interface Reader {
  read: (bytes: Uint8Array, context: ReadContext) => ReadResult<{ row: number }>;
  leftOut: (columns: string[]) => LeftOut;
}

const READERS: Record<ImportKind, Reader> = {
  "waiting-list": { read: readWaitingList, leftOut: leftOutOfWaitingList },
  sessions: { read: readSessions, leftOut: leftOutOfSessions },
  // Every column of resources must be there.
  resources: { read: readResources, leftOut: () => NOTHING_LEFT_OUT },
};
