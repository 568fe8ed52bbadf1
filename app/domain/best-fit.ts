import type { BreakCode, HandBreak } from "./hand/hand-break";
import type { HandMove } from "./hand/hand-change";
import { judgeMoves, type HandVerdict } from "./hand/hand-verdict";
import type { HandWeek, StandingCase } from "./hand/hand-week";
import { listOverrun } from "./list-fit";
import { REASONS, type Reason } from "./reasons";
import { listMinutes } from "./utilisation";
import type { TheatreSession } from "./theatre";
import type { WaitingListEntry } from "./waiting-list";

/**
 * What a place would take: nothing; others who make way; a rule that a person may set aside; or it is not to be had,
 * whoever asks.
 */
export const PLACE_KINDS = ["free", "displaces", "liftable", "refused"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place that an entry might have, and what it would cost. */
export interface FitPlace {
  session: TheatreSession;
  kind: PlaceKind;
  /** Minutes that one more case could have now, and the probability of an overrun with it; null where it cannot be in. */
  freeMinutes: number;
  overrunAfter: number;
  /** Score points of the week with it, after whoever makes way. */
  points: number;
  displaced: WaitingListEntry[];
  /** The verdict on the entry alone, nobody making way. */
  verdict: HandVerdict;
  /** The nearest miss in words; empty where nothing stands against it. */
  miss: string;
}

/** Rules that fewer cases on the list, or in the week, would keep. */
const ROOM: readonly BreakCode[] = ["max_cases", "minutes", "overrun", "shared", "reserve"];

/**
 * What every session of the entry's specialty would mean for it, best first: free places by points, then those where
 * others make way, then those where a rule would have to be set aside, then the misses, nearest first.
 * `mayMakeWay`: whether a case could leave its list at all.
 */
export function fitPlaces(
  week: HandWeek,
  entry: WaitingListEntry,
  mayMakeWay: (standing: StandingCase) => boolean,
): FitPlace[] {
  const own = week.placeOf(entry)?.session;
  const sessions = week.facts.sessions.filter(
    (session) => session !== own && session.treatmentFunctions.includes(entry.treatmentFunction),
  );
  return sessions.map((session) => fitPlace(week, entry, session, mayMakeWay)).sort(betterFirst);
}

/** What one session would mean for an entry. */
export function fitPlace(
  week: HandWeek,
  entry: WaitingListEntry,
  session: TheatreSession,
  mayMakeWay: (standing: StandingCase) => boolean,
): FitPlace {
  const verdict = judgeMoves(week, [{ entry, to: session }]);
  const place = { session, verdict, ...roomOf(week, entry, session) };
  // What there is to know of a free place is asked by whoever shows it.
  if (verdict.breaks.length === 0)
    return { ...place, kind: "free", points: verdict.score.points, displaced: [], miss: "" };
  const miss = nearestMiss(verdict.breaks);
  const way = verdict.breaks.every(({ code }) => ROOM.includes(code))
    ? cheapestWay(week, entry, session, mayMakeWay)
    : null;
  if (way) return { ...place, kind: "displaces", ...way, miss };
  const liftable = verdict.breaks.every(({ lift }) => lift !== "never");
  return {
    ...{ ...place, kind: liftable ? "liftable" : "refused", miss },
    ...{ points: verdict.score.points, displaced: [] },
  };
}

function roomOf(week: HandWeek, entry: WaitingListEntry, session: TheatreSession) {
  const limits = week.limitsOf(session);
  const cases = week.casesOf(session).map((one) => one.entry);
  const { planned } = listMinutes(
    cases.map(({ minutes }) => minutes),
    limits.turnaround,
  );
  const gap = cases.length > 0 ? limits.turnaround : 0;
  return {
    freeMinutes: Math.max(0, limits.length - planned - gap),
    overrunAfter: listOverrun([...cases, entry], limits),
  };
}

/** The furthest that the entry got, as the file contract ranks misses; rules of the list come after those of the pair. */
function nearestMiss(breaks: readonly HandBreak[]): string {
  const rank = ({ code }: HandBreak) => {
    const at = REASONS.indexOf(code as Reason);
    return at < 0 ? REASONS.length : at;
  };
  // The first rule that forbids it is the one that stopped it.
  return [...breaks].sort((a, b) => rank(a) - rank(b))[0]?.sentence ?? "";
}

interface Way {
  displaced: WaitingListEntry[];
  points: number;
}

/** The cheapest one case of the list, else two, whose leaving makes room; null: fixed cases stand in every such way. */
function cheapestWay(
  week: HandWeek,
  entry: WaitingListEntry,
  session: TheatreSession,
  mayMakeWay: (standing: StandingCase) => boolean,
): Way | null {
  const leaving = week
    .casesOf(session)
    .filter(mayMakeWay)
    .map((one) => one.entry);
  const ways = (groups: WaitingListEntry[][]) =>
    groups.flatMap((out): Way[] => {
      const moves: HandMove[] = [{ entry, to: session }, ...out.map((one) => ({ entry: one, to: null }))];
      const { breaks, score } = judgeMoves(week, moves);
      return breaks.length === 0 ? [{ displaced: out, points: score.points }] : [];
    });
  const singles = ways(leaving.map((one) => [one]));
  const found = singles.length > 0 ? singles : ways(pairsOf(leaving));
  return found.sort((a, b) => b.points - a.points)[0] ?? null;
}

function pairsOf(entries: readonly WaitingListEntry[]): WaitingListEntry[][] {
  return entries.flatMap((one, at) => entries.slice(at + 1).map((two) => [one, two]));
}

/** Best first: by kind, then points, then date, then name; so that the same week gives the same order. */
export function betterFirst(a: FitPlace, b: FitPlace): number {
  return (
    PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) ||
    (a.kind === "refused" ? 0 : b.points - a.points) ||
    compare(a.session.date, b.session.date) ||
    compare(a.session.start, b.session.start) ||
    compare(a.session.sessionId, b.session.sessionId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
