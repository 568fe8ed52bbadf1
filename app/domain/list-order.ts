import { isChild } from "./age";
import type { IsoDate } from "./calendar";
import type { UrgentClass } from "./urgency";
import type { WaitingListEntry } from "./waiting-list";

/** What the order within a list asks of an entry. */
export type OrderedEntry = Pick<WaitingListEntry, "birthDate" | "clockStart" | "pathwayId" | "issuer">;

const URGENT: readonly (UrgentClass | null)[] = ["P1", "dueLate", "dueInTime"];

/**
 * The usual order of a list: due urgent patients first (least likely to lose their place when the list runs late),
 * then children, youngest first (shortest fasting), then longest waiting; equals by pathway identifier.
 */
export function usualOrder<Entry extends OrderedEntry>(
  entries: readonly Entry[],
  date: IsoDate,
  urgentClass: (entry: Entry) => UrgentClass | null,
): Entry[] {
  const urgentRank = new Map(entries.map((entry) => [entry, rankOf(urgentClass(entry))]));
  const rank = (entry: Entry) => urgentRank.get(entry) ?? 0;
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      childRank(a, date) - childRank(b, date) ||
      (isChild(a.birthDate, date) ? compare(b.birthDate, a.birthDate) : 0) ||
      compare(a.clockStart, b.clockStart) ||
      compare(a.pathwayId, b.pathwayId) ||
      compare(a.issuer, b.issuer),
  );
}

function rankOf(urgentClass: UrgentClass | null): number {
  const rank = URGENT.indexOf(urgentClass);
  return rank < 0 ? URGENT.length : rank;
}

function childRank({ birthDate }: OrderedEntry, date: IsoDate): number {
  return isChild(birthDate, date) ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
