import { ALONE } from "~solver/control";
import { bestPlan } from "~solver/engines/best-plan";
import { engineThreads } from "~solver/engines/threads";
import { spawn } from "~solver/spawn";
import { instanceProblem } from "./instance-problem";
import { processorSeconds } from "./processor-time";

/** Milliseconds after which an engine that says nothing is taken for hung. */
const HUNG = 600_000;

/**
 * The best plan of an instance in a process of its own: `FOLDER PLAN-DATE ITERATIONS COLUMNS SECONDS`. The last line of
 * its output is its score and bound as JSON, or null. SECONDS of processor time.
 */
async function job([folder, planDate, iterations, columns, seconds]: string[]): Promise<void> {
  const { problem } = await instanceProblem({ folder: folder!, planDate: planDate! });
  const worker = String(new URL("./solver-worker.js", import.meta.url));
  const engines = engineThreads((work) => spawn(worker, work), HUNG);
  const control = { ...ALONE, late: () => processorSeconds() > Number(seconds) };
  const best = bestPlan(
    problem,
    engines,
    { iterations: Number(iterations), columns: Number(columns) },
    control,
  );
  engines.end();
  process.stdout.write(`\n${JSON.stringify(best && { score: best.score, bound: best.bound })}\n`);
}

await job(process.argv.slice(2));
