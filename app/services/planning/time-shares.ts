/** What a run with a time limit has measured of itself, on this machine as it is now; wall-clock seconds. */
export interface Measured {
  /** Of the limit that is gone, all stages so far together. */
  spent: number;
  /** To read the files: none where there were none. */
  reading: number;
  /** To ask every rule and to build the problem. */
  building: number;
}

/** How a time limit is shared out; seconds. */
export interface TimeShares {
  /** The solver's own limit, from its start. */
  solving: number;
  /** Since the command was given: by then the telling of reasons must be over, so that the plan is written in time. */
  tellUntil: number;
}

/** Seconds for each second of reading and of building: to decode, judge, compare and write a plan, and to tell why. */
const WRITING = { reading: 0.4, building: 1.6 };
const TELLING = { reading: 0.25, building: 1 };
/** Seconds to print a summary and leave. */
const LEAVING = 0.1;
/** The solver takes the time of telling while it has less than this for each second of reading and building. */
const WORTH_MORE = 3;

/**
 * Shares out a time limit. Writing is kept back first. Telling why is too, but not while the solver lacks the time for a
 * fair plan: then the plan is told in part, with what time is left.
 */
export function timeShares(limit: number, { spent, reading, building }: Measured): TimeShares {
  const takes = (of: typeof WRITING) => of.reading * reading + of.building * building;
  const left = limit - spent - LEAVING - takes(WRITING);
  const fair = Math.min(left, WORTH_MORE * (reading + building));
  return { solving: Math.max(0, fair, left - takes(TELLING)), tellUntil: spent + left };
}

/** By how much a limit may be passed before a person is told; seconds. */
const KEPT_WITHIN = 0.3;

/** A sentence for whoever set a limit that was not kept; null when it was. `shares`: how it was shared out. */
export function limitPassed(limit: number, took: number, { solving }: TimeShares): string | null {
  if (took <= limit + KEPT_WITHIN) return null;
  const passed = `--time-limit ${limit}: the plan is whole, but it took ${took.toFixed(1)} s.`;
  const least = Math.ceil(1.2 * took);
  if (solving > 0) return `${passed} The machine had less time for it than its first stages let expect.`;
  return `${passed} Reading, checking and writing alone take about that long for these files on this machine now, so nothing was searched. Give at least --time-limit ${least}, or none.`;
}
