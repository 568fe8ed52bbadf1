import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { gapPercent } from "~/domain/gap-words";
import { store } from "~/store.server";
import { weekRevision } from "~db/placements";
import { latestPlan } from "~db/plans";
import type { Scope } from "~db/scope";
import { listRuns, type SolveRun } from "~db/solve-runs";
import { sessionDates } from "~db/theatre-sessions";

/** A coming week and what stands in it. */
export interface HomeWeek {
  week: IsoDate;
  sessions: number;
  state: "planning" | "failed" | "proposal" | "accepted" | "noPlan";
  /** The state in words, with the plan's gap where there is one. */
  words: string;
}

/** Weeks that the home page looks ahead, from this one on. */
const WEEKS_AHEAD = 10;

/** The coming weeks that have sessions, soonest first. */
export async function homeWeeks(scope: Scope, organisation: string, today: IsoDate): Promise<HomeWeek[]> {
  const first = mondayOf(today);
  const sessions = new Map<IsoDate, number>();
  for (const day of await sessionDates(scope, store().db, today)) {
    const week = mondayOf(day.date);
    if (day.organisation !== organisation || week >= addDays(first, 7 * WEEKS_AHEAD)) continue;
    sessions.set(week, (sessions.get(week) ?? 0) + day.sessions);
  }
  const weeks = [...sessions].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    weeks.map(async ([week, count]) => ({
      week,
      sessions: count,
      ...(await stateOf(scope, organisation, week)),
    })),
  );
}

async function stateOf(
  scope: Scope,
  organisation: string,
  week: IsoDate,
): Promise<Pick<HomeWeek, "state" | "words">> {
  const { db } = store();
  const [run] = await listRuns(scope, db, organisation, week);
  if (isOpen(run)) return { state: "planning", words: "Being planned now" };
  const revision = await weekRevision(scope, db, organisation, week);
  if (revision > 0) return { state: "accepted", words: `Accepted, revision ${revision}` };
  const plan = await latestPlan(scope, db, organisation, week);
  if (plan)
    return {
      state: "proposal",
      words: `Proposal waits for acceptance, at most ${gapPercent(plan.gap)} below any possible plan`,
    };
  if (run?.state === "failed") return { state: "failed", words: `Planning failed: ${run.message}` };
  return { state: "noPlan", words: "No plan yet" };
}

const isOpen = (run: SolveRun | undefined) => run?.state === "queued" || run?.state === "running";
