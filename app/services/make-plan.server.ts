import type { Fault } from "~/domain/fault";
import type { PlanInput } from "~/domain/plan-input";
import type { Plan } from "~/domain/plan";
import { run, type Outcome, type Threads } from "~solver/run";
import type { Progress, Solved, SolveOptions } from "~solver/solution";
import { buildProblem, type BuiltProblem } from "./build-problem.server";
import { decodePlan } from "./decode-plan.server";
import { explainPlan, type PlanReasons } from "./explain-plan.server";
import { judgePlan } from "./judge-plan.server";
import { doorFaults } from "./planning/door-faults.server";
import { pinClashes } from "./planning/pin-clashes.server";
import { planContext, type PlanContext } from "./planning/plan-context.server";
import { comparePlans, type PlanComparison } from "./planning/compare-plans.server";

/** How a plan is to be made. */
export interface PlanRun extends SolveOptions {
  /** Seconds of the time limit that are gone already, such as those of reading. */
  spent?: number;
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
  const timeLimit = timeToSolve(options, (performance.now() - began) / 1000);
  const outcome = await solved(built, { ...options, timeLimit });
  if (outcome.kind === "killed") return { kind: "stopped" };
  if (outcome.kind === "crashed") return outcome;
  const { solution } = outcome;
  if (solution.kind === "malformed")
    return { kind: "refused", faults: doorFaults(built.problem, solution.faults) };
  if (solution.kind === "refused") return { kind: "refused", faults: pinClashes(built, solution.clashes) };
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const reasons = explainPlan(context, built, solution);
  const plan = decodePlan(context, built, solution, { seed: options.seed, seconds }, reasons);
  letOnlySoundPlansLeave(context, plan, solution);
  const comparison = comparePlans(context, built, solution);
  return { kind: "planned", plan, comparison, solved: solution, context, reasons };
}

/** What a plan takes to be explained, judged and written, by what its problem took to be built: 4.7 to 5.8 on a region. */
const TELLING = 6;

/**
 * The part of the time limit that is left to the solver: less what is gone, and less what telling will take on this
 * machine as it is now, judged by the seconds that building the problem took.
 */
function timeToSolve({ timeLimit, spent = 0 }: PlanRun, building: number): number | null {
  return timeLimit === null ? null : Math.max(0, timeLimit - spent - building * (1 + TELLING));
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
