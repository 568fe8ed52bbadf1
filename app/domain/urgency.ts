import type { IsoDate } from "./calendar";
import type { Policy } from "./policy";
import { targets } from "./targets";
import type { TheatreSession } from "./theatre";
import type { WaitingListEntry } from "./waiting-list";

/** What an urgent placement counts as; the policy gives each its points. */
export type UrgentClass = keyof Policy["urgentPoints"];

/** First and last date over all sessions, open or not. Without sessions both are empty texts. */
export interface Horizon {
  first: IsoDate;
  last: IsoDate;
}

/** How urgent an entry is: its class when placed on or before the target, and its class when placed later. */
export interface Urgency {
  target: IsoDate;
  inTime: UrgentClass | null;
  late: UrgentClass | null;
}

const NOT_URGENT: Urgency = { target: "", inTime: null, late: null };

export function horizonOf(sessions: readonly TheatreSession[]): Horizon {
  let first = "";
  let last = "";
  for (const { date } of sessions) {
    if (first === "" || date < first) first = date;
    if (date > last) last = date;
  }
  return { first, last };
}

/** The urgency of an entry by the file contract's measure `urgent`. P1 is urgent whatever its dates. */
export function urgencyOf(entry: WaitingListEntry, policy: Policy, horizon: Horizon): Urgency {
  if (entry.priority === "P1a" || entry.priority === "P1b") return always("P1", "");
  const found = targets(entry, policy);
  const urgent = found.find(({ kind }) => kind !== "P3");
  if (urgent) return dueUrgency(urgent.date, horizon);
  const p3 = found[0];
  return p3 && p3.date <= horizon.last ? always("P3due", p3.date) : NOT_URGENT;
}

/** The class of a placement on a date; null when it brings no urgent points. */
export function urgentClassOn(urgency: Urgency, date: IsoDate): UrgentClass | null {
  return date <= urgency.target ? urgency.inTime : urgency.late;
}

function dueUrgency(target: IsoDate, horizon: Horizon): Urgency {
  if (target > horizon.last) return always("notYetDue", target);
  if (target < horizon.first) return always("dueInTime", target);
  return { target, inTime: "dueInTime", late: "dueLate" };
}

function always(urgentClass: UrgentClass, target: IsoDate): Urgency {
  return { target, inTime: urgentClass, late: urgentClass };
}
