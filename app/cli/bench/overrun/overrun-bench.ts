import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "~solver/check";
import { run } from "~solver/run";
import type { Solved } from "~solver/solution";
import { Refusal } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { generateInstance, type SizeName } from "../generated";
import { instanceProblem } from "../instance-problem";
import { planOverruns, type PlanOverruns } from "./list-overruns";
import { overrunGuards, type OverrunGuard } from "./overrun-guards";

/**
 * A guard and what came of it: the plan's score by the problem's own weights, and its lists. `bound`: no plan that keeps
 * the guard's limit scores more; null for slack, whose bound holds for shorter lists than there are.
 */
export interface GuardedPlan extends PlanOverruns {
  guard: Pick<OverrunGuard, "words" | "limit">;
  score: number;
  bound: number | null;
}

const WORKER = new URL("./solver-worker.js", import.meta.url);

/** Solves one instance by the overrun rule at several limits and by flat slack, and simulates every list. */
export async function overrunBench(
  order: { size: SizeName; seed: number; steps: number | null },
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<GuardedPlan[]> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  const found: GuardedPlan[] = [];
  try {
    const { problem } = await instanceProblem(generateInstance(order.size, order.seed, folder));
    for (const { words, limit, problem: guarded } of overrunGuards(problem)) {
      progress.now(`${order.size}, ${words}`);
      const solution = await solved(guarded, order, stop);
      if (solution === null) break;
      const { options } = solution;
      const { score } = check({ ...problem, overrunProbabilityMax: 1 }, options);
      const bound = limit === null ? null : solution.bound;
      found.push({ guard: { words, limit }, score, bound, ...planOverruns(problem, options, order.seed) });
      progress.done(`${order.size}, ${words}: score ${score}`);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the solver finds; null when it was stopped. */
async function solved(
  problem: OverrunGuard["problem"],
  { seed, steps }: { seed: number; steps: number | null },
  stop: AbortSignal,
): Promise<Solved | null> {
  if (stop.aborted) return null;
  const solve = run(WORKER, problem, { seed, steps, timeLimit: null, workers: 1 });
  const kill = () => solve.kill();
  stop.addEventListener("abort", kill, { once: true });
  const outcome = await solve.outcome;
  stop.removeEventListener("abort", kill);
  if (outcome.kind === "killed") return null;
  if (outcome.kind === "crashed") throw new Error(outcome.message);
  if (outcome.solution.kind !== "solved") throw new Refusal("The instance has no plan under this limit.");
  return outcome.solution;
}
