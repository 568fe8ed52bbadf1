import type { Instance } from "./instance-problem";
import { measuredRun } from "./measured-run";

/** The best plan of an instance as the reference found it: proven where bound and score are the same. */
export interface ExactRun {
  score: number;
  bound: number;
  cpu: number;
}

/** Iterations of the engine, columns at once, and processor seconds, that the reference may take. */
const ITERATIONS = 10_000_000;
const COLUMNS = 6_000_000;
const SECONDS = 1200;

/** Finds the best plan of a small instance, without the planner's search; null when it was stopped or has none. */
export async function exactRun({ folder, planDate }: Instance, stop: AbortSignal): Promise<ExactRun | null> {
  const words = [folder, planDate, String(ITERATIONS), String(COLUMNS), String(SECONDS)];
  const { code, out, cpu } = await measuredRun("bench-exact", words, 2 * SECONDS, stop);
  if (stop.aborted || code !== 0) return null;
  const best = JSON.parse(out.trim().split("\n").at(-1)!) as Omit<ExactRun, "cpu"> | null;
  return best && { ...best, cpu };
}
