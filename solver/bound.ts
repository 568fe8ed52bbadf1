import type { Crew } from "./crew";
import { groupsOf, heaviest } from "./independent";
import type { Model } from "./model";
import { copyPrices, noPrices } from "./prices";
import type { Prices } from "./prices";
import { priceOfEverything } from "./sweep";

/** Finest grid that prices are rounded to, in parts of a point. */
const FINEST = 2 ** 20;
/** Sums of points on the grid stay below this many parts, so that doubles add them exactly. */
const EXACT = 2 ** 52;

/** A bound, and by list what it allows (valid) and what pricing estimates, points at the rounded prices. */
export interface Bounded {
  bound: number;
  /** The same before rounding down. */
  total: number;
  rounded: Prices;
  /** Parts of a point to which the prices are rounded. */
  parts: number;
  ceilings: Float64Array;
  estimates: Float64Array;
}

/**
 * A valid upper bound on the score of every plan that keeps the rules, whole, rounded down, at given prices. The prices
 * are first rounded to a grid on which all sums are exact; what is left of rounding is covered by Ceiling. Lists are
 * taken quickly, with a looser bound, once `late` says so.
 */
export function boundAt(model: Model, crew: Crew, prices: Prices, late: () => boolean): Bounded {
  const parts = partsOf(model, prices);
  const rounded = onGrid(model, prices, parts);
  crew.all("bound", rounded, late);
  const [ceilings, estimates] = [crew.states.ceilings.slice(), crew.states.estimates.slice()];
  let total = priceOfEverything(model, rounded);
  for (const group of groupsOf(model.listClashes)) total += groupCeiling(model, group.lists, ceilings);
  return { bound: Math.floor(total), total, rounded, parts, ceilings, estimates };
}

function groupCeiling(model: Model, lists: number[], ceilings: Float64Array): number {
  if (lists.length === 1) return ceilings[lists[0]!]!;
  const lost = lists.reduce((sum, list) => sum + Math.min(0, ceilings[list]!), 0);
  return lost + heaviest({ lists }, ceilings, model.listClashes).total;
}

/** Parts of a point to which prices are rounded, so that sums of points are exact. */
export function partsOf(model: Model, prices: Prices): number {
  let largest = priceOfEverything(model, prices) + prices.keep[0]! * model.keepAtLeast;
  model.slotPoints.forEach((points) => (largest += Math.abs(points)));
  return Math.min(FINEST, 2 ** Math.floor(Math.log2(EXACT / (largest + 1))));
}

function onGrid(model: Model, prices: Prices, parts: number): Prices {
  const rounded = noPrices(model);
  copyPrices(prices, rounded);
  for (const row of Object.values(rounded) as Float64Array[])
    row.forEach((price, at) => (row[at] = Math.round(price * parts) / parts));
  return rounded;
}
