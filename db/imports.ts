import { and, asc, count, desc, eq, inArray, type InferSelectModel } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { applyAll, closeImport, type Apply } from "./imports/closing";
import { applyWaitingList } from "./imports/confirm-waiting-list";
import { applyResources } from "./imports/resources";
import { applySessions } from "./imports/sessions";
import { currentRevision, type ImportFault } from "./imports/staging";
import {
  importFault,
  importRow,
  imports,
  type ChangeKind,
  type Difference,
  type ImportCounts,
  type ImportKind,
  type ImportState,
} from "./schema";
import { coversSites, inScope, type Scope } from "./scope";
import type { Store } from "./store";

export type { ImportFault } from "./imports/staging";

export type Import = InferSelectModel<typeof imports>;

/** A staged change as the page shows it. */
export interface ImportRow {
  row: number;
  kind: ChangeKind;
  key: string;
  /** Id of the held record; null for a new one. */
  held: string | null;
  differences: Difference[];
}

/** Imports whose sites are all in scope, latest first. */
export async function listImports(
  scope: Scope,
  db: Reader,
  { kind, state, limit = 50 }: { kind?: ImportKind; state?: ImportState; limit?: number } = {},
): Promise<Import[]> {
  const rows = await db
    .select()
    .from(imports)
    .where(
      and(
        inScope(scope, imports.organisation),
        kind === undefined ? undefined : eq(imports.kind, kind),
        state === undefined ? undefined : eq(imports.state, state),
      ),
    )
    .orderBy(desc(imports.uploadedAt), desc(imports.id));
  return rows.filter(({ sites }) => coversSites(scope, sites)).slice(0, limit);
}

/** One import, when all its sites are in scope. */
export async function findImport(scope: Scope, db: Reader, id: string): Promise<Import | null> {
  const [found] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), inScope(scope, imports.organisation)));
  return found !== undefined && coversSites(scope, found.sites) ? found : null;
}

/** A page (from 1) of what an import would change or has changed, in the order of the file; gone ones last. */
export async function listImportRows(
  scope: Scope,
  db: Reader,
  id: string,
  { kinds, page, size }: { kinds: ChangeKind[]; page: number; size: number },
): Promise<{ total: number; rows: ImportRow[] }> {
  if ((await findImport(scope, db, id)) === null) return { total: 0, rows: [] };
  const where = and(eq(importRow.import, id), inArray(importRow.kind, kinds));
  const { row, kind, key, held, differences } = importRow;
  const [counted] = await db.select({ total: count() }).from(importRow).where(where);
  const rows = await db
    .select({ row, kind, key, held, differences })
    .from(importRow)
    .where(where)
    .orderBy(asc(importRow.number))
    .limit(size)
    .offset((page - 1) * size);
  return { total: counted!.total, rows };
}

/** The faults and warnings of an import, in the order of the file; all of them without a limit. */
export async function listImportFaults(
  scope: Scope,
  db: Reader,
  id: string,
  limit?: number,
): Promise<ImportFault[]> {
  if ((await findImport(scope, db, id)) === null) return [];
  const { rejected, file, row, column, value, message } = importFault;
  const query = db
    .select({ rejected, file, row, column, value, message })
    .from(importFault)
    .where(eq(importFault.import, id))
    .orderBy(asc(importFault.row), asc(importFault.number));
  return limit === undefined ? query : query.limit(limit);
}

export type ConfirmOutcome =
  | { kind: "confirmed"; counts: ImportCounts }
  | { kind: "alreadyConfirmed"; counts: ImportCounts }
  /** Somebody else's import changed the list since this one was compared with it: upload the file again. */
  | { kind: "changedSince"; by: string; at: string }
  | { kind: "left" }
  /** Is still being read, or could not be read: there is nothing to confirm. */
  | { kind: "closed"; state: ImportState }
  | { kind: "notFound" };

/**
 * Confirms an import: all of it is applied, or nothing. Confirming twice changes nothing. What the file no longer has
 * is gone on `goneOn`, today's date in London.
 */
export async function confirmImport(
  scope: Scope,
  store: Store,
  actor: Actor,
  id: string,
  goneOn: IsoDate,
): Promise<ConfirmOutcome> {
  return store.commit(actor, "import.confirm", async (tx) => {
    const found = await findImport(scope, tx.db, id);
    if (found === null) return { kind: "notFound" };
    if (found.state === "confirmed") return { kind: "alreadyConfirmed", counts: found.counts };
    if (found.state === "left") return { kind: "left" };
    if (found.state !== "uploaded" && found.state !== "superseded")
      return { kind: "closed", state: found.state };
    if (found.baseRevision !== (await currentRevision(tx.db, found.organisation, found.kind))) {
      return { kind: "changedSince", ...(await lastConfirmed(tx.db, found)) };
    }
    await applyAll(tx, found, APPLY[found.kind], goneOn);
    return { kind: "confirmed", counts: found.counts };
  });
}

/** Gives an upload up; nothing is changed. One that is closed already stays as it is. */
export async function leaveImport(
  scope: Scope,
  store: Store,
  actor: Actor,
  id: string,
): Promise<{ kind: "left" } | { kind: "closed"; state: ImportState } | { kind: "notFound" }> {
  return store.commit(actor, "import.leave", async (tx) => {
    const found = await findImport(scope, tx.db, id);
    if (found === null) return { kind: "notFound" };
    if (found.state !== "uploaded") return { kind: "closed", state: found.state };
    await closeImport(tx, found, "left");
    return { kind: "left" };
  });
}

/** Who changed the list, and when, after an upload was compared with it; null: nobody, or it is the upload itself. */
export async function confirmedSince(db: Reader, found: Import): Promise<{ by: string; at: string } | null> {
  const revision = await currentRevision(db, found.organisation, found.kind);
  return revision === found.baseRevision ? null : lastConfirmed(db, found);
}

const APPLY: Record<ImportKind, Apply> = {
  "waiting-list": applyWaitingList,
  sessions: applySessions,
  resources: applyResources,
};

async function lastConfirmed(
  db: Reader,
  { organisation, kind }: Import,
): Promise<{ by: string; at: string }> {
  const [last] = await db
    .select({ by: imports.closedBy, at: imports.closedAt })
    .from(imports)
    .where(
      and(eq(imports.organisation, organisation), eq(imports.kind, kind), eq(imports.state, "confirmed")),
    )
    .orderBy(desc(imports.closedAt))
    .limit(1);
  return { by: last?.by ?? "", at: last?.at ?? "" };
}
