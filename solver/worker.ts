import { parentPort, workerData } from "node:worker_threads";
import { alone, type Crews } from "./crew";
import { serve, type EngineWork } from "./engines/serve";
import { engineThreads } from "./engines/threads";
import type { Problem } from "./problem";
import { spawn } from "./run";
import type { Progress, Solution, SolveOptions } from "./solution";
import { solve } from "./solve";
import { help, helperModel, Team, type HelperWork, type Shared } from "./team";
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

const work = workerData as HelperWork | EngineWork | null;
// A leader may be started before there is a problem: it waits for its work.
if (work === null) parentPort?.once("message", lead);
else if ("engine" in work) void serve(work);
else standBy(work);

/** A helper makes its model while the leader makes its own, then joins the team. What fails here fails the leader too. */
function standBy({ problem, of }: HelperWork): void {
  try {
    const own = helperModel(problem);
    const control = watch(of, () => undefined);
    parentPort?.once("message", (shared: Shared | null) => shared && help(own, shared, control));
  } catch {
    // The leader finds the same fault and says so.
  }
}

/** Solves, with as many helpers as were asked for beside this thread, and engines in threads of their own. */
function lead(work: Work): void {
  const say = (message: Message) => parentPort?.postMessage(message);
  const control = watch(work, (progress) => say({ kind: "progress", progress }));
  const { options, stop, began } = work;
  const helperWork: HelperWork = { problem: work.problem, of: { options, stop, began } };
  const helpers = Array.from({ length: options.workers - 1 }, () => spawn(work.entry, helperWork));
  const tell = (shared: Shared | null) => helpers.forEach((helper) => helper.postMessage(shared));
  const teams: Team[] = [];
  const crews: Crews = (model, relaxation) => {
    if (helpers.length === 0) return alone(model, relaxation);
    const team = new Team(model, relaxation, tell);
    teams.push(team);
    return team;
  };
  const engines = engineThreads((engineWork) => spawn(work.entry, engineWork));
  const solution = solve(work.problem, options, control, crews, engines);
  for (const team of teams) team.end();
  if (teams.length === 0) tell(null);
  engines.end();
  say({ kind: "solution", solution });
}
