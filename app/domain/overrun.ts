/** Probabilities this close above the limit still pass (file contract). */
export const OVERRUN_TOLERANCE = 1e-6;

/**
 * The probability that operating time takes more than `room` minutes, when it is lognormal with this mean (minutes)
 * and variance (minutes squared). Source: file contract; lognormal by its first two moments.
 */
export function overrunProbability(mean: number, variance: number, room: number): number {
  if (room <= 0) return 1;
  const logVariance = Math.log1p(variance / (mean * mean));
  if (logVariance === 0) return mean > room ? 1 : 0;
  return 1 - standardNormal((Math.log(room) - Math.log(mean) + logVariance / 2) / Math.sqrt(logVariance));
}

/** Minutes after and before the end of a session that a list takes or leaves on average. */
export interface ExpectedMinutes {
  overrun: number;
  unused: number;
}

/**
 * The mean of the minutes by which lognormal operating time passes `room`, and of those by which it falls short of it:
 * E max(T - room, 0) = mean * N(d) - room * N(d - s) with s the deviation of ln T and d = (ln(mean / room) + s²/2) / s,
 * the partial expectation of a lognormal variable. The two differ by mean - room.
 */
export function expectedMinutes(mean: number, variance: number, room: number): ExpectedMinutes {
  const overrun = Math.max(expectedOverrun(mean, variance, room), mean - room, 0);
  return { overrun, unused: overrun - (mean - room) };
}

function expectedOverrun(mean: number, variance: number, room: number): number {
  if (room <= 0 || mean <= 0) return mean - room;
  const logVariance = Math.log1p(variance / (mean * mean));
  if (logVariance === 0) return mean - room;
  const spread = Math.sqrt(logVariance);
  const d = (Math.log(mean / room) + logVariance / 2) / spread;
  return mean * standardNormal(d) - room * standardNormal(d - spread);
}

const TERMS = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153];

/** The standard normal distribution function. Source: Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function standardNormal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = 0.3989422804014327 * Math.exp((-x * x) / 2);
  const tail = density * t * TERMS.reduce((sum, term) => sum * t + term, 0);
  return x > 0 ? 1 - tail : tail;
}
