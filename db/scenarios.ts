import { and, desc, eq, isNull, type InferSelectModel } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { ScenarioChange } from "~/domain/scenario";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { scenario, solveRun } from "./schema";
import { inScope, type Scope } from "./scope";
import type { SolveRun } from "./solve-runs";
import type { Store } from "./store";

/** A what-if of a week. */
export interface Scenario extends Omit<InferSelectModel<typeof scenario>, "changes"> {
  changes: ScenarioChange[];
}

/** The what-ifs of an organisation's week that nobody closed, latest first. */
export async function listScenarios(
  scope: Scope,
  db: Reader,
  organisation: string,
  week: IsoDate,
): Promise<Scenario[]> {
  const rows = await db
    .select()
    .from(scenario)
    .where(
      and(
        inScope(scope, scenario.organisation),
        eq(scenario.organisation, organisation),
        eq(scenario.week, week),
        isNull(scenario.closedAt),
      ),
    )
    .orderBy(desc(scenario.madeAt), desc(scenario.id));
  return rows.map(known);
}

/** One what-if in scope, closed or not. */
export async function findScenario(scope: Scope, db: Reader, id: string): Promise<Scenario | null> {
  const [found] = await db
    .select()
    .from(scenario)
    .where(and(inScope(scope, scenario.organisation), eq(scenario.id, id)));
  return found ? known(found) : null;
}

/** Runs of a what-if in scope, latest first. */
export async function scenarioRuns(scope: Scope, db: Reader, id: string): Promise<SolveRun[]> {
  const rows = await db
    .select()
    .from(solveRun)
    .where(and(inScope(scope, solveRun.organisation), eq(solveRun.scenario, id)))
    .orderBy(desc(solveRun.askedAt), desc(solveRun.id));
  return rows.filter(({ sites }) => sites.every((site) => scope.sites.includes(site)));
}

/** Keeps a new what-if under an id that whoever asks has chosen (db/new-id.ts). */
export async function saveScenario(
  store: Store,
  actor: Actor,
  made: Pick<Scenario, "id" | "organisation" | "week" | "name" | "changes" | "revision">,
): Promise<void> {
  await store.commit(actor, "scenario.save", (tx) =>
    tx.insert(scenario, { ...made, madeBy: tx.by, madeAt: tx.at, closedAt: null }),
  );
}

/** Closes a what-if in scope: it leaves the list, and stays with its plans. False: there is none that is open. */
export async function closeScenario(scope: Scope, store: Store, actor: Actor, id: string): Promise<boolean> {
  return store.commit(actor, "scenario.close", async (tx) => {
    const found = await findScenario(scope, tx.db, id);
    if (found === null || found.closedAt !== null) return false;
    await tx.update(scenario, { id }, { closedAt: tx.at });
    return true;
  });
}

/** The changes are written by Hublist alone (app/services/what-if). */
function known(row: InferSelectModel<typeof scenario>): Scenario {
  return { ...row, changes: row.changes as ScenarioChange[] };
}
