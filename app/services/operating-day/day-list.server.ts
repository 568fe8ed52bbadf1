import { minutesOfDay, type ClockTime } from "~/domain/calendar";
import type { HandOrder } from "~/domain/list-order/hand-order";
import { dayMinute } from "~/domain/operating-day/day-minute";
import { CASE_MOMENTS, type CaseTimes, type CountingRecords } from "~/domain/operating-day/moments";
import type { DayCase, DayList } from "~/domain/operating-day/outlook";
import { CONTRACT_FILES } from "~/domain/plan-input";
import { turnaroundOf } from "~/domain/session-time";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { CLOSED_TO_OUT } from "~/facts/operating-day";
import { orderList } from "~/services/planning/order-list.server";
import { planContext, type PlanContext } from "~/services/planning/plan-context.server";
import type { Placement } from "~db/placements";
import type { HeldSession } from "~db/theatre-sessions";
import type { HeldEntry } from "~db/waiting-list";
import type { HeldDay } from "./load-day.server";

/** A case of a running list: who, what was planned, and what has happened. */
export interface RunningCase {
  held: HeldEntry;
  placement: Placement;
  /** As planned before the day. */
  start: ClockTime;
  admission: ClockTime;
  times: CaseTimes;
  records: CountingRecords;
}

/** A theatre's list on its day, in its order; `list` is what the domain works with. */
export interface RunningDayList {
  held: HeldSession;
  cases: RunningCase[];
  list: DayList;
}

/** The list of a session as it stands on its day: the person's order of it, else that of the rules. */
export function runningList(day: HeldDay, held: HeldSession): RunningDayList {
  const { session } = held;
  const cases = casesInOrder(day, held);
  return {
    ...{ held, cases },
    list: {
      start: minutesOfDay(session.start),
      end: minutesOfDay(session.end) - session.heldMinutes,
      turnaround: turnaroundOf(session, day.policy),
      cases: cases.map(dayCase),
      waking: CLOSED_TO_OUT,
    },
  };
}

function dayCase({ held, times }: RunningCase): DayCase {
  const { minutes, minutesDeviation } = held.entry;
  return { entry: held.id, minutes, minutesDeviation, times };
}

/** Minutes of the moments that happened. */
export function timesOf(records: CountingRecords, date: string): CaseTimes {
  const times: CaseTimes = {};
  for (const moment of CASE_MOMENTS) {
    const happenedAt = records[moment]?.happenedAt;
    if (happenedAt) times[moment] = dayMinute(happenedAt, date);
  }
  return times;
}

function casesInOrder(day: HeldDay, held: HeldSession): RunningCase[] {
  const placed = new Map(
    (day.placements.get(held.id) ?? []).flatMap((placement) => {
      const entry = day.entries.get(placement.entry);
      return entry ? [[entry.entry, { held: entry, placement }] as const] : [];
    }),
  );
  const entries = [...placed.keys()];
  return orderList(dayContext(day), held.session, entries, handOrder(day, held, placed)).map(
    ({ entry, start, admission }) => {
      const one = placed.get(entry)!;
      const records = day.records.get(one.held.id) ?? {};
      return { ...one, start, admission, records, times: timesOf(records, day.date) };
    },
  );
}

/** What the planning of a day's week looks at besides its entries. */
export function dayContext({ date, week, policy }: HeldDay): PlanContext {
  return planContext({
    planDate: date,
    sessions: week.map(({ session }) => session),
    ...{ policy, files: CONTRACT_FILES },
    ...{ entries: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
  });
}

function handOrder(
  day: HeldDay,
  held: HeldSession,
  placed: ReadonlyMap<WaitingListEntry, { held: HeldEntry }>,
): HandOrder<WaitingListEntry> | undefined {
  const order = day.orders.get(held.id);
  if (!order) return undefined;
  const byId = new Map([...placed].map(([entry, one]) => [one.held.id, entry]));
  const entries = order.entries.flatMap((id) => byId.get(id) ?? []);
  return { entries, golden: byId.get(order.golden ?? "") ?? null };
}
