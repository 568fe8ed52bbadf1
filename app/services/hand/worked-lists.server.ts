import type { ChangedList } from "~/domain/hand/hand-change";
import type { HandWeek } from "~/domain/hand/hand-week";
import type { PlannedList } from "~/domain/plan";
import type { TheatreSession } from "~/domain/theatre";

/** A list with its cases' ids, in the order of its cases. */
export interface OrderedList {
  list: PlannedList;
  ids: string[];
}

/** Lists worked out before, by the week that they belong to. */
const worked = new WeakMap<HandWeek, Map<TheatreSession, OrderedList>>();

/** The list of a session of a week, worked out once. */
export function workedList(week: HandWeek, session: TheatreSession, workOut: () => OrderedList): OrderedList {
  let lists = worked.get(week);
  if (!lists) worked.set(week, (lists = new Map()));
  let found = lists.get(session);
  if (!found) lists.set(session, (found = workOut()));
  return found;
}

/** Lets a week that came of another keep what was worked out of the lists that did not change. */
export function keepLists(from: HandWeek, to: HandWeek, changed: readonly ChangedList[]): void {
  const lists = new Map(worked.get(from));
  for (const { session } of changed) lists.delete(session);
  worked.set(to, lists);
}
