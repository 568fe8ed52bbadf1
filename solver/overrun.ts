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
  if (variance === 0) return mean > minutes ? 1 : 0;
  const s2 = Math.log(1 + variance / (mean * mean));
  return 1 - normalDistribution((Math.log(minutes) - Math.log(mean) + s2 / 2) / Math.sqrt(s2));
}
