/**
 * Points of a stand-in for what a list, or a row, must have: so few that a relaxed program takes it only where there is
 * nothing else, and so many that sums of points stay exact. Bounds never count it.
 */
export const STAND_IN = -1e7;
