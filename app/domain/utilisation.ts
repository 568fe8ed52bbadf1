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

/** Minutes over the length of the session; 0 where nothing can be filled. */
export function shareOf(minutes: number, length: number): number {
  return length > 0 ? minutes / length : 0;
}
