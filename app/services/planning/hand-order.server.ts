import type { Pin } from "~/domain/resolve-pins";
import { urgencyOf, urgentClassOn } from "~/domain/urgency";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { PlanContext } from "./plan-context.server";

/**
 * The order in which a careful person places cases by hand: what is pinned, then the most urgent by the policy's
 * points, then the longest waiting; equals by pathway identifier. Gives indexes into `entries`.
 */
export function handOrder(
  { input: { policy }, horizon }: PlanContext,
  entries: readonly WaitingListEntry[],
  pins: Map<WaitingListEntry, Pin>,
): number[] {
  const points = entries.map((entry) => {
    if (pins.has(entry)) return Infinity;
    const urgentClass = urgentClassOn(urgencyOf(entry, policy, horizon), horizon.first);
    return urgentClass === null ? 0 : policy.urgentPoints[urgentClass];
  });
  const order = entries.map((entry, at) => ({ entry, points: points[at] ?? 0, at }));
  order.sort((a, b) => comparePoints(b.points, a.points) || compareWait(a.entry, b.entry));
  return order.map(({ at }) => at);
}

function comparePoints(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function compareWait(a: WaitingListEntry, b: WaitingListEntry): number {
  if (a.clockStart !== b.clockStart) return a.clockStart < b.clockStart ? -1 : 1;
  return a.pathwayId < b.pathwayId ? -1 : 1;
}
