import { and, asc, count, eq } from "drizzle-orm";
import type { Reader } from "../engine";
import { findImport } from "../imports";
import { importFault } from "../schema";
import type { Scope } from "../scope";
import type { ImportFault } from "./staging";

/** A page (from 1) of the faults (`rejected`) or the warnings of an import, in the order of the file. */
export async function listFaultsPage(
  scope: Scope,
  db: Reader,
  id: string,
  { rejected, page, size }: { rejected: boolean; page: number; size: number },
): Promise<{ total: number; rows: ImportFault[] }> {
  if ((await findImport(scope, db, id)) === null) return { total: 0, rows: [] };
  const where = and(eq(importFault.import, id), eq(importFault.rejected, rejected));
  const [counted] = await db.select({ total: count() }).from(importFault).where(where);
  const { file, row, column, value, message } = importFault;
  const rows = await db
    .select({ rejected: importFault.rejected, file, row, column, value, message })
    .from(importFault)
    .where(where)
    .orderBy(asc(importFault.row), asc(importFault.number))
    .limit(size)
    .offset((page - 1) * size);
  return { total: counted!.total, rows };
}
