import { and, asc, desc, eq, inArray, isNull, type InferSelectModel, type SQL } from "drizzle-orm";
import { newId } from "./new-id";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { solveRun, type RunOptions, type RunProgress, type RunState } from "./schema";
import { coversSites, inScope, type Scope } from "./scope";
import type { Store } from "./store";

/** One run of the solver for an organisation's week. */
export type SolveRun = InferSelectModel<typeof solveRun>;

/** Which state may follow which. */
const FOLLOWS: Record<RunState, RunState[]> = {
  queued: ["running", "stopped", "failed"],
  running: ["done", "stopped", "failed", "killed"],
  done: [],
  stopped: [],
  failed: [],
  killed: [],
};

/** Runs of the live week, not of its what-ifs, whose sites are all in scope, latest first. */
export async function listRuns(
  scope: Scope,
  db: Reader,
  organisation: string,
  week: string,
): Promise<SolveRun[]> {
  return runsWhere(
    scope,
    db,
    and(eq(solveRun.organisation, organisation), eq(solveRun.week, week), isNull(solveRun.scenario)),
  );
}

/** Runs that are queued or under way, oldest first: what a worker takes up, and looks after when it starts. */
export async function openRuns(scope: Scope, db: Reader): Promise<SolveRun[]> {
  return (await runsWhere(scope, db, inArray(solveRun.state, ["queued", "running"]))).reverse();
}

/** One run, when all its sites are in scope. */
export async function findRun(scope: Scope, db: Reader, id: string): Promise<SolveRun | null> {
  return (await runsWhere(scope, db, eq(solveRun.id, id)))[0] ?? null;
}

async function runsWhere(scope: Scope, db: Reader, where: SQL | undefined): Promise<SolveRun[]> {
  const rows = await db
    .select()
    .from(solveRun)
    .where(and(inScope(scope, solveRun.organisation), where))
    .orderBy(desc(solveRun.askedAt), asc(solveRun.id));
  return rows.filter(({ sites }) => coversSites(scope, sites));
}

/** Puts a run in the queue. */
export async function askRun(
  store: Store,
  actor: Actor,
  asked: {
    organisation: string;
    week: string;
    sites: string[];
    options: RunOptions;
    seed: number;
    policyNumber: number;
    /** The what-if that is planned; missing: the live week. */
    scenario?: string;
  },
): Promise<string> {
  return store.commit(actor, "solve.ask", async (tx) => {
    const id = newId();
    const fresh = { state: "queued" as const, stopAsked: false, message: "", progress: null };
    const times = { askedAt: tx.at, startedAt: null, heartbeatAt: null, finishedAt: null };
    await tx.insert(solveRun, { id, scenario: null, ...asked, ...fresh, ...times, askedBy: tx.by });
    return id;
  });
}

/** Takes up a queued run; false when somebody else was first, or it was stopped. */
export async function claimRun(store: Store, actor: Actor, id: string): Promise<boolean> {
  return store.commit(actor, "solve.start", async (tx) => {
    const [run] = await tx.db.select().from(solveRun).where(eq(solveRun.id, id));
    if (run?.state !== "queued") return false;
    await tx.update(solveRun, { id }, { state: "running", startedAt: tx.at, heartbeatAt: tx.at });
    return true;
  });
}

/** Says how far a run is and that it lives; answers whether it is to stop, also when it was ended meanwhile. */
export async function reportProgress(
  store: Store,
  actor: Actor,
  id: string,
  progress: RunProgress,
): Promise<{ stopAsked: boolean }> {
  return store.commit(actor, "solve.progress", async (tx) => {
    const [run] = await tx.db.select().from(solveRun).where(eq(solveRun.id, id));
    if (run?.state !== "running") return { stopAsked: true };
    await tx.update(solveRun, { id }, { progress, heartbeatAt: tx.at });
    return { stopAsked: run.stopAsked };
  });
}

export type StopOutcome =
  { kind: "asked" } | { kind: "stopped" } | { kind: "over"; state: RunState } | { kind: "notFound" };

/** Asks a run to stop and keep its best; one that is still queued stops at once. */
export async function askToStop(scope: Scope, store: Store, actor: Actor, id: string): Promise<StopOutcome> {
  return store.commit(actor, "solve.stop", async (tx) => {
    const run = await findRun(scope, tx.db, id);
    if (run === null) return { kind: "notFound" };
    if (run.state === "queued") {
      await tx.update(solveRun, { id }, { state: "stopped", stopAsked: true, finishedAt: tx.at });
      return { kind: "stopped" };
    }
    if (run.state !== "running") return { kind: "over", state: run.state };
    await tx.update(solveRun, { id }, { stopAsked: true });
    return { kind: "asked" };
  });
}

/**
 * Ends a run without a plan: it failed, was killed, or was stopped before it had one. `message` says in plain words
 * what happened. False when it had ended already.
 */
export async function endRun(
  store: Store,
  actor: Actor,
  id: string,
  end: { state: Exclude<RunState, "queued" | "running">; message: string },
): Promise<boolean> {
  return store.commit(actor, "solve.end", async (tx) => {
    const [run] = await tx.db.select().from(solveRun).where(eq(solveRun.id, id));
    if (run === undefined || !FOLLOWS[run.state].includes(end.state)) return false;
    await tx.update(solveRun, { id }, { ...end, finishedAt: tx.at });
    return true;
  });
}
