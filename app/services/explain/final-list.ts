import type { List } from "~solver/problem";

/** One list of a finished plan. Minutes; `kits`: those that its cases need. */
export interface FinalList extends List {
  options: number[];
  /** Its cases that may make way, those that are not pinned, cheapest first. */
  removable: Removable[];
  mean: number;
  variance: number;
  /** Means and turnarounds. */
  planned: number;
  kits: Set<number>;
}

/** A case of a list that may make way. `cost`: its points and those of its minutes and one turnaround. */
export interface Removable {
  option: number;
  cost: number;
  mean: number;
  variance: number;
}
