import type { Fault } from "~/domain/fault";
import { readPasReturn, type PasReturnRow } from "~/import/pas-return";
import { faultAt } from "~/import/result";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { listPasFiles, pasRowsOf, returnPasFile, returnPasRow, type PasChangeDated } from "~db/pas-files";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

/** What became of a return file: rows marked, rows that said again what stood, and rows with faults, by row. */
export interface PasReturned {
  done: number;
  failed: number;
  same: number;
  faults: Fault[];
}

/**
 * Marks rows of files as done or failed, as a return file says. A row with a fault is named and the others are marked; a
 * row that is already marked so is left, one that is marked otherwise is a fault: what was returned stays.
 */
export async function takePasReturn(
  scope: Scope,
  store: Store,
  actor: Actor,
  { organisation, bytes, name }: { organisation: string; bytes: Uint8Array; name: string },
): Promise<PasReturned | null> {
  if (!scope.organisations.includes(organisation)) return null;
  const read = readPasReturn(bytes, { file: name });
  const faults = [...read.refused, ...read.rejected];
  return store.commit(actor, "pas.return", async (tx): Promise<PasReturned> => {
    const rows = await pasRowsOf(scope, tx.db, organisation);
    const files = new Set((await listPasFiles(scope, tx.db, organisation)).map(({ id }) => id));
    const byId = new Map(rows.map((row) => [`${row.file}/${row.number}`, row]));
    const returned: PasReturned = { done: 0, failed: 0, same: 0, faults };
    const touched = new Set<string>();
    for (const row of read.rows) {
      const held = byId.get(`${row.file}/${row.number}`);
      const fault = faultOf(row, held, name);
      if (fault) faults.push(fault);
      else if (held!.state !== "open") returned.same++;
      else {
        await returnPasRow(tx, keyOf(row), { state: row.state, message: row.message }, organisation);
        returned[row.state]++;
        touched.add(row.file);
      }
    }
    await markFiles(
      tx,
      organisation,
      [...touched].filter((file) => files.has(file)),
    );
    return returned;
  });
}

async function markFiles(tx: Tx, organisation: string, files: readonly string[]): Promise<void> {
  for (const file of files) await returnPasFile(tx, file, organisation);
}

function faultOf(row: PasReturnRow, held: PasChangeDated | undefined, name: string): Fault | null {
  const id = `${row.file}/${row.number}`;
  if (!held)
    return faultAt(
      name,
      row.row,
      "id",
      id,
      "No file to apply has a row of this id: expected one that was made here.",
    );
  if (held.state === "open" || held.state === row.state) return null;
  const message = `This row was returned as ${held.state} before: what was returned stays as it was.`;
  return faultAt(name, row.row, "state", row.state, message);
}

const keyOf = ({ file, number }: PasReturnRow) => ({ file, number });
