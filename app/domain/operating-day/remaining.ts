import type { CaseDuration } from "../list-fit";

/** Minutes that are still to come, by mean and variance (minutes squared). */
export interface Remaining {
  mean: number;
  variance: number;
}

/** So many deviations below the median hardly any case has ended: elapsed time says nothing yet. */
const NOTHING_YET = -6;

/**
 * What is left of a case that has taken `elapsed` minutes and is not over, when its time T is lognormal with this mean
 * and deviation: mean and variance of T - elapsed, given T > elapsed. With s the deviation of ln T, z = (ln elapsed - its
 * mean) / s and M the Mills ratio of the normal distribution, E(T | T > elapsed) = elapsed * M(z - s) / M(z) and
 * E(T² | T > elapsed) = elapsed² * M(z - 2s) / M(z). At 0 it is the case itself. A case without a deviation has what its
 * mean still leaves.
 */
export function remainingOf({ minutes, minutesDeviation }: CaseDuration, elapsed: number): Remaining {
  const logVariance = Math.log1p((minutesDeviation * minutesDeviation) / (minutes * minutes));
  if (logVariance === 0) return { mean: Math.max(0, minutes - elapsed), variance: 0 };
  const spread = Math.sqrt(logVariance);
  const z = (Math.log(Math.max(elapsed, 0)) - Math.log(minutes) + logVariance / 2) / spread;
  if (z < NOTHING_YET)
    return { mean: minutes - Math.max(elapsed, 0), variance: minutesDeviation * minutesDeviation };
  const mills = millsRatio(z);
  const first = (elapsed * millsRatio(z - spread)) / mills;
  const second = (elapsed * elapsed * millsRatio(z - 2 * spread)) / mills;
  return { mean: Math.max(0, first - elapsed), variance: Math.max(0, second - first * first) };
}

const SQRT_HALF_PI = Math.sqrt(Math.PI / 2);
/** From here on the series takes more terms than the fraction, which converges the faster the larger x is. */
const LARGE = 2.5;

/** The upper tail of the standard normal distribution over its density, at x. */
export function millsRatio(x: number): number {
  return x < LARGE ? bySeries(x) : byFraction(x);
}

/** (1 - N(x)) / n(x) = sqrt(pi/2) e^(x²/2) - sum of x^(2k+1) / (1·3·…·(2k+1)). Abramowitz and Stegun 26.2.11. */
function bySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && odd < 2000; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return SQRT_HALF_PI * Math.exp((x * x) / 2) - sum;
}

/** The continued fraction 1/(x + 1/(x + 2/(x + 3/(…)))). Abramowitz and Stegun 26.2.14. */
function byFraction(x: number): number {
  let value = x;
  for (let term = 120; term >= 1; term--) value = x + term / value;
  return 1 / value;
}
