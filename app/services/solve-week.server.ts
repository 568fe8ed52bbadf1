import type { IsoDate } from "~/domain/calendar";
import type { RunMoment } from "~/domain/run-history";
import { isBookable } from "~/domain/session-time";
import { HISTORY_FILE } from "~/domain/week-record";
import { environment, type Environment } from "~/env.server";
import type { Actor } from "~db/actor";
import { listSites, wholeScope } from "~db/organisations";
import { savePlan } from "~db/plans";
import { currentPolicy } from "~db/policies";
import { coversSites, type Scope } from "~db/scope";
import { askRun, claimRun, endRun, openRuns, reportProgress, type SolveRun } from "~db/solve-runs";
import type { Store } from "~db/store";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { currentSettings } from "~db/workspace-settings";
import { theQueue } from "./solve-queue.server";
import { endAbandonedRuns } from "./solve-week-abandoned.server";
import type { SolveWishes } from "./solve-week-form.server";
import type { PlannedWeek } from "./solve-week-result.server";
import { endedWords, plannedWords } from "./solve-week-words.server";
import type { JobOutcome, WeekWork } from "./solve-week-worker.server";

/** What somebody asks to be planned. */
export interface SolveAsked {
  organisation: string;
  /** Monday. */
  week: IsoDate;
  planDate: IsoDate;
  wishes: SolveWishes;
  /** The what-if that is to be planned; missing: the live week. */
  scenario?: string;
  /** Settings of the server whose store it is. */
  settings?: Environment;
}

export type StartOutcome =
  | { kind: "started"; run: string }
  /** Somebody was first: theirs is the run to watch. */
  | { kind: "alreadyRunning"; run: string }
  | { kind: "noSessions" }
  /** A plan fills the lists of every site, and these are not the asker's. */
  | { kind: "otherSites"; names: string[] };

/** Who keeps the record of a run while nobody asks. */
const JOB: Actor = { kind: "command", name: "solve-job" };

/** Threads of the solver itself: a run's result does not depend on them, and the server keeps the other cores. */
const WORKERS = 1;
/** Seconds after which a run keeps what it has, whatever its steps. */
const TIME_LIMIT = 1_800;

/** Starts planning a week, or names the run that plans it already: a second click starts nothing. */
export async function startSolve(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: SolveAsked,
): Promise<StartOutcome> {
  if (!scope.organisations.includes(asked.organisation)) return { kind: "noSessions" };
  const sites = await listSites(await wholeScope(store.db), store.db);
  const own = sites.filter(({ organisation }) => organisation === asked.organisation);
  const codes = own.map(({ code }) => code);
  if (!coversSites(scope, codes)) {
    return {
      kind: "otherSites",
      names: own.filter(({ code }) => !scope.sites.includes(code)).map(({ name }) => name),
    };
  }
  const sessions = await listSessions(scope, store.db, weekSpan(asked.week), asked.organisation);
  const bookable = sessions.filter(({ session }) => isBookable(session)).length;
  if (bookable === 0) return { kind: "noSessions" };
  await endAbandonedRuns(store);
  const { run, isNew, work } = await store.commit(actor, "solve.ask", () =>
    ask(scope, store, actor, asked, { sites: codes, bookable }),
  );
  if (!isNew) return { kind: "alreadyRunning", run };
  theQueue().add(queued(store, work));
  return { kind: "started", run };
}

async function ask(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: SolveAsked,
  { sites, bookable }: { sites: string[]; bookable: number },
) {
  const { organisation, week, planDate } = asked;
  const { seed, stepsPerSession, movePrice } = asked.wishes;
  const steps = stepsPerSession === null ? null : stepsPerSession * bookable;
  const scenario = asked.scenario ?? null;
  const isSame = (run: SolveRun) =>
    run.organisation === organisation && run.week === week && run.scenario === scenario;
  const open = (await openRuns(scope, store.db)).find(isSame);
  const toldMovesMax = await toldMoves(scope, store, asked);
  const options = { planDate, steps, timeLimit: TIME_LIMIT, workers: WORKERS, movePrice };
  const policyNumber = (await currentPolicy(scope, store.db, organisation))?.number ?? 0;
  const run =
    open?.id ??
    (await askRun(store, actor, {
      ...{ organisation, week, sites, seed, policyNumber },
      options: { ...options, maxMoves: toldMovesMax },
      ...(scenario === null ? {} : { scenario }),
    }));
  const work: WeekWork = {
    run,
    settings: asked.settings ?? environment(),
    organisation,
    sites,
    week,
    seed,
    policyNumber,
    toldMovesMax,
    scenario,
    ...options,
  };
  return { run, isNew: open === undefined, work };
}

/** Patients already told who may move: as the form says, else as the organisation has set. */
async function toldMoves(scope: Scope, store: Store, { organisation, wishes }: SolveAsked): Promise<number> {
  return (
    wishes.toldMovesMax ?? (await currentSettings(scope, store.db, organisation)).settings.all.toldMovesMax
  );
}

/** How the record of a run is kept as it goes. */
function queued(store: Store, work: WeekWork) {
  const { run } = work;
  let begun = false;
  return {
    work,
    async began() {
      begun = await claimRun(store, JOB, run);
      return begun;
    },
    async beat(progress: Parameters<typeof reportProgress>[3] | null) {
      if (progress === null) return;
      const { stopAsked } = await reportProgress(store, JOB, run, progress);
      if (stopAsked) theQueue().stop(run);
    },
    async ended(outcome: JobOutcome, history: RunMoment[]) {
      if (outcome.kind === "planned") await keepPlan(store, run, outcome.planned, history);
      else if (begun) await endRun(store, JOB, run, endedWords(outcome));
      else await endRun(store, JOB, run, { state: "stopped", message: "Cancelled before it began." });
      if (outcome.kind === "crashed") console.error(`Solve ${run} crashed: ${outcome.word}`);
    },
  };
}

async function keepPlan(
  store: Store,
  run: string,
  planned: PlannedWeek,
  history: RunMoment[],
): Promise<void> {
  const { endedEarly, files, ...found } = planned;
  const state = endedEarly ? "stopped" : "done";
  const { "plan.json": text, ...others } = files;
  const kept = { ...others, [HISTORY_FILE]: Buffer.from(JSON.stringify(history)) };
  await savePlan(
    store,
    JOB,
    run,
    { state, message: plannedWords(planned) },
    {
      ...found,
      text: Buffer.from(text!).toString("utf8"),
      files: Object.entries(kept).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })),
    },
  );
}
