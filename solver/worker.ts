import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { alone, type Crews } from "./crew";
import { serve, type EngineWork } from "./engines/serve";
import { engineThreads } from "./engines/threads";
import type { Problem } from "./problem";
import type { Progress, Solution, SolveOptions } from "./solution";
import { solve } from "./solve";
import { spawn } from "./spawn";
import { help, helperModel, Team, type Shared } from "./team";
import { watch } from "./watch";

/** What all threads of a run are told. */
interface Known {
  problem: Problem;
  /** `stop` holds one whole number: 1 asks to stop and keep the best. `began`: milliseconds since the epoch. */
  of: { options: SolveOptions; stop: SharedArrayBuffer; began: number };
}

/** What a run hands to the thread that leads. */
export interface LeaderWork extends Known {
  kind: "lead";
  /** URL of this program, from which engines are started. */
  entry: string;
  /** To each helper goes what a team shares, or null when there is no team after all. */
  helpers: MessagePort[];
}

/** What a run hands to each thread that helps. */
export interface HelperWork extends Known {
  kind: "help";
  leader: MessagePort;
}

/** What a leader says. */
export type Message = { kind: "progress"; progress: Progress } | { kind: "solution"; solution: Solution };

const engine = workerData as EngineWork | null;
// A thread may be started before there is a problem: it waits for its work.
if (engine !== null) void serve(engine);
else
  parentPort?.once("message", (work: LeaderWork | HelperWork) =>
    work.kind === "lead" ? lead(work) : standBy(work),
  );

/**
 * A helper makes its model while the leader makes its own, then joins the team. A fault that it meets before that costs
 * no more than its help.
 */
function standBy({ problem, of, leader }: HelperWork): void {
  try {
    const own = helperModel(problem);
    const control = watch(of, () => undefined);
    leader.once("message", (shared: Shared | null) => {
      if (shared) help(own, shared, control);
      leader.close();
    });
  } catch {
    // A fault of the problem is the leader's to tell.
  }
}

/** Solves, with the helpers that there are beside this thread, and engines in threads of their own. */
function lead({ entry, problem, of, helpers }: LeaderWork): void {
  const say = (message: Message) => parentPort?.postMessage(message);
  const control = watch(of, (progress) => say({ kind: "progress", progress }));
  const tell = (shared: Shared | null) => helpers.forEach((helper) => helper.postMessage(shared));
  const teams: Team[] = [];
  const crews: Crews = (model, relaxation) => {
    if (helpers.length === 0) return alone(model, relaxation);
    const team = new Team(model, relaxation, tell);
    teams.push(team);
    return team;
  };
  const engines = engineThreads((engineWork) => spawn(entry, engineWork));
  const solution = solve(problem, of.options, control, crews, engines);
  for (const team of teams) team.end();
  if (teams.length === 0) tell(null);
  engines.end();
  say({ kind: "solution", solution });
}
