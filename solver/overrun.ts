/** The overrun rule of one list: operating time is lognormal with the list's mean and variance. */

/** Probabilities within this much of the limit pass. */
export const OVERRUN_TOLERANCE = 1e-6;

/**
 * The standard normal distribution function by Abramowitz and Stegun 26.2.17 (absolute error below 7.5e-8), the form
 * that the file contract's judge uses.
 */
export function normalDistribution(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp((-x * x) / 2) * series;
  return x > 0 ? 1 - tail : tail;
}

/**
 * Probability that operating time exceeds `minutes`, where its logarithm is normal and its mean and variance are
 * `mean` (minutes) and `variance` (minutes squared). `minutes` are those left for operating: length less turnarounds.
 */
export function overrunProbability(minutes: number, mean: number, variance: number): number {
  if (minutes <= 0) return 1;
  const s2 = Math.log1p(variance / (mean * mean));
  if (s2 === 0) return mean > minutes ? 1 : 0;
  return 1 - normalDistribution((Math.log(minutes) - Math.log(mean) + s2 / 2) / Math.sqrt(s2));
}

/**
 * Standard score that a list's room must reach: the least x with `1 - normalDistribution(x) <= limit`, to the last bit
 * that bisection gives; -Infinity when every x does.
 */
export function scoreNeeded(limit: number): number {
  if (limit >= 1) return -Infinity;
  let [low, high] = [-40, 40];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (1 - normalDistribution(middle) <= limit) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Variances that a list of two or more cases may have, by the minutes left for operating and the sum of its means:
 * from 0 to `low`, and from `high` on (above its own variance limit a lognormal time of the same mean runs over less
 * often again). With s² = ln(1 + variance / mean²), the rule reads z s - s²/2 <= ln(minutes / mean).
 */
export interface VarianceRange {
  low: number;
  high: number;
}

/** The variances allowed at standard score z; both ends are -1 and Infinity when none is. */
export function variancesAllowed(z: number, minutes: number, mean: number): VarianceRange {
  if (mean > minutes) return { low: -1, high: Infinity };
  const discriminant = z * z - 2 * Math.log(minutes / mean);
  if (z <= 0 || discriminant < 0) return { low: Infinity, high: 0 };
  const root = Math.sqrt(discriminant);
  const [s1, s2] = [z - root, z + root];
  return { low: mean * mean * Math.expm1(s1 * s1), high: mean * mean * Math.expm1(s2 * s2) };
}

/**
 * Whether at standard score z a list that runs over too often keeps doing so with every further case, and a lighter one
 * (in mean and in variance) never runs over more often, as long as no case has a variance above `widest` times its
 * squared mean. MODEL.md, "Where more cases mean more overrun", proves the two conditions.
 */
export function runsOverMore(z: number, widest: number): boolean {
  if (z <= 0) return true;
  return widest <= Math.expm1(z * z) && (z * z - 4) * (widest + widest * widest) <= 1;
}
