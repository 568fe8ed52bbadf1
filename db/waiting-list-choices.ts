import { and, asc, count, desc, eq } from "drizzle-orm";
import type { Reader } from "./engine";
import { imports, waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A specialty of the list and how many listed entries it has. */
export interface SpecialtyChoice {
  treatmentFunction: string;
  entries: number;
}

/** What was counted for a scope, and after which imports; by the reader it was read with. */
const counted = new WeakMap<Reader, Map<string, { last: string; choices: SpecialtyChoice[] }>>();
const MOST_SCOPES = 200;

/**
 * The specialties that occur among listed entries in scope, for the choices of a filter. Only a confirmed import
 * changes them, so they are counted once after each.
 */
export async function waitingListChoices(scope: Scope, db: Reader): Promise<SpecialtyChoice[]> {
  const known = counted.get(db) ?? new Map<string, { last: string; choices: SpecialtyChoice[] }>();
  counted.set(db, known);
  const key = JSON.stringify([scope.organisations, scope.sites]);
  const last = await lastImports(scope, db);
  const found = known.get(key);
  if (found?.last === last) return found.choices;
  const choices = await countChoices(scope, db);
  if (known.size >= MOST_SCOPES) known.clear();
  known.set(key, { last, choices });
  return choices;
}

/** The import of each organisation that was confirmed last. */
async function lastImports(scope: Scope, db: Reader): Promise<string> {
  const last: string[] = [];
  for (const organisation of scope.organisations) {
    const ofList = and(eq(imports.organisation, organisation), eq(imports.kind, "waiting-list"));
    const [found] = await db
      .select({ id: imports.id })
      .from(imports)
      .where(and(ofList, eq(imports.state, "confirmed")))
      .orderBy(desc(imports.closedAt), desc(imports.id))
      .limit(1);
    last.push(found?.id ?? "");
  }
  return last.join();
}

async function countChoices(scope: Scope, db: Reader): Promise<SpecialtyChoice[]> {
  return db
    .select({ treatmentFunction: entry.treatmentFunction, entries: count() })
    .from(entry)
    .where(and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed")))
    .groupBy(entry.treatmentFunction)
    .orderBy(desc(count()), asc(entry.treatmentFunction));
}
