/** What duals of the rows and cuts prove: no plan has more than `total` points. */
export interface Valued {
  total: number;
  duals: Float64Array;
  /** By list, the most that it is worth at the duals. */
  ceilings: Float64Array;
}
