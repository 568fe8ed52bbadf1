import type { IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { readText } from "~/import/bytes";
import { cellText } from "~/import/cells";
import { readHeader, type Column, type Header } from "~/import/columns";
import { readRecords } from "~/import/records";
import { readResources, RESOURCE_COLUMNS } from "~/import/resources";
import type { ReadContext, ReadResult } from "~/import/result";
import { readSessions, SESSION_COLUMNS } from "~/import/sessions";
import { readWaitingList } from "~/import/waiting-list";
import { WAITING_LIST_COLUMNS } from "~/import/waiting-list-columns";
import type { ImportKind } from "~db/schema";
import type { WaitingListRow } from "~db/imports/waiting-list-differences";

/** What a worker needs to read one uploaded file. */
export interface ImportWork {
  kind: ImportKind;
  file: string;
  bytes: Uint8Array;
  today: IsoDate;
}

/** A row that stands, as its kind has it. */
export type ReadRow = WaitingListRow | TheatreSession | SharedResource;

/** What the reader made of a file. `missed`: the keys of rows that were rejected, so that these are not gone. */
export type ReadFile =
  | { kind: "refused"; faults: Fault[] }
  | { kind: "read"; rows: ReadRow[]; rejected: Fault[]; warnings: Fault[]; missed: string[] };

/** Reads a file of any kind with the planner's own readers. */
export function readUpload(work: ImportWork): ReadFile {
  const unknown = new Map<number, Record<string, string>>();
  const { read, columns, key } = READERS[work.kind];
  const keepUnknown = (row: number, cells: Record<string, string>) => void unknown.set(row, cells);
  const result = read(work.bytes, { file: work.file, planDate: work.today, keepUnknown });
  if (result.refused.length > 0) return { kind: "refused", faults: result.refused };
  const { rejected, warnings } = result;
  const rows =
    work.kind === "waiting-list"
      ? result.rows.map((entry) => ({ entry, unknown: unknown.get(entry.row) ?? {} }) as WaitingListRow)
      : (result.rows as ReadRow[]);
  const kept = new Set(rows.map(keyOf));
  const missed = missedKeys(work, columns, key, rejected).filter((name) => !kept.has(name));
  return { kind: "read", rows, rejected, warnings, missed };
}

interface Reader {
  read: (bytes: Uint8Array, context: ReadContext) => ReadResult<{ row: number }>;
  columns: readonly Column[];
  /** The column that names a row. Resources have none: a fault refuses their whole file. */
  key: string | null;
}

const READERS: Record<ImportKind, Reader> = {
  "waiting-list": { read: readWaitingList, columns: WAITING_LIST_COLUMNS, key: "PATIENT_PATHWAY_IDENTIFIER" },
  sessions: { read: readSessions, columns: SESSION_COLUMNS, key: "session_id" },
  resources: { read: readResources, columns: RESOURCE_COLUMNS, key: null },
};

const keyOf = (row: ReadRow) =>
  "entry" in row ? row.entry.pathwayId : "sessionId" in row ? row.sessionId : "";

/** The keys of rejected rows, read once more from the file: what is in it, however faulty, has not gone. */
function missedKeys(
  { bytes, file }: ImportWork,
  columns: readonly Column[],
  key: string | null,
  rejected: Fault[],
): string[] {
  const rows = new Set(rejected.map(({ row }) => row));
  const { text } = readText(bytes, file);
  if (key === null || text === null || rows.size === 0) return [];
  const keys: string[] = [];
  let header: Header | null = null;
  const record = (cells: string[], row: number) => {
    if (header === null) {
      if (cells.some((cell) => cell.trim() !== "")) header = readHeader(cells, row, columns, file).header;
    } else if (rows.has(row)) keys.push(cellText(cells[header.at.get(key) ?? 0] ?? ""));
    return true;
  };
  readRecords(text, { record, broken: () => {} });
  return keys.filter((name) => name !== "");
}
