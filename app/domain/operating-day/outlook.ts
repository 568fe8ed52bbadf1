import type { CaseDuration } from "../list-fit";
import { overrunProbability } from "../overrun";
import { begunAt, caseStanding, outAt, type CaseTimes } from "./moments";
import { remainingOf, type Remaining } from "./remaining";

/** A case of the day: what was expected of it and what has happened. Times are minutes since midnight. */
export interface DayCase extends CaseDuration {
  entry: string;
  times: CaseTimes;
}

/** The list of a theatre session on its day, its cases in the order in which they are to be done. */
export interface DayList {
  start: number;
  /** End of the session, less the minutes that are held. */
  end: number;
  turnaround: number;
  cases: readonly DayCase[];
  /** What is expected from the closing of a case until it is out of the theatre. */
  waking: CaseDuration;
}

/** What is expected of a list from now on. Minutes since midnight, whole. */
export interface DayOutlook {
  /** That the last case is out after the end of the session. */
  overrunProbability: number;
  /** When the last case is out, on average; null for a list without cases. */
  finish: number | null;
  /** By when the last case is out in nine of ten such lists. */
  lateFinish: number | null;
  /** Expected start (or the one recorded) and end of each case, by entry. */
  cases: Map<string, { start: number; end: number }>;
  /** Every case is out. */
  over: boolean;
}

const LATE = 0.1;

/**
 * What is expected of a list at the minute `now`. What is left is lognormal by its first two moments, as before the day
 * (app/domain/overrun.ts): the rest of the running case given that it has lasted so long, and the cases still to come,
 * with a turnaround before each of them. Before anything happens this is the list's own overrun probability.
 */
export function dayOutlook(list: DayList, now: number): DayOutlook {
  const { running, waiting, done } = inTurn(list.cases);
  const lastOut = Math.max(...done.map(({ times }) => outAt(times)!), -Infinity);
  if (running.length + waiting.length === 0) return overBy(list, lastOut);
  const base = running.length > 0 ? now : Math.max(now, list.start, lastOut + list.turnaround);
  const rests = [
    ...running.map((each) => restOf(each, now, list.waking)),
    ...waiting.map(({ minutes, minutesDeviation }) => ({ mean: minutes, variance: minutesDeviation ** 2 })),
  ];
  const mean = sum(rests.map((rest) => rest.mean));
  const variance = sum(rests.map((rest) => rest.variance));
  const turning = list.turnaround * Math.max(0, waiting.length - (running.length > 0 ? 0 : 1));
  return {
    overrunProbability: chanceAbove(mean, variance, list.end - base - turning),
    finish: Math.round(base + turning + mean),
    lateFinish: Math.ceil(base + turning + lateMinutes(mean, variance)),
    cases: new Map([...doneTimes(done), ...comingTimes(running, waiting, rests, base, list.turnaround)]),
    over: false,
  };
}

/** Cases in the theatre by when they began; those still to come, the ones sent for first; and those that are out. */
function inTurn(cases: readonly DayCase[]) {
  const running = cases.filter(({ times }) => caseStanding(times) === "inTheatre");
  const waiting = cases.filter(({ times }) => caseStanding(times) === "waiting");
  const sent = ({ times }: DayCase) => times.sentFor ?? Infinity;
  return {
    running: [...running].sort((a, b) => begunAt(a.times)! - begunAt(b.times)!),
    waiting: [...waiting].sort((a, b) => (sent(a) === sent(b) ? 0 : sent(a) - sent(b))),
    done: cases.filter(({ times }) => caseStanding(times) === "done"),
  };
}

/** Once a case is closed, what counts is the time until it is out. */
function restOf(each: DayCase, now: number, waking: CaseDuration): Remaining {
  const { closed } = each.times;
  if (closed !== undefined) return remainingOf(waking, now - closed);
  return remainingOf(each, now - begunAt(each.times)!);
}

function overBy({ end, cases }: DayList, lastOut: number): DayOutlook {
  const finish = cases.length === 0 ? null : lastOut;
  return {
    overrunProbability: finish !== null && finish > end ? 1 : 0,
    ...{ finish, lateFinish: finish, over: finish !== null },
    cases: doneTimes(cases),
  };
}

function doneTimes(done: readonly DayCase[]): DayOutlook["cases"] {
  return new Map(
    done.map(({ entry, times }) => {
      const end = outAt(times)!;
      return [entry, { start: begunAt(times) ?? end, end }];
    }),
  );
}

function comingTimes(
  running: readonly DayCase[],
  waiting: readonly DayCase[],
  rests: readonly Remaining[],
  base: number,
  turnaround: number,
): DayOutlook["cases"] {
  const times: DayOutlook["cases"] = new Map();
  let clock = base;
  running.forEach(({ entry, times: recorded }, at) => {
    clock += rests[at]!.mean;
    times.set(entry, { start: begunAt(recorded)!, end: Math.round(clock) });
  });
  waiting.forEach(({ entry }, at) => {
    if (at > 0 || running.length > 0) clock += turnaround;
    const start = Math.round(clock);
    clock += rests[running.length + at]!.mean;
    times.set(entry, { start, end: Math.round(clock) });
  });
  return times;
}

function chanceAbove(mean: number, variance: number, room: number): number {
  if (mean > 0) return overrunProbability(mean, variance, room);
  return room < 0 ? 1 : 0;
}

/** The minutes that what is left takes at most in nine of ten lists. */
function lateMinutes(mean: number, variance: number): number {
  let [low, high] = [0, mean + 1];
  while (chanceAbove(mean, variance, high) > LATE) high *= 2;
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (chanceAbove(mean, variance, middle) > LATE) low = middle;
    else high = middle;
  }
  return high;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
