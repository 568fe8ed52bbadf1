import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "~/domain/plan";
import { Refusal } from "../hublist/command";
import { planWords, type Instance } from "./instance-problem";
import { measuredRun, type MeasuredRun } from "./measured-run";

/** One run of the plan command: what it took (seconds, bytes) and what came of it. */
export interface PlanRun extends Pick<MeasuredRun, "cpu" | "wall" | "memory"> {
  /** Wall-clock seconds from rows to solution, as the plan states them: the run without reading, explaining, writing. */
  planning: number;
  score: number;
  bound: number;
  steps: number;
  /** What each engine contributed, as the plan says it. */
  engine: string;
  /** Digest of the plan without its seconds: two runs of one seed must have the same. */
  digest: string;
}

/** How the planner is run. */
export interface PlanSettings {
  seed: number;
  workers: number;
  steps: number | null;
}

/** Runs the plan command once in a fresh process; null when it was stopped. Throws a Refusal when it refuses. */
export async function planRun(
  instance: Instance,
  { seed, workers, steps }: PlanSettings,
  folder: string,
  stop: AbortSignal,
): Promise<PlanRun | null> {
  const out = join(folder, "plan.json");
  rmSync(out, { force: true });
  const settings = ["--seed", seed, "--workers", workers, ...(steps === null ? [] : ["--steps", steps])];
  const words = [...planWords(instance, out), ...settings.map(String)];
  const { code, err, cpu, wall, memory } = await measuredRun("plan", words, null, stop);
  if (stop.aborted) return null;
  if (code !== 0) throw new Refusal(`${instance.name}: the planner ended with ${code}. ${err.trim()}`);
  const plan = JSON.parse(readFileSync(out, "utf8")) as Plan;
  const { score, bound, engine, steps: taken, seconds: planning } = plan;
  return { cpu, wall, memory, planning, score, bound, engine, steps: taken, digest: digestOf(plan) };
}

function digestOf(plan: Plan): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...plan, seconds: 0 }))
    .digest("hex");
}
