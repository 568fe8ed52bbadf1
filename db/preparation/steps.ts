import { and, asc, eq, inArray, max, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "../commit";
import type { Reader } from "../engine";
import { preparationStep as step, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";

/** What somebody did about an action of a plan; see db/schema/preparation.ts. */
export type HeldStep = InferSelectModel<typeof step>;

/** The steps of some entries in scope, first to last within each. */
export async function stepsOfEntries(
  scope: Scope,
  db: Reader,
  entries: readonly string[],
): Promise<HeldStep[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .select({ step })
    .from(step)
    .innerJoin(entry, eq(step.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), inArray(step.entry, [...entries])))
    .orderBy(asc(step.entry), asc(step.number));
  return rows.map((row) => row.step);
}

export type NewStep = Omit<HeldStep, "number" | "by" | "at">;

/** Keeps a step as the next of its entry, which a scoped read or the patient's own link has found. */
export async function insertStep(tx: Tx, made: NewStep, about: About): Promise<void> {
  const [last] = await tx.db
    .select({ number: max(step.number) })
    .from(step)
    .where(eq(step.entry, made.entry));
  await tx.insert(step, { ...made, number: (last?.number ?? 0) + 1, by: tx.by, at: tx.at }, about);
}
