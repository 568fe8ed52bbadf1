import { and, desc, eq, gte, inArray, max, or, sql, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { IsoDate } from "~/domain/calendar";
import type { About, Tx } from "../commit";
import type { Reader } from "../engine";
import { preparationPlan as plan, waitingListEntry as entry } from "../schema";
import { inScope, type Scope } from "../scope";

/** A plan as it was confirmed once; see db/schema/preparation.ts. */
export type HeldPlan = InferSelectModel<typeof plan>;

/** All plans of an entry in scope, latest first. */
export async function plansOfEntry(scope: Scope, db: Reader, of: string): Promise<HeldPlan[]> {
  const rows = await db
    .select({ plan })
    .from(plan)
    .innerJoin(entry, eq(plan.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), eq(plan.entry, of)))
    .orderBy(desc(plan.number));
  return rows.map((row) => row.plan);
}

/** Entries that are listed, or have left the list on a day or later: what comes after surgery goes on. */
const listedOrGone = (goneSince: IsoDate | null) =>
  or(eq(entry.state, "listed"), goneSince === null ? undefined : gte(entry.goneOn, goneSince));

/** Ids of the entries in scope that have a plan: those listed, and those that have left the list since a day. */
export async function plannedEntries(scope: Scope, db: Reader, goneSince: IsoDate): Promise<string[]> {
  const rows = await db
    .selectDistinct({ entry: plan.entry })
    .from(plan)
    .innerJoin(entry, eq(plan.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), listedOrGone(goneSince)))
    .orderBy(plan.entry);
  return rows.map((row) => row.entry);
}

/**
 * The plan that counts of each listed entry in scope that has one; of some entries alone with `only`, also of those that
 * have left the list since a day with `goneSince`.
 */
export async function currentPlans(
  scope: Scope,
  db: Reader,
  only?: readonly string[],
  goneSince: IsoDate | null = null,
): Promise<HeldPlan[]> {
  if (only?.length === 0) return [];
  const later = alias(plan, "later");
  const isLatest = sql`not exists (select 1 from ${plan} as later where ${later.entry} = ${plan.entry}
    and ${later.number} > ${plan.number})`;
  const rows = await db
    .select({ plan })
    .from(plan)
    .innerJoin(entry, eq(plan.entry, entry.id))
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        listedOrGone(goneSince),
        only && inArray(plan.entry, [...only]),
        isLatest,
      ),
    );
  return rows.map((row) => row.plan);
}

export type NewPlan = Omit<HeldPlan, "number" | "by" | "at">;

/** Keeps a plan as the next of its entry, and answers with its number. */
export async function insertPlan(tx: Tx, made: NewPlan, about: About): Promise<number> {
  const [last] = await tx.db
    .select({ number: max(plan.number) })
    .from(plan)
    .where(eq(plan.entry, made.entry));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(plan, { ...made, number, by: tx.by, at: tx.at }, about);
  return number;
}
