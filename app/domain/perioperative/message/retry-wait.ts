/** The wait after the nth try, in minutes: waits grow, and the last of the list counts for all later ones. */
export function waitAfter(tries: number, minutes: readonly number[]): number {
  return minutes[Math.min(tries, minutes.length) - 1] ?? minutes[0]!;
}

/** An instant so many minutes after another; both are UTC ISO texts. */
export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
