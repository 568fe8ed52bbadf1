import type { Reason } from "../reasons";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import type { HandWeek, StandingCase } from "./hand-week";

/** An entry that gets another place: `to` null takes it out of the week's lists. */
export interface HandMove {
  entry: WaitingListEntry;
  to: TheatreSession | null;
  /** Rules that a person sets aside for it there. */
  override?: readonly Reason[];
}

/** A list before and after a change. */
export interface ChangedList {
  session: TheatreSession;
  before: readonly StandingCase[];
  after: readonly StandingCase[];
  /** Cases that it did not have before. */
  gained: readonly StandingCase[];
}

/** The lists that moves made at once would change; a move to where the case stands changes none. */
export function changedLists(week: HandWeek, moves: readonly HandMove[]): ChangedList[] {
  const changing = moves.filter(({ entry, to }) => (week.placeOf(entry)?.session ?? null) !== to);
  const leaving = new Set(changing.map(({ entry }) => entry));
  const gained = new Map<TheatreSession, StandingCase[]>();
  for (const { entry } of changing) {
    const from = week.placeOf(entry)?.session;
    if (from && !gained.has(from)) gained.set(from, []);
  }
  for (const { entry, to, override = [] } of changing)
    if (to) gained.set(to, [...(gained.get(to) ?? []), { entry, session: to, override }]);
  return [...gained].map(([session, added]) => {
    const before = week.casesOf(session);
    const after = [...before.filter(({ entry }) => !leaving.has(entry)), ...added];
    return { session, before, after, gained: added };
  });
}

/** The week after moves. */
export function afterMoves(week: HandWeek, moves: readonly HandMove[]): HandWeek {
  const lists = changedLists(week, moves);
  const changed = new Set(lists.map(({ session }) => session));
  const kept = week.facts.standing.filter(({ session }) => !changed.has(session));
  return week.with([...kept, ...lists.flatMap(({ after }) => after)]);
}
