/** What duals of the rows and cuts prove: no plan has more than `total` points. */
export interface Valued {
  total: number;
  duals: Float64Array;
  /** By list, the most that it is worth at the duals. */
  ceilings: Float64Array;
}

/** A part of the lists, alone: what they take of the rest is charged by duals that stay as they are, by row and cut. */
export interface Focus {
  lists: readonly number[];
  base: Float64Array;
}
