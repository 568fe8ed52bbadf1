import type { IsoDate } from "~/domain/calendar";
import { PRICES_FILE, type PlannerFile } from "~/domain/week-record";
import { readPlanFiles } from "~/import/plan-files";
import type { Engines } from "~solver/engines/engine";
import type { Known } from "~solver/warm/standing";
import { OTHER_VERSION, WarmWeek, type Woken } from "./warm-week.server";

/** What is kept of a run that a warm solver is made from. */
export interface WarmFiles {
  planDate: IsoDate;
  /** Points that moving an accepted case had to gain. */
  movePrice: number;
  /** No more of the earlier places than this may be left; missing or null: any number. */
  maxMoves?: number | null;
  /** By name; those that the run had none of are absent. */
  files: Partial<Record<WarmFile, Uint8Array>>;
}

/** The planner's own files but its plan, and the prices. */
export const WARM_FILES = [
  "waiting-list.csv",
  "sessions.csv",
  "resources.csv",
  "policy.json",
  "pins.csv",
  "previous.json",
  PRICES_FILE,
] as const;
export type WarmFile = (typeof WARM_FILES)[number];

/** Reads the files of a run with the planner's own readers and gets ready to answer. */
export function wokenFrom(
  { planDate, movePrice, maxMoves = null, files }: WarmFiles,
  engines: Engines,
): Woken {
  const found = (file: PlannerFile & WarmFile) => {
    const bytes = files[file];
    return bytes ? { file, bytes } : null;
  };
  const [waitingList, sessions] = [found("waiting-list.csv"), found("sessions.csv")];
  const prices = files[PRICES_FILE];
  if (!waitingList || !sessions || !prices) return { kind: "unavailable", sentence: OTHER_VERSION };
  const read = readPlanFiles(
    {
      waitingList,
      sessions,
      resources: found("resources.csv"),
      policy: found("policy.json"),
      pins: found("pins.csv"),
      previous: found("previous.json"),
    },
    planDate,
    { movePrice, maxMoves },
  );
  if (read.kind === "refused") return { kind: "unavailable", sentence: OTHER_VERSION };
  // Hublist itself wrote the prices.
  return WarmWeek.wake(read.input, JSON.parse(new TextDecoder().decode(prices)) as Known, engines);
}
