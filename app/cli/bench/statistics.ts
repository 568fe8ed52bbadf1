/** The middle value; of an even number of values the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("the median of no values was asked");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/**
 * The power p of the best fit time = factor * size^p, by least squares on the logarithms; null for fewer than two
 * different sizes. Time grows no faster than size where p is at most 1.
 */
export function growth(points: readonly { size: number; time: number }[]): number | null {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, each) => sum + each[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
  if (!(spread > 1e-9)) return null;
  return logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0) / spread;
}
