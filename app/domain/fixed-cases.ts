/** Why a case keeps its place when its week is planned again, in the order in which it is asked. */
export const FIXED_WHYS = ["operated", "locked", "held", "byHand", "told", "noNotice"] as const;
export type FixedWhy = (typeof FIXED_WHYS)[number];

/** A case that stands in a week, with all that decides whether it may move. */
export interface StandingCase {
  /** Id of the entry, and the session's identifier. */
  entry: string;
  sessionId: string;
  /** The session can keep the case: nobody stays in one that was closed, or without the surgeon who is theirs. */
  bookable: boolean;
  /** The operation has begun, or its day is over and nobody cancelled it. */
  operated: boolean;
  locked: boolean;
  /** A person said that it stays. */
  held: boolean;
  /** A person, and not a plan, put it there. */
  byHand: boolean;
  /** The patient was told this place, or accepted it, and nothing else since. */
  told: boolean;
  /** Fewer days are left than the notice that is owed, so nobody else could be given this place now. */
  noticeGone: boolean;
}

/**
 * Why a case is a pin of the next plan; null: it may move or leave. `toldMovesMax`: how many patients who were told may
 * move. Of those who were told none is a pin when some may move: the planner then chooses which.
 */
export function fixedWhy(standing: StandingCase, toldMovesMax: number): FixedWhy | null {
  if (!standing.bookable) return null;
  if (standing.operated) return "operated";
  if (standing.locked) return "locked";
  if (standing.held) return "held";
  if (standing.byHand) return "byHand";
  if (standing.told) return toldMovesMax === 0 ? "told" : null;
  return standing.noticeGone ? "noNotice" : null;
}

/** What a plan starts from: who stays and why, and whose moves are counted or have a price. */
export interface FixedWeek {
  fixed: { standing: StandingCase; why: FixedWhy }[];
  /** Told and free to move, up to `maxMoves` of them. Where there are any, they alone are the earlier plan. */
  told: StandingCase[];
  /** Neither fixed nor told. */
  free: StandingCase[];
  /** Null: nobody's moves are limited. */
  maxMoves: number | null;
}

/**
 * Parts the standing cases of a week. Who was told and stands in a closed session moves in any case and counts: where
 * that is more than may move, the planner refuses and says how many it would take. `spareLost`: they do not count.
 */
export function fixedWeek(
  standing: readonly StandingCase[],
  toldMovesMax: number,
  spareLost = false,
): FixedWeek {
  const parted: FixedWeek = { fixed: [], told: [], free: [], maxMoves: null };
  for (const one of standing) {
    const why = fixedWhy(one, toldMovesMax);
    if (why) parted.fixed.push({ standing: one, why });
    else (one.told ? parted.told : parted.free).push(one);
  }
  const lost = spareLost ? parted.told.filter(({ bookable }) => !bookable).length : 0;
  if (parted.told.length > 0) parted.maxMoves = toldMovesMax + lost;
  return parted;
}
