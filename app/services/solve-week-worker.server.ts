import type { IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import type { Environment } from "~/env.server";
import type { Progress } from "~solver/solution";
import { startJobWorker } from "./job-worker.server";
import type { PlannedWeek, WeekOutcome } from "./solve-week-result.server";

/** What a worker needs to plan one week of one organisation from the store. */
export interface WeekWork {
  run: string;
  /** Where the store is, and today. */
  settings: Environment;
  organisation: string;
  /** All sites of the organisation. */
  sites: string[];
  /** Monday. */
  week: IsoDate;
  planDate: IsoDate;
  seed: number;
  /** Null: as many as follow from the week alone. */
  steps: number | null;
  /** Wall-clock seconds below which the steps must end. */
  timeLimit: number | null;
  workers: number;
  /** Points that moving an accepted case must gain. */
  movePrice: number;
  /** Patients already told who may move. */
  toldMovesMax: number;
  /** Number of the organisation's policy; 0: the default. */
  policyNumber: number;
  /** The what-if that is planned; null: the live week. */
  scenario: string | null;
}

/** What a worker says: how far it is, and once what came of it. */
export type JobMessage = { kind: "progress"; progress: Progress } | WeekOutcome;

/** How a job came to its end. `message` of a crash is for the log alone. */
export type JobOutcome =
  | { kind: "planned"; planned: PlannedWeek }
  | { kind: "refused"; faults: Fault[] }
  | { kind: "killed" }
  | { kind: "crashed"; word: string; message: string };

/** A job in a worker of its own. `outcome` never rejects. */
export interface RunningJob {
  outcome: Promise<JobOutcome>;
  /** Asks for the best plan so far. */
  stop(): void;
  /** Ends it at once, without a plan. */
  kill(): void;
}

/** Starts planning a week in a worker; `told` hears of its progress. `memory`: its heap, megabytes, if not the usual. */
export function startJob(work: WeekWork, told: (progress: Progress) => void, memory?: number): RunningJob {
  const worker = startJobWorker("solve-job", { workerData: work }, memory);
  let killed = false;
  const outcome = new Promise<JobOutcome>((settle) => {
    worker.on("message", (message: JobMessage) => {
      if (message.kind === "progress") told(message.progress);
      else settle(message.kind === "stopped" ? { kind: "killed" } : message);
    });
    worker.on("error", (error: Error & { code?: string }) => settle(crash(error)));
    worker.on("exit", (code) =>
      settle(killed ? { kind: "killed" } : crash(new Error(`the worker left with ${code}`))),
    );
  });
  return {
    outcome,
    stop: () => worker.postMessage("stop"),
    kill: () => {
      killed = true;
      void worker.terminate();
    },
  };
}

function crash(error: Error & { code?: string }): JobOutcome {
  const word = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : "error";
  return { kind: "crashed", word, message: error.message };
}
