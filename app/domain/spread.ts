/** How values lie: least, quartiles and most. A mean alone would hide who is at the ends. */
export interface Spread {
  count: number;
  least: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  most: number;
}

/**
 * The spread of some values; null of none. Quartiles are those of the sorted values at the shares 1/4, 1/2 and 3/4, on
 * the straight line between neighbours (method 7 of Hyndman and Fan, 1996).
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    count: sorted.length,
    least: sorted[0]!,
    lowerQuartile: at(sorted, 0.25),
    median: at(sorted, 0.5),
    upperQuartile: at(sorted, 0.75),
    most: sorted.at(-1)!,
  };
}

function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
