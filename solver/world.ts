import type { Blocks } from "./blocks";
import { candidatesAt } from "./candidates";
import type { Candidates } from "./candidates";
import { chargesOf } from "./charges";
import type { Charges } from "./charges";
import { scarceOf } from "./neighbours";
import type { Scarce } from "./neighbours";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import type { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";

/** All that the streams of a search share and none changes. */
export interface World {
  model: Model;
  relaxation: Relaxation;
  blocks: Blocks;
  prices: Prices;
  candidates: readonly Candidates[];
  charges: Charges;
  scarce: Scarce;
}

/**
 * The world of a search at its prices, for which a crew has considered all lists; `pricing` has its states. From then on
 * it has these prices too.
 */
export function worldOf(
  model: Model,
  relaxation: Relaxation,
  blocks: Blocks,
  { prices, pricing }: { prices: Prices; pricing: Pricing },
): World {
  pricing.setPrices(prices);
  const candidates = relaxation.slabs.map((_, list) => candidatesAt(model, relaxation, pricing.states, list));
  const charges = chargesOf(model, candidates, pricing.loader, prices);
  const scarce = scarceOf(model, candidates, prices);
  return { model, relaxation, blocks, prices, candidates, charges, scarce };
}
