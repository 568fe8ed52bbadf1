/**
 * The gap between a plan and the proven bound as a sentence's end: `at most 0.35% below any possible plan`. Rounded
 * up, so that "at most" holds; 0 means that no plan can be better.
 * @param gap share of the bound, 0 to 1
 */
export function gapWords(gap: number): string {
  if (gap <= 0) return "as good as any possible plan";
  return `at most ${gapPercent(gap)} below any possible plan`;
}

/** The gap as percent, rounded up: two decimals below 1%, one below 10%, none above. */
export function gapPercent(gap: number): string {
  const percent = gap * 100;
  const decimals = percent < 1 ? 2 : percent < 10 ? 1 : 0;
  const scale = 10 ** decimals;
  // A gap such as 0.07 is a hair above 7% in binary; that hair is not a hundredth more.
  return `${(Math.ceil(percent * scale - 1e-9) / scale).toFixed(decimals)}%`;
}
