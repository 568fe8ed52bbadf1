/** How many weeks the middle half of those who were admitted had waited, from referral to admission. */
export interface LikelyWait {
  /** A quarter had waited so many weeks or less, and a quarter longer than `to`. */
  from: number;
  to: number;
  patients: number;
}

/** Fewer admissions than this say too little. Hublist's proposal. */
export const ENOUGH_ADMISSIONS = 30;

/**
 * The middle half of published admissions. `byWeeks`: element k is the number admitted after more than k and up to
 * k + 1 weeks. Null: too few to say.
 */
export function likelyWait(byWeeks: readonly number[]): LikelyWait | null {
  const patients = byWeeks.reduce((sum, some) => sum + some, 0);
  if (patients < ENOUGH_ADMISSIONS) return null;
  return { from: weekOfShare(byWeeks, patients / 4), to: weekOfShare(byWeeks, (patients * 3) / 4), patients };
}

/**
 * How many weeks more the middle half of those waited who, like this patient, had waited more than so many whole weeks
 * and were admitted later. Null: too few to say.
 */
export const remainingWait = (byWeeks: readonly number[], waited: number): LikelyWait | null =>
  likelyWait(byWeeks.slice(Math.max(0, waited)));

/** The whole weeks within which at least so many had been admitted. */
function weekOfShare(byWeeks: readonly number[], share: number): number {
  let admitted = 0;
  const week = byWeeks.findIndex((some) => (admitted += some) >= share);
  return week + 1;
}
