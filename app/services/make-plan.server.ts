import type { Fault } from "~/domain/fault";
import type { PlanInput } from "~/domain/plan-input";
import type { SentenceNames } from "~/domain/eligibility/rule";
import type { Plan, UnplacedEntry } from "~/domain/plan";
import { run, type Outcome, type Threads } from "~solver/run";
import type { Progress, Solved, SolveOptions } from "~solver/solution";
import { buildProblem, type BuiltProblem } from "./build-problem.server";
import { decodePlan } from "./decode-plan.server";
import { explainUnplaced } from "./explain-unplaced.server";
import { explainPlan, type PlanReasons } from "./explain-plan.server";
import { judgePlan } from "./judge-plan.server";
import { doorFaults } from "./planning/door-faults.server";
import { pinClashes } from "./planning/pin-clashes.server";
import { planContext, type PlanContext } from "./planning/plan-context.server";
import { comparePlans, type PlanComparison } from "./planning/compare-plans.server";
import { timeShares, type TimeShares } from "./planning/time-shares";

/** How a plan is to be made. */
export interface PlanRun extends SolveOptions {
  /** Seconds of the time limit that are gone already, and how many of them were spent reading. */
  spent?: { all: number; reading: number };
  /** Whether reasons may be left out where the time limit comes first. */
  mayTellInPart?: boolean;
  /** The solver's worker: build/node/solver-worker.js, or solver/worker.ts in development and tests. */
  worker: URL | string;
  /** Threads of that worker that are ready, started while the rows were read. */
  ready?: Threads;
  onProgress?: (progress: Progress) => void;
  /** Aborted: stop and keep the best plan so far. */
  stop?: AbortSignal;
  /** Aborted: leave at once, without a plan. */
  kill?: AbortSignal;
}

/** What came of it. `crashed` carries a word for people; `message` is for the log. */
export type PlanOutcome =
  | {
      kind: "planned";
      plan: Plan;
      comparison: PlanComparison;
      solved: Solved;
      context: PlanContext;
      reasons: PlanReasons;
      /** The unplaced again, with sentences that name things otherwise than the plan's files do. */
      unplacedAs: (names: SentenceNames) => UnplacedEntry[];
      /** How the time limit was shared out; null without one. */
      shares: TimeShares | null;
    }
  | { kind: "refused"; faults: Fault[] }
  | { kind: "stopped" }
  | { kind: "crashed"; word: string; message: string };

/**
 * Makes a plan: rows to problem, solver in a worker thread, solution to plan, judged again from the rows. The command
 * line and the browser both call this. Same input and seed, bounded by steps, give the same plan, `seconds` aside.
 */
export async function makePlan(input: PlanInput, options: PlanRun): Promise<PlanOutcome> {
  const began = performance.now();
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind === "refused") return built;
  const shares = sharesOf(options, since(began));
  const outcome = await solved(built, { ...options, timeLimit: shares && shares.solving });
  if (outcome.kind === "killed") return { kind: "stopped" };
  if (outcome.kind === "crashed") return outcome;
  const { solution } = outcome;
  if (solution.kind === "malformed")
    return { kind: "refused", faults: doorFaults(built.problem, solution.faults) };
  if (solution.kind === "refused") return { kind: "refused", faults: pinClashes(built, solution.clashes) };
  const seconds = Math.round(since(began) * 10) / 10;
  const tellUntil = (options.mayTellInPart && shares?.tellUntil) || Infinity;
  const late = () => since(began) + (options.spent?.all ?? 0) >= tellUntil;
  const reasons = explainPlan(context, built, solution, late);
  const plan = decodePlan(context, built, solution, { seed: options.seed, seconds }, reasons);
  letOnlySoundPlansLeave(context, plan, solution);
  const comparison = comparePlans(context, built, solution);
  const unplacedAs = (names: SentenceNames) => {
    const renamed = { ...context, eligibility: { ...context.eligibility, names } };
    return explainUnplaced(renamed, built, solution.options, reasons);
  };
  return { kind: "planned", plan, comparison, solved: solution, context, reasons, unplacedAs, shares };
}

/** Seconds since a reading of the clock. */
function since(began: number): number {
  return (performance.now() - began) / 1000;
}

function sharesOf({ timeLimit, spent }: PlanRun, building: number): TimeShares | null {
  const { all, reading } = spent ?? { all: 0, reading: 0 };
  return timeLimit === null ? null : timeShares(timeLimit, { spent: all + building, reading, building });
}

async function solved({ problem }: BuiltProblem, options: PlanRun): Promise<Outcome> {
  const { seed, steps, timeLimit, workers, worker, ready, onProgress, stop, kill } = options;
  if (kill?.aborted) return { kind: "killed" };
  const started = run(worker, problem, { seed, steps, timeLimit, workers }, onProgress, ready);
  const forget = [onAbort(stop, () => started.stop()), onAbort(kill, () => started.kill())];
  try {
    return await started.outcome;
  } finally {
    forget.forEach((each) => each());
  }
}

/** Calls back once the signal is aborted, now or later. Gives what ends the listening. */
function onAbort(signal: AbortSignal | undefined, then: () => void): () => void {
  if (signal?.aborted) then();
  signal?.addEventListener("abort", then, { once: true });
  return () => signal?.removeEventListener("abort", then);
}

/** A plan that breaks a rule is a defect of the solver or of the decoding: it never leaves. */
function letOnlySoundPlansLeave(context: PlanContext, plan: Plan, { handRule }: Solved): void {
  const faults = judgePlan(context, plan);
  // A bound under a limit on moves says nothing of the plan by hand, which heeds none.
  const isLimited = (context.input.previous?.maxMoves ?? null) !== null;
  if (!isLimited && plan.bound < handRule.score)
    faults.push(`bound ${plan.bound} is below the hand rule's ${handRule.score}`);
  if (faults.length)
    throw new Error(`the plan fails its judge (${faults.length}): ${faults.slice(0, 5).join("; ")}`);
}
