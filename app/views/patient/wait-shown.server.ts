import { remainingWait, type LikelyWait } from "~/domain/perioperative/likely-wait";
import { RTT_ADMITTED } from "~/facts/rtt-admitted";

/** The likely wait and what it rests on. */
export interface WaitShown extends LikelyWait {
  /** Weeks that they have waited so far. */
  waited: number;
  /** Whose admissions they are: the hospital's own, or all in the published table. */
  of: string;
}

/**
 * How long they may still wait, from those who had waited as long as they have: the hospital's own published admissions,
 * or, where they are too few, all. Null: too few to say.
 */
export function remainingShown(
  provider: string,
  treatmentFunction: string,
  waited: number,
): WaitShown | null {
  const waitOf = (byWeeks: readonly number[]) => remainingWait(byWeeks, waited);
  const own = RTT_ADMITTED[provider];
  const ours = waitOf(own?.admittedByWeeksWaited[treatmentFunction] ?? []);
  if (own && ours) return { ...ours, waited, of: "this hospital trust" };
  const all = Object.values(RTT_ADMITTED).map(({ admittedByWeeksWaited: by }) => by[treatmentFunction] ?? []);
  const longest = Math.max(0, ...all.map(({ length }) => length));
  const sums = Array.from({ length: longest }, (_, week) =>
    all.reduce((sum, by) => sum + (by[week] ?? 0), 0),
  );
  const every = waitOf(sums);
  return (
    every && { ...every, waited, of: `${all.filter(({ length }) => length > 0).length} hospital trusts` }
  );
}
