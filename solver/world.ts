import type { Blocks } from "./blocks";
import { candidatesAt } from "./candidates";
import type { Candidates } from "./candidates";
import { chargesOf } from "./charges";
import type { Charges } from "./charges";
import { unconsidered } from "./coverage";
import { scarceOf } from "./neighbours";
import type { Scarce } from "./neighbours";
import type { Model } from "./model";
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
  const { states, loader } = pricing;
  const more = unconsidered(model, relaxation, { states, loader, prices });
  const candidates = more.map((slots, list) => candidatesAt(model, relaxation, states, list, slots));
  const charges = chargesOf(model, candidates, loader, prices);
  const scarce = scarceOf(model, candidates, prices);
  return { model, relaxation, blocks, prices, candidates, charges, scarce };
}
