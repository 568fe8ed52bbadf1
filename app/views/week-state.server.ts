import type { IsoDate } from "~/domain/calendar";
import { changesTo } from "~/services/accept-plan.server";
import { readWeekRecord } from "~/services/week-record.server";
import type { WeekRecord } from "~/domain/week-record";
import type { Reader } from "~db/engine";
import { changesSince } from "~db/placement-changes";
import { currentPlacements, weekRevision, type Placement } from "~db/placements";
import { latestPlan, type PlanSummary } from "~db/plans";
import type { Scope } from "~db/scope";
import { listRuns, type SolveRun } from "~db/solve-runs";
import { listSessions, weekSpan, type HeldSession } from "~db/theatre-sessions";

/** All that a page needs to know of where a week stands. */
export interface HeldWeekState {
  organisation: string;
  week: IsoDate;
  revision: number;
  sessions: HeldSession[];
  standing: Placement[];
  /** The last change of the week; null: it was never accepted. */
  lastChange: { at: string; by: string } | null;
  /** The last solve, whatever became of it. */
  lastRun: SolveRun | null;
  /** The plan that was found last: whether the week stands otherwise, and whether it then waits to be accepted. */
  plan: { summary: PlanSummary; run: SolveRun; record: WeekRecord; differs: boolean; waits: boolean } | null;
}

/** Reads where a week of an organisation stands. */
export async function weekState(
  scope: Scope,
  db: Reader,
  organisation: string,
  week: IsoDate,
): Promise<HeldWeekState> {
  const sessions = await listSessions(scope, db, weekSpan(week), organisation);
  const standing = await currentPlacements(scope, db, organisation, week);
  const revision = await weekRevision(scope, db, organisation, week);
  const lastChange = await lastChangeOf(scope, db, { organisation, week, revision: revision - 1 });
  const runs = await listRuns(scope, db, organisation, week);
  const held = { organisation, week, revision, sessions, standing, lastChange, lastRun: runs[0] ?? null };
  return { ...held, plan: await planOf(scope, db, held, runs) };
}

async function lastChangeOf(scope: Scope, db: Reader, since: Parameters<typeof changesSince>[2]) {
  const last = (await changesSince(scope, db, since)).at(-1);
  return last ? { at: last.changedAt, by: last.changedBy } : null;
}

async function planOf(
  scope: Scope,
  db: Reader,
  { organisation, week, sessions, standing, lastChange }: Omit<HeldWeekState, "plan">,
  runs: readonly SolveRun[],
): Promise<HeldWeekState["plan"]> {
  const summary = await latestPlan(scope, db, organisation, week);
  const run = runs.find(({ id }) => id === summary?.run);
  const record = run ? await readWeekRecord(scope, db, run.id) : null;
  if (!summary || !run || !record) return null;
  const isNewer = lastChange === null || summary.savedAt > lastChange.at;
  const differs = changesTo(record, sessions, standing).length > 0;
  return { summary, run, record, differs, waits: isNewer && differs };
}

/** Whether a run is under way or waits for its turn. */
export function isOpen(run: Pick<SolveRun, "state"> | null): boolean {
  return run?.state === "queued" || run?.state === "running";
}
