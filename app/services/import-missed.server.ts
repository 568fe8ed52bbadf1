import { readText } from "~/import/bytes";
import { cellText } from "~/import/cells";
import { readHeader, type Column, type Header } from "~/import/columns";
import { readRecords } from "~/import/records";
import { SESSION_COLUMNS } from "~/import/sessions";
import { WAITING_LIST_COLUMNS } from "~/import/waiting-list-columns";
import type { ImportKind } from "~db/schema";

/** What a rejected row is about. `issuer` null: of any issuer. */
export interface MissedKey {
  issuer: string | null;
  key: string;
}

const ISSUER = "ORGANISATION_CODE_PATIENT_PATHWAY_IDENTIFIER_ISSUER";

/** Where the key of each kind stands. Resources have none: a fault refuses their whole file. */
const KEYS: Record<ImportKind, { columns: readonly Column[]; column: string } | null> = {
  "waiting-list": { columns: WAITING_LIST_COLUMNS, column: "PATIENT_PATHWAY_IDENTIFIER" },
  sessions: { columns: SESSION_COLUMNS, column: "session_id" },
  resources: null,
};

/**
 * The keys of rejected rows, read once more from the file: what is in it, however faulty, has not gone. Of a row whose
 * cells do not stand under their names any cell may be the key.
 */
export function missedKeys(
  { kind, bytes, file }: { kind: ImportKind; bytes: Uint8Array; file: string },
  rejected: Set<number>,
): MissedKey[] {
  const known = KEYS[kind];
  const { text } = readText(bytes, file);
  if (known === null || text === null || rejected.size === 0) return [];
  const keys: MissedKey[] = [];
  let header: Header | null = null;
  const record = (cells: string[], row: number) => {
    if (header === null) {
      if (cells.some((cell) => cell.trim() !== ""))
        header = readHeader(cells, row, known.columns, file).header;
    } else if (rejected.has(row)) keys.push(...keysOf(header, cells, known.column));
    return true;
  };
  const broken = (_row: number, _fault: unknown, line: string) =>
    void keys.push(...anyOf(line.split(/[,"\n]/)));
  readRecords(text, { record, broken });
  return keys.filter(({ key }) => key !== "");
}

function keysOf(header: Header, cells: string[], column: string): MissedKey[] {
  const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (cells.length < header.width || filled > header.width) return anyOf(cells);
  const text = (name: string) => cellText(cells[header.at.get(name) ?? -1] ?? "");
  return [{ issuer: header.at.has(ISSUER) ? text(ISSUER) : null, key: text(column) }];
}

const anyOf = (cells: string[]): MissedKey[] => cells.map((cell) => ({ issuer: null, key: cellText(cell) }));
