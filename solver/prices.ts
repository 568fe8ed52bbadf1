import type { Model } from "./model";

/**
 * Prices in score points: what a list pays for a case, for one unit of a capacity, for a person's day, for one minute
 * of a reserve. `keep` is what an earlier slot earns for being kept, the price of the limit on moves. All are >= 0.
 */
export interface Prices {
  cases: Float64Array;
  capacities: Float64Array;
  personDays: Float64Array;
  reserves: Float64Array;
  keep: Float64Array;
}

/** Prices of nothing. */
export function noPrices(model: Model): Prices {
  return {
    cases: new Float64Array(model.mean.length),
    capacities: new Float64Array(model.quantity.length),
    personDays: new Float64Array(model.personDays),
    reserves: new Float64Array(model.reserveMinutes.length),
    keep: new Float64Array(1),
  };
}

/** Overwrites `to` with the prices `from`. */
export function copyPrices(from: Prices, to: Prices): void {
  to.cases.set(from.cases);
  to.capacities.set(from.capacities);
  to.personDays.set(from.personDays);
  to.reserves.set(from.reserves);
  to.keep.set(from.keep);
}
