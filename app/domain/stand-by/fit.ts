import type { CaseDuration } from "../list-fit";
import { OVERRUN_TOLERANCE, overrunProbability } from "../overrun";
import { dayOutlook, type DayList } from "../operating-day/outlook";

/** A gap of a list: from a minute on, so many minutes. */
export interface ListGap {
  start: number;
  minutes: number;
}

/** The gap that a list leaves at its end: after its expected finish and a turnaround, until the end of the session. */
export function gapAtEnd(list: DayList, now: number): ListGap {
  const { finish } = dayOutlook(list, now);
  const free = finish === null ? Math.max(now, list.start) : finish + list.turnaround;
  const start = Math.max(now, free);
  return { start, minutes: Math.max(0, list.end - start) };
}

/** Whether one more case fits a gap, and how likely the list then is to run over; or what keeps it out. */
export type GapFit =
  | { fits: true; overrunProbability: number }
  | { fits: false; why: "tooLong" | "readyTooLate" | "overrun"; amount: number };

/**
 * Whether a case fits a gap of a list at the minute `now`. Its mean fits the gap from when the patient is ready; and with
 * what remains of the list the overrun stays within the policy's limit. A list without another case may hold one whatever
 * the probability, as in planning.
 */
export function fitsGap(
  list: DayList,
  gap: ListGap,
  added: CaseDuration,
  { now, startsAt, overrunProbabilityMax }: { now: number; startsAt: number; overrunProbabilityMax: number },
): GapFit {
  const { minutes, minutesDeviation } = added;
  if (minutes > gap.minutes) return { fits: false, why: "tooLong", amount: minutes - gap.minutes };
  const over = startsAt + minutes - Math.min(list.end, gap.start + gap.minutes);
  if (over > 0) return { fits: false, why: "readyTooLate", amount: over };
  const cases = [...list.cases, { ...added, entry: "", times: {} }];
  const together = dayOutlook({ ...list, cases }, now).overrunProbability;
  const alone = overrunProbability(minutes, minutesDeviation ** 2, list.end - startsAt);
  const overrun = Math.max(together, alone);
  if (list.cases.length > 0 && overrun > overrunProbabilityMax + OVERRUN_TOLERANCE)
    return { fits: false, why: "overrun", amount: overrun };
  return { fits: true, overrunProbability: overrun };
}
