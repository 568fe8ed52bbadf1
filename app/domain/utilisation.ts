/** What a list is filled with, all in minutes. */
export interface ListMinutes {
  /** Operating means of all cases. */
  touch: number;
  /** Operating means and the turnarounds between them. */
  planned: number;
}

/** Minutes of a list of cases with these operating means; a list without cases has none. */
export function listMinutes(means: readonly number[], turnaround: number): ListMinutes {
  const touch = means.reduce((sum, mean) => sum + mean, 0);
  return { touch, planned: touch + turnaround * Math.max(0, means.length - 1) };
}

/**
 * The minutes by which lists are expected to run over and to leave unused, summed and rounded to whole minutes; null
 * where a list does not say.
 */
export function expectedMinutesOf(
  lists: readonly { expectedOverrunMinutes?: number; expectedUnusedMinutes?: number }[],
): { overrun: number; unused: number } | null {
  let [overrun, unused] = [0, 0];
  for (const { expectedOverrunMinutes, expectedUnusedMinutes } of lists) {
    if (expectedOverrunMinutes === undefined || expectedUnusedMinutes === undefined) return null;
    overrun += expectedOverrunMinutes;
    unused += expectedUnusedMinutes;
  }
  return { overrun: Math.round(overrun), unused: Math.round(unused) };
}

/** Minutes over the length of the session; 0 where nothing can be filled. */
export function shareOf(minutes: number, length: number): number {
  return length > 0 ? minutes / length : 0;
}
