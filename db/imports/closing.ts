import { and, asc, eq, gt, ne } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Tx } from "../commit";
import {
  importPayload,
  importRow,
  imports,
  listRevision,
  type ChangeKind,
  type Difference,
  type ImportKind,
} from "../schema";
import { currentRevision } from "./staging";

/** What closing needs to know of an import. */
export interface ClosableImport {
  id: string;
  organisation: string;
  kind: ImportKind;
  sites: string[];
}

/** A staged row as it is applied. */
export interface StagedRow {
  number: number;
  kind: ChangeKind;
  key: string;
  held: string | null;
  differences: Difference[];
  payload: string | null;
}

/** Writes a block of staged rows into the list. */
export type Apply = (tx: Tx, closing: ClosableImport, block: StagedRow[], goneOn: IsoDate) => Promise<void>;

const ROWS_A_BLOCK = 1000;

/** Applies all staged rows of an import, block by block, and moves the list to its next revision. */
export async function applyAll(
  tx: Tx,
  closing: ClosableImport,
  apply: Apply,
  goneOn: IsoDate,
): Promise<void> {
  for (let after = 0; ;) {
    const block = await nextBlock(tx, closing.id, after);
    if (block.length === 0) break;
    await apply(tx, closing, block, goneOn);
    after = block[block.length - 1]!.number;
  }
  await nextRevision(tx, closing);
  await closeImport(tx, closing, "confirmed");
  for (const { id } of await othersWaiting(tx, closing))
    await closeImport(tx, { ...closing, id }, "superseded");
}

/** Ends an import: its payloads, which hold personal values, are no longer needed. */
export async function closeImport(
  tx: Tx,
  { id }: ClosableImport,
  state: "confirmed" | "left" | "superseded",
): Promise<void> {
  await tx.clear(importPayload, { import: id });
  await tx.update(imports, { id }, { state, closedBy: tx.by, closedAt: tx.at });
}

async function nextBlock(tx: Tx, id: string, after: number): Promise<StagedRow[]> {
  const { number, kind, key, held, differences } = importRow;
  return tx.db
    .select({ number, kind, key, held, differences, payload: importPayload.payload })
    .from(importRow)
    .leftJoin(
      importPayload,
      and(eq(importPayload.import, importRow.import), eq(importPayload.number, importRow.number)),
    )
    .where(and(eq(importRow.import, id), gt(importRow.number, after)))
    .orderBy(asc(importRow.number))
    .limit(ROWS_A_BLOCK);
}

async function nextRevision(tx: Tx, { id, organisation, kind }: ClosableImport): Promise<void> {
  const revision = await currentRevision(tx.db, organisation, kind);
  if (revision === 0) await tx.insert(listRevision, { organisation, kind, revision: 1 });
  else await tx.update(listRevision, { organisation, kind }, { revision: revision + 1 });
  const about = { organisation, site: "", subjectKind: "list_revision", subjectId: kind };
  await tx.tell([
    {
      ...about,
      before: JSON.stringify({ revision }),
      after: JSON.stringify({ revision: revision + 1, import: id }),
    },
  ]);
}

/** Other uploads that were compared with the list as it was: they can no longer be confirmed. */
async function othersWaiting(tx: Tx, { id, organisation, kind }: ClosableImport): Promise<{ id: string }[]> {
  return tx.db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.organisation, organisation),
        eq(imports.kind, kind),
        eq(imports.state, "uploaded"),
        ne(imports.id, id),
      ),
    );
}
