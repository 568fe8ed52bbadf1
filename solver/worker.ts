import { parentPort, workerData } from "node:worker_threads";
import { alone, type Crews } from "./crew";
import { serve, type EngineWork } from "./engines/serve";
import { engineThreads } from "./engines/threads";
import type { Problem } from "./problem";
import { spawn } from "./run";
import type { Progress, Solution, SolveOptions } from "./solution";
import { solve } from "./solve";
import { help, Team, type HelperWork } from "./team";
import { watch } from "./watch";

/** What a run hands to its worker. `stop` holds one whole number: 1 asks the worker to stop and keep the best. */
export interface Work {
  /** URL of this program, from which helpers are started. */
  entry: string;
  problem: Problem;
  options: SolveOptions;
  stop: SharedArrayBuffer;
  /** Milliseconds since the epoch when the run began. */
  began: number;
}

/** What a worker says. */
export type Message = { kind: "progress"; progress: Progress } | { kind: "solution"; solution: Solution };

const work = workerData as Work | HelperWork | EngineWork;
if ("engine" in work) void serve(work);
else if ("shared" in work)
  help(
    work,
    watch(work.of, () => undefined),
  );
else lead(work);

/** Solves, with as many helpers as were asked for beside this thread, and engines in threads of their own. */
function lead(work: Work): void {
  const say = (message: Message) => parentPort?.postMessage(message);
  const control = watch(work, (progress) => say({ kind: "progress", progress }));
  const { options, stop, began } = work;
  const teams: Team[] = [];
  const crews: Crews = (model, relaxation) => {
    if (options.workers <= 1) return alone(model, relaxation);
    const start = (shared: HelperWork["shared"]) =>
      void spawn(work.entry, { problem: work.problem, shared, of: { options, stop, began } });
    const team = new Team(model, relaxation, options.workers - 1, start);
    teams.push(team);
    return team;
  };
  const engines = engineThreads((engineWork) => spawn(work.entry, engineWork));
  const solution = solve(work.problem, options, control, crews, engines);
  for (const team of teams) team.end();
  engines.end();
  say({ kind: "solution", solution });
}
