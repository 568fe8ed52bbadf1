import { now, today } from "~/clock.server";
import { minutesOfDay, type ClockTime } from "~/domain/calendar";
import { dayClock, dayMinute } from "~/domain/operating-day/day-minute";
import { begunAt, caseStanding, outAt } from "~/domain/operating-day/moments";
import { dayOutlook, type DayOutlook } from "~/domain/operating-day/outlook";
import type { SiteSettings } from "~/domain/workspace-settings";
import type { RunningDayList } from "~/services/operating-day/day-list.server";

/** A piece of a list's bar of time, in minutes since midnight. */
export interface BarPiece {
  kind: "done" | "running" | "expected";
  start: number;
  end: number;
}

/** Where a list stands and what is expected of it, in the words and figures of a page. */
export interface ListStanding {
  /** future: its day has not come; today; past: its day is over. */
  day: "future" | "today" | "past";
  done: number;
  running: number;
  cases: number;
  /** Expected, or on a list that is over actual, end of the last case; empty: no case. */
  finish: ClockTime | "";
  lateFinish: ClockTime | "";
  overrunProbability: number;
  over: boolean;
  /** Minutes by which the first case is or was late; null: not, or less than the site's border. */
  lateStart: number | null;
  bar: { start: number; end: number; until: number; now: number | null; pieces: BarPiece[] };
}

/** The minute at which a list is looked at: now on its day, before it its start, after it the end of the day. */
function minuteNow(date: string): { day: ListStanding["day"]; minute: number } {
  if (date > today()) return { day: "future", minute: 0 };
  if (date < today()) return { day: "past", minute: 0 };
  return { day: "today", minute: dayMinute(now().toISOString(), date) };
}

/** Where a list stands. */
export function listStanding(
  { list, held: { session } }: RunningDayList,
  { lateStartMinutes }: SiteSettings,
): { standing: ListStanding; outlook: DayOutlook } {
  const { day, minute } = minuteNow(session.date);
  const outlook = dayOutlook(list, minute);
  const pieces = piecesOf(list.cases, outlook, day);
  const finish = day === "past" && !outlook.over ? lastOutOf(list.cases) : outlook.finish;
  const end = minutesOfDay(session.end);
  return {
    outlook,
    standing: {
      day,
      done: list.cases.filter(({ times }) => caseStanding(times) === "done").length,
      running: list.cases.filter(({ times }) => caseStanding(times) === "inTheatre").length,
      cases: list.cases.length,
      finish: finish === null ? "" : dayClock(finish),
      lateFinish: outlook.lateFinish === null ? "" : dayClock(outlook.lateFinish),
      overrunProbability: outlook.overrunProbability,
      over: outlook.over,
      lateStart: lateStartOf(list, day === "today" ? minute : null, lateStartMinutes),
      bar: {
        ...{ start: Math.min(list.start, ...pieces.map((piece) => piece.start)), end, pieces },
        until: Math.max(end, ...pieces.map((piece) => piece.end)),
        now: day === "today" ? minute : null,
      },
    },
  };
}

function piecesOf(
  cases: RunningDayList["list"]["cases"],
  outlook: DayOutlook,
  day: ListStanding["day"],
): BarPiece[] {
  const kinds = { done: "done", inTheatre: "running", waiting: "expected" } as const;
  return cases.flatMap(({ entry, times }) => {
    const kind = kinds[caseStanding(times)];
    const span = outlook.cases.get(entry);
    return span === undefined || (day === "past" && kind !== "done") ? [] : [{ kind, ...span }];
  });
}

function lastOutOf(cases: RunningDayList["list"]["cases"]): number | null {
  const outs = cases.flatMap(({ times }) => outAt(times) ?? []);
  return outs.length > 0 ? Math.max(...outs) : null;
}

/** `minute`: now, where it is the day; a list that has not begun is late by the time that has passed. */
function lateStartOf(
  { start, cases }: RunningDayList["list"],
  minute: number | null,
  border: number,
): number | null {
  if (cases.length === 0) return null;
  const begun = cases.flatMap(({ times }) => begunAt(times) ?? []);
  const first = begun.length > 0 ? Math.min(...begun) : minute;
  return first !== null && first - start >= border ? first - start : null;
}
