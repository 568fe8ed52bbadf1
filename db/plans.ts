import { asc, desc, eq, and, isNull, type InferSelectModel } from "drizzle-orm";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { plan, planFile, solveRun } from "./schema";
import { findRun, endRun } from "./solve-runs";
import type { Scope } from "./scope";
import type { Store } from "./store";

/** What a run found, without the text of plan.json. */
export type PlanSummary = Omit<InferSelectModel<typeof plan>, "text">;

/** A file of the planner by name, as it was solved. */
export interface PlanFile {
  name: string;
  bytes: Buffer;
}

/** A finished plan. `text` is plan.json, byte for byte. */
export interface FinishedPlan extends Omit<PlanSummary, "run" | "savedAt"> {
  text: string;
  files: PlanFile[];
}

/** Keeps a run's plan with the files it was made from, and ends the run; false when the run had ended already. */
export async function savePlan(
  store: Store,
  actor: Actor,
  run: string,
  end: { state: "done" | "stopped"; message: string },
  { files, ...found }: FinishedPlan,
): Promise<boolean> {
  const zipped = await Promise.all(
    files.map(async ({ name, bytes }) => ({ run, name, gzip: await promisify(gzip)(bytes) })),
  );
  return store.commit(actor, "solve.finish", async (tx) => {
    const [held] = await tx.db
      .select({ organisation: solveRun.organisation, state: solveRun.state })
      .from(solveRun)
      .where(eq(solveRun.id, run));
    if (held?.state !== "running") return false;
    await tx.insert(planFile, zipped);
    await tx.insert(plan, { run, savedAt: tx.at, ...found }, { organisation: held.organisation });
    return endRun(store, actor, run, end);
  });
}

/** The plan of a run in scope, without its text. */
export async function findPlan(scope: Scope, db: Reader, run: string): Promise<PlanSummary | null> {
  if ((await findRun(scope, db, run)) === null) return null;
  const [found] = await db.select(summary).from(plan).where(eq(plan.run, run));
  return found ?? null;
}

/** plan.json of a run in scope, as it was solved. */
export async function readPlanText(scope: Scope, db: Reader, run: string): Promise<string | null> {
  if ((await findRun(scope, db, run)) === null) return null;
  const [found] = await db.select({ text: plan.text }).from(plan).where(eq(plan.run, run));
  return found?.text ?? null;
}

/** Names of the files that a run in scope was solved from. */
export async function listPlanFiles(scope: Scope, db: Reader, run: string): Promise<string[]> {
  if ((await findRun(scope, db, run)) === null) return [];
  const rows = await db
    .select({ name: planFile.name })
    .from(planFile)
    .where(eq(planFile.run, run))
    .orderBy(asc(planFile.name));
  return rows.map(({ name }) => name);
}

/** A file that a run in scope was solved from, byte for byte. */
export async function readPlanFile(
  scope: Scope,
  db: Reader,
  run: string,
  name: string,
): Promise<Buffer | null> {
  if ((await findRun(scope, db, run)) === null) return null;
  const [found] = await db
    .select({ gzip: planFile.gzip })
    .from(planFile)
    .where(and(eq(planFile.run, run), eq(planFile.name, name)));
  return found === undefined ? null : promisify(gunzip)(found.gzip);
}

/** The plan of an organisation's live week that was finished last, when all its sites are in scope. */
export async function latestPlan(
  scope: Scope,
  db: Reader,
  organisation: string,
  week: string,
): Promise<PlanSummary | null> {
  const rows = await db
    .select(summary)
    .from(plan)
    .innerJoin(solveRun, eq(plan.run, solveRun.id))
    .where(and(eq(solveRun.organisation, organisation), eq(solveRun.week, week), isNull(solveRun.scenario)))
    .orderBy(desc(plan.savedAt), asc(plan.run));
  for (const found of rows) if ((await findRun(scope, db, found.run)) !== null) return found;
  return null;
}

const summary = {
  run: plan.run,
  score: plan.score,
  bound: plan.bound,
  gap: plan.gap,
  measures: plan.measures,
  handRule: plan.handRule,
  savedAt: plan.savedAt,
};
