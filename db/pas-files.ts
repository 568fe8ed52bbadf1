import { and, asc, count, desc, eq, gte, isNotNull, type InferSelectModel } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { PasAction, PasPlace, PasRowState } from "~/domain/pas/pas-rows";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { imports, pasChange, pasFile, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A file of changes for the patient administration system, and how many of its rows are open, done and failed. */
export interface PasFile extends InferSelectModel<typeof pasFile> {
  rows: Record<PasRowState, number>;
}

/** One row of a file. */
export type PasChange = InferSelectModel<typeof pasChange>;

/** A row and when its file was made and last returned. */
export interface PasChangeDated extends PasChange {
  madeAt: string;
  returnedAt: string | null;
}

/** The files of an organisation in scope, latest first. */
export async function listPasFiles(scope: Scope, db: Reader, organisation: string): Promise<PasFile[]> {
  const files = await db
    .select()
    .from(pasFile)
    .where(and(inScope(scope, pasFile.organisation), eq(pasFile.organisation, organisation)))
    .orderBy(desc(pasFile.madeAt), desc(pasFile.id));
  const counted = await db
    .select({ file: pasChange.file, state: pasChange.state, rows: count() })
    .from(pasChange)
    .innerJoin(pasFile, eq(pasChange.file, pasFile.id))
    .where(and(inScope(scope, pasFile.organisation), eq(pasFile.organisation, organisation)))
    .groupBy(pasChange.file, pasChange.state);
  return files.map((file) => {
    const rows = { open: 0, done: 0, failed: 0 };
    for (const each of counted) if (each.file === file.id) rows[each.state] = each.rows;
    return { ...file, rows };
  });
}

/** The rows of one file in scope, in their order; empty when there is no such file. */
export async function pasFileRows(scope: Scope, db: Reader, file: string): Promise<PasChange[]> {
  const rows = await db
    .select({ change: pasChange })
    .from(pasChange)
    .innerJoin(pasFile, eq(pasChange.file, pasFile.id))
    .where(and(inScope(scope, pasFile.organisation), eq(pasChange.file, file)))
    .orderBy(asc(pasChange.number));
  return rows.map(({ change }) => change);
}

/** The rows of all files of an organisation in scope, the earliest file first. */
export async function pasRowsOf(scope: Scope, db: Reader, organisation: string): Promise<PasChangeDated[]> {
  const rows = await db
    .select({ change: pasChange, madeAt: pasFile.madeAt, returnedAt: pasFile.returnedAt })
    .from(pasChange)
    .innerJoin(pasFile, eq(pasChange.file, pasFile.id))
    .where(and(inScope(scope, pasFile.organisation), eq(pasFile.organisation, organisation)))
    .orderBy(asc(pasFile.madeAt), asc(pasFile.id), asc(pasChange.number));
  return rows.map(({ change, ...file }) => ({ ...change, ...file }));
}

/** Ids of the listed entries in scope to which the last import gave a date from `from` on. */
export async function datedByFile(
  scope: Scope,
  db: Reader,
  organisation: string,
  from: IsoDate,
): Promise<string[]> {
  const rows = await db
    .select({ id: waitingListEntry.id })
    .from(waitingListEntry)
    .where(
      and(
        inScope(scope, waitingListEntry.organisation, waitingListEntry.listingSite),
        eq(waitingListEntry.organisation, organisation),
        eq(waitingListEntry.state, "listed"),
        isNotNull(waitingListEntry.tciDate),
        gte(waitingListEntry.tciDate, from),
      ),
    )
    .orderBy(asc(waitingListEntry.id));
  return rows.map(({ id }) => id);
}

/** When each site's waiting list was last confirmed, by site code: an import may speak for some sites alone. */
export async function waitingListImportedAt(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ sites: imports.sites, at: imports.closedAt })
    .from(imports)
    .where(
      and(
        inScope(scope, imports.organisation),
        eq(imports.organisation, organisation),
        eq(imports.kind, "waiting-list"),
        eq(imports.state, "confirmed"),
      ),
    );
  const latest = new Map<string, string>();
  for (const { sites, at } of rows)
    for (const site of sites) if (at !== null && at > (latest.get(site) ?? "")) latest.set(site, at);
  return new Map([...latest].filter(([site]) => scope.sites.includes(site)));
}

/** Writes a file and its rows, all open, inside a commit that has decided on them; answers with its id. */
export async function insertPasFile(
  tx: Tx,
  organisation: string,
  rows: { entry: string; action: PasAction; place: PasPlace | null }[],
): Promise<string> {
  const id = newId();
  await tx.insert(pasFile, {
    ...{ id, organisation, returnedBy: null, returnedAt: null },
    madeBy: tx.by,
    madeAt: tx.at,
  });
  const changes = rows.map(({ entry, action, place }, at) => ({
    ...{ file: id, number: at + 1, entry, action },
    date: place?.date ?? null,
    sessionId: place?.sessionId ?? null,
    state: "open" as const,
    message: "",
  }));
  await tx.insert(pasChange, changes, { organisation });
  return id;
}

/** Marks a row as done or failed, inside a commit that has decided on it. */
export async function returnPasRow(
  tx: Tx,
  key: { file: string; number: number },
  set: { state: "done" | "failed"; message: string },
  organisation: string,
): Promise<void> {
  await tx.update(pasChange, key, set, { organisation });
}

/** Marks a file as returned, inside the commit that returned rows of it. */
export async function returnPasFile(tx: Tx, file: string, organisation: string): Promise<void> {
  await tx.update(pasFile, { id: file }, { returnedBy: tx.by, returnedAt: tx.at }, { organisation });
}
