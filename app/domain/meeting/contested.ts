import type { IsoDate } from "../calendar";
import type { Ground } from "./grounds";

/** A case of the plan with what else could be done with it; sessions and entries by their ids. */
export interface WeighedCase {
  entry: string;
  session: string;
  /** Score points that it brings. */
  points: number;
  /** Who would come instead, and what the plan would lose by that. */
  instead: { entries: string[]; loss: number };
  /** The best other sessions, dearest last. */
  elsewhere: { session: string; loss: number; displaced: string[] }[];
}

/**
 * A case that two lists want: the plan loses when it leaves this list, for somebody lesser would come, and another
 * session would have it at a loss of at most `percent` of its points, where somebody would make way. Null: it is not.
 */
export function wantedByTwo(
  { session, points, instead, elsewhere }: WeighedCase,
  percent: number,
): Ground | null {
  const best = elsewhere[0];
  if (!best || best.displaced.length === 0 || instead.entries.length === 0 || instead.loss <= 0) return null;
  if (best.loss * 100 > percent * points) return null;
  return {
    ...{ kind: "twoLists", here: session, elsewhere: best.session, loss: best.loss, points },
    ...{ displaced: best.displaced, instead: instead.entries, insteadLoss: instead.loss },
  };
}

/** The cheapest place of an unplaced entry. */
export interface CheapestPlace {
  session: string;
  displaced: string[];
  /** Change of the score. */
  change: number;
}

/** An unplaced entry over its target whose cheapest place is held by somebody who is over theirs. Null: it is not. */
export function displacesOverTarget(
  { entry, nearest }: { entry: string; nearest: CheapestPlace | null },
  targetOf: (entry: string) => IsoDate | null,
  today: IsoDate,
): Ground | null {
  if (nearest === null || !isOver(targetOf(entry), today)) return null;
  const overTarget = nearest.displaced.filter((other) => isOver(targetOf(other), today));
  if (overTarget.length === 0) return null;
  const { session, displaced, change } = nearest;
  return { kind: "displaces", session, overTarget, displaced: displaced.length, change };
}

/** A case that a person placed otherwise than the plan. `plan` null: it leaves the case out; undefined: it did not know it. */
export function placedOtherwise(
  placed: { session: string; byHand: boolean },
  plan: string | null | undefined,
): Ground | null {
  if (!placed.byHand || plan === undefined || plan === placed.session) return null;
  return { kind: "planElsewhere", hand: placed.session, plan };
}

/** A target is over from the day after it. */
export function isOver(target: IsoDate | null, today: IsoDate): boolean {
  return target !== null && target < today;
}
