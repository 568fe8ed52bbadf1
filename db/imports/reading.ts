import { and, eq } from "drizzle-orm";
import type { Fault } from "~/domain/fault";
import type { Actor } from "../actor";
import type { Tx } from "../commit";
import { newId } from "../new-id";
import { importFault, imports, type ImportState } from "../schema";
import { inScope, type Scope } from "../scope";
import type { Store } from "../store";
import { currentRevision, noCounts, type Upload } from "./staging";

/** Writes down that a file was uploaded and is now being read and compared. Gives the id to stage it under. */
export async function beginReading(store: Store, actor: Actor, upload: Upload): Promise<string> {
  return store.commit(actor, `${upload.kind}.upload`, async (tx) => {
    const id = newId();
    await tx.insert(imports, {
      ...upload,
      id,
      uploadedBy: tx.by,
      uploadedAt: tx.at,
      baseRevision: await currentRevision(tx.db, upload.organisation, upload.kind),
      state: "reading",
      counts: noCounts(),
      closedBy: null,
      closedAt: null,
    });
    return id;
  });
}

/** Ends the reading of a file that as a whole cannot be read, with the faults that say why. */
export async function refuseReading(store: Store, actor: Actor, id: string, faults: Fault[]): Promise<void> {
  await store.commit(actor, "import.refuse", async (tx) => {
    const found = await stillReading(tx, id);
    if (found === undefined) return;
    const numbered = faults.map((fault, index) => ({
      import: id,
      number: index + 1,
      rejected: true,
      ...fault,
    }));
    await tx.insert(importFault, numbered);
    await end(tx, id, "refused");
    const counts = { ...noCounts(), faults: faults.length };
    await tx.update(imports, { id }, { counts });
    const about = { organisation: found.organisation, site: "", subjectKind: "import", subjectId: id };
    await tx.tell([{ ...about, before: "{}", after: JSON.stringify({ refused: faults.length }) }]);
  });
}

/** Ends a reading that nobody carries out any more; nothing of it was kept. */
export async function interruptReading(store: Store, actor: Actor, id: string): Promise<void> {
  await store.commit(actor, "import.interrupt", async (tx) => {
    if ((await stillReading(tx, id)) !== undefined) await end(tx, id, "interrupted");
  });
}

/** Ids and instants of the readings that have not ended. */
export async function openReadings(
  scope: Scope,
  store: Store,
): Promise<{ id: string; uploadedAt: string }[]> {
  return store.db
    .select({ id: imports.id, uploadedAt: imports.uploadedAt })
    .from(imports)
    .where(and(inScope(scope, imports.organisation), eq(imports.state, "reading")));
}

async function stillReading(tx: Tx, id: string) {
  const [found] = await tx.db
    .select({ organisation: imports.organisation })
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.state, "reading")));
  return found;
}

async function end(tx: Tx, id: string, state: ImportState): Promise<void> {
  await tx.update(imports, { id }, { state, closedBy: tx.by, closedAt: tx.at });
}
