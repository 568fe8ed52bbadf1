import type { IsoDate } from "./calendar";
import type { Fault } from "./fault";
import type { PinRow } from "./pin";
import type { Policy } from "./policy";
import type { SharedResource, TheatreSession } from "./theatre";
import type { WaitingListEntry } from "./waiting-list";

/** Everything a plan follows from, whether read from files or from the store. */
export interface PlanInput {
  planDate: IsoDate;
  entries: WaitingListEntry[];
  /** All sessions, open or not: the first and last date of them set the horizon of the targets. */
  sessions: TheatreSession[];
  resources: SharedResource[];
  policy: Policy;
  pins: PinRow[];
  previous: PreviousPlan | null;
  /** Rows that were left out and why, doubtful cells of rows that stand: both go into the plan as they are. */
  rejected: Fault[];
  warnings: Fault[];
  /** Names of the files or imports, for faults that only show when they are laid side by side. */
  files: InputFiles;
}

export interface InputFiles {
  waitingList: string;
  sessions: string;
  resources: string;
  pins: string;
  previous: string;
}

export const CONTRACT_FILES: InputFiles = {
  waitingList: "waiting-list.csv",
  sessions: "sessions.csv",
  resources: "resources.csv",
  pins: "pins.csv",
  previous: "plan.json",
};

/** Where cases stood before, and what moving them costs. */
export interface PreviousPlan {
  placements: PreviousPlacement[];
  /** Points for each moved patient, inside the search only. */
  movePrice: number;
  /** No more than this many may move; null = no limit. */
  maxMoves: number | null;
}

export interface PreviousPlacement {
  pathwayId: string;
  issuer?: string;
  sessionId: string;
}
