import type { IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import { CONTRACT_FILES, type InputFiles, type PlanInput, type PreviousPlan } from "~/domain/plan-input";
import { DEFAULT_POLICY } from "~/domain/policy";
import { readPins } from "./pins";
import { readPolicy } from "./policy";
import { readPreviousPlan } from "./previous-plan";
import { readResources } from "./resources";
import type { ReadResult } from "./result";
import { readSessions } from "./sessions";
import { readWaitingList } from "./waiting-list";

/** One of the planner's files: its name, as faults give it, and its bytes. */
export interface PlanFile {
  file: string;
  bytes: Uint8Array;
}

/** The files that a plan is made from; null: there is none. */
export interface PlanFiles {
  waitingList: PlanFile;
  sessions: PlanFile;
  resources: PlanFile | null;
  policy: PlanFile | null;
  pins: PlanFile | null;
  previous: PlanFile | null;
}

/** What moving a case of the earlier plan costs in points, and how many may move (null: any number). */
export type MoveLimits = Pick<PreviousPlan, "movePrice" | "maxMoves">;

export type PlanFilesRead = { kind: "read"; input: PlanInput } | { kind: "refused"; faults: Fault[] };

/** Reads the planner's files into one input, or says with every fault why they are refused. */
export function readPlanFiles(files: PlanFiles, planDate: IsoDate, moves: MoveLimits): PlanFilesRead {
  const at = ({ file }: PlanFile) => ({ file, planDate });
  const table = <Row>(found: PlanFile | null, read: (file: PlanFile) => ReadResult<Row>): ReadResult<Row> =>
    found ? read(found) : NO_TABLE;
  const entries = table(files.waitingList, (found) => readWaitingList(found.bytes, at(found)));
  const sessions = table(files.sessions, (found) => readSessions(found.bytes, at(found)));
  const resources = table(files.resources, (found) => readResources(found.bytes, at(found)));
  const pins = table(files.pins, (found) => readPins(found.bytes, at(found)));
  const policy = files.policy ? readPolicy(files.policy.bytes, files.policy) : DEFAULT;
  const previous = files.previous ? readPreviousPlan(files.previous.bytes, files.previous) : NO_PREVIOUS;
  const parts = [entries, sessions, resources, policy, pins, previous];
  const faults = parts.flatMap(({ refused }) => refused);
  if (faults.length > 0 || policy.policy === null) return { kind: "refused", faults };
  const input: PlanInput = {
    planDate,
    entries: entries.rows,
    sessions: sessions.rows,
    resources: resources.rows,
    policy: policy.policy,
    pins: pins.rows,
    previous: previous.placements ? { placements: previous.placements, ...moves } : null,
    rejected: [entries, sessions, resources, pins].flatMap(({ rejected }) => rejected),
    warnings: [entries, sessions, resources, pins].flatMap(({ warnings }) => warnings),
    files: namesOf(files),
  };
  return { kind: "read", input };
}

const NO_TABLE = { rows: [], rejected: [], warnings: [], refused: [], columns: [], unknownColumns: [] };
const DEFAULT = { policy: DEFAULT_POLICY, refused: [] };
const NO_PREVIOUS = { placements: null, refused: [] };

function namesOf({ waitingList, sessions, resources, pins, previous }: PlanFiles): InputFiles {
  return {
    waitingList: waitingList.file,
    sessions: sessions.file,
    resources: resources?.file ?? CONTRACT_FILES.resources,
    pins: pins?.file ?? CONTRACT_FILES.pins,
    previous: previous?.file ?? CONTRACT_FILES.previous,
  };
}
