/** A patient who fits a gap, with what they are ranked by. */
export interface StandByRank {
  /** What the policy gives for placing them there. */
  points: number;
  /** Days on which they were called lately. */
  calls: number;
  /** Clock start, the longest wait first where all else is equal. */
  clockStart: string;
}

/** Who is called first: most policy points, then fewest calls, then the longest wait. Calls never take points away. */
export function standByOrder(a: StandByRank, b: StandByRank): number {
  return b.points - a.points || a.calls - b.calls || (a.clockStart < b.clockStart ? -1 : 1);
}
