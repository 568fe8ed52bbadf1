import type { IsoDate } from "./calendar";
import type { Policy } from "./policy";
import { weeksWaited } from "./rtt-clock";
import { isBookable, sessionLength, turnaroundOf } from "./session-time";
import type { TheatreSession } from "./theatre";
import { urgencyOf, type Horizon, type UrgentClass } from "./urgency";
import { listMinutes } from "./utilisation";
import type { WaitingListEntry } from "./waiting-list";

/**
 * Touch time over the length of a session that the NHS aims for. Source: GIRFT, capped theatre utilisation of 85%;
 * in common use, its weakness known (it depends on the stated start and end of a session).
 */
export const TOUCH_UTILISATION_TARGET = 0.85;

/** Waits that a plan is asked about, in weeks. Source: NHS England elective recovery plan, 2022. */
export const LONG_WAITS = [52, 65, 78, 104] as const;

/** How many of those who could have been placed were. */
export interface PlacedOf {
  placed: number;
  of: number;
}

/** What a plan amounts to, in counts and whole minutes. Two plans of one input can be laid side by side. */
export interface PlanFigures {
  /** Sessions that take cases, and those of them that hold any. */
  sessions: number;
  lists: number;
  cases: number;
  /** Cases that go home the same day. */
  dayCases: number;
  /** Cases whose fitness is not yet confirmed. */
  provisional: number;
  lengthMinutes: number;
  /** Operating means and turnarounds; touch: operating means alone. */
  plannedMinutes: number;
  touchMinutes: number;
  /** P1, P2, cancer or promised a date, and due by the last session. */
  urgentDue: PlacedOf;
  /** The same, due later. */
  urgentNotYetDue: PlacedOf;
  /** P3, due by the last session. */
  p3Due: PlacedOf;
  /** Waits of so many weeks or more on the day of the first session, in the order of LONG_WAITS. */
  longWaits: PlacedOf[];
}

/** What figures are worked out from. */
export interface FiguresInput {
  sessions: readonly TheatreSession[];
  /** Entries on the list of each session, by its identifier. */
  lists: ReadonlyMap<string, readonly WaitingListEntry[]>;
  /** Entries that could have gone somewhere, placed or not. */
  eligible: Iterable<WaitingListEntry>;
  policy: Policy;
  horizon: Horizon;
}

/** Works out what a plan amounts to. */
export function planFigures(input: FiguresInput): PlanFigures {
  const figures = { ...minutesOf(input), ...noPeople() };
  for (const entry of [...input.lists.values()].flat()) {
    figures.cases += 1;
    if (entry.nights === 0) figures.dayCases += 1;
    if (entry.screening !== "fit") figures.provisional += 1;
    for (const group of groupsOf(entry, figures, input)) group.placed += 1;
  }
  for (const entry of input.eligible) for (const group of groupsOf(entry, figures, input)) group.of += 1;
  return figures;
}

function noPeople() {
  const none = (): PlacedOf => ({ placed: 0, of: 0 });
  return {
    cases: 0,
    dayCases: 0,
    provisional: 0,
    urgentDue: none(),
    urgentNotYetDue: none(),
    p3Due: none(),
    longWaits: LONG_WAITS.map(none),
  };
}

function minutesOf({ sessions, lists, policy }: FiguresInput) {
  const sum = { sessions: 0, lists: 0, lengthMinutes: 0, plannedMinutes: 0, touchMinutes: 0 };
  for (const session of sessions.filter(isBookable)) {
    const means = (lists.get(session.sessionId) ?? []).map(({ minutes }) => minutes);
    const { planned, touch } = listMinutes(means, turnaroundOf(session, policy));
    sum.sessions += 1;
    sum.lists += means.length > 0 ? 1 : 0;
    sum.lengthMinutes += Math.max(0, sessionLength(session));
    sum.plannedMinutes += planned;
    sum.touchMinutes += touch;
  }
  return sum;
}

type Groups = ReturnType<typeof noPeople>;
type GroupName = "urgentDue" | "urgentNotYetDue" | "p3Due";

const GROUP: Record<UrgentClass, GroupName> = {
  P1: "urgentDue",
  dueInTime: "urgentDue",
  dueLate: "urgentDue",
  notYetDue: "urgentNotYetDue",
  P3due: "p3Due",
};

function groupsOf(entry: WaitingListEntry, groups: Groups, { policy, horizon }: FiguresInput): PlacedOf[] {
  const urgent = urgencyOf(entry, policy, horizon).inTime;
  const waits = groups.longWaits.filter((_group, at) => waitedOn(entry, horizon.first) >= LONG_WAITS[at]!);
  return urgent === null ? waits : [groups[GROUP[urgent]], ...waits];
}

function waitedOn({ clockStart }: WaitingListEntry, date: IsoDate): number {
  return weeksWaited(clockStart, date);
}
