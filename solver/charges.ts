import type { Candidates } from "./candidates";
import type { Loader } from "./loader";
import type { Model } from "./model";
import type { Prices } from "./prices";

/** What slots bring to the search and cost at the prices, points by slot. Made once, shared by all streams. */
export interface Charges {
  /** Worth of a slot: its points, planned minutes, and the price of a move where it holds its case already. */
  points: Float64Array;
  /** Prices of its case and its person's day. */
  own: Float64Array;
  /** Prices of the capacities and reserve minutes that it takes, less what it earns for being kept. */
  shared: Float64Array;
}

/** Charges of the candidates; other slots have points alone. `loader` has the prices. */
export function chargesOf(
  model: Model,
  candidates: readonly Candidates[],
  loader: Loader,
  prices: Prices,
): Charges {
  const points = searchPoints(model);
  const charges = { points, own: new Float64Array(points.length), shared: new Float64Array(points.length) };
  for (const each of candidates) chargeSlots(charges, model, each, loader, prices);
  return charges;
}

/** Sets the charges of a list's candidates. */
export function chargeSlots(
  { own, shared }: Charges,
  model: Model,
  { slots }: Candidates,
  loader: Loader,
  prices: Prices,
): void {
  for (const slot of slots) {
    const day = model.slotPersonDay[slot]!;
    own[slot] = prices.cases[model.slotCase[slot]!]! + (day >= 0 ? prices.personDays[day]! : 0);
    shared[slot] = model.slotPoints[slot]! - loader.gainOf(slot, model.slotPoints) - own[slot]!;
  }
}

/** Points by slot as the search counts them. */
export function searchPoints({ slotPoints, movePrice, wasTaken }: Model): Float64Array {
  return slotPoints.map((sum, slot) => sum + movePrice * wasTaken[slot]!);
}
