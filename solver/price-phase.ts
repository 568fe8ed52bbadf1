import { boundAt } from "./bound";
import type { Bounded } from "./bound";
import type { Blocks } from "./blocks";
import type { Control } from "./control";
import type { Crew } from "./crew";
import { Descent } from "./descent";
import type { Model } from "./prepare";
import { copyPrices, noPrices } from "./prices";
import type { Prices } from "./prices";
import type { Pricing } from "./pricing";
import { startPrices } from "./start-prices";
import { Sweep } from "./sweep";

/** Sweeps before the first exact bound, and in each round of refinement after it. */
const FIRST_SWEEPS = 150;
const MORE_SWEEPS = 50;
/** Slots of a small problem. */
export const SMALL = 4000;
/** Most rounds of refinement by number of slots: they cost a third of a large problem's time for a ten-thousandth. */
const ROUNDS: [slots: number, rounds: number][] = [
  [60_000, 0],
  [SMALL + 1, 3],
  [0, 12],
];
/** Share of the bound that a round must gain for another to follow. */
const WORTHWHILE = 1e-4;
/** Share of the bound by which a list's ceiling may exceed its estimate before it is priced finely. */
const ROUGH = 1e-6;

/** Seconds a slot, on a slow core, that a run out of time needs to make a whole plan once prices are there. */
const PLAN_SECONDS = 3e-6;

/** The best prices found and what they prove. */
export interface Priced extends Bounded {
  prices: Prices;
  pricing: Pricing;
}

/**
 * Lowers the bound by prices: sweeps with quick estimates of each list, then an exact bound; lists whose estimate was
 * rough are priced finely from then on, and the sweeps go on while the bound falls.
 */
export function pricePhase(model: Model, blocks: Blocks, crew: Crew, control: Control): Priced {
  const ahead = PLAN_SECONDS * model.slotCase.length;
  const late = () => control.late(ahead) || control.stopped();
  const { pricing, states } = crew;
  const descent = new Descent(model, blocks, new Sweep(model, crew), startPrices(model, blocks));
  const small = model.slotCase.length <= SMALL;
  const rounds = ROUNDS.find(([slots]) => model.slotCase.length >= slots)![1];
  const prices = noPrices(model);
  const stepsPlanned = FIRST_SWEEPS + rounds * MORE_SWEEPS;
  let steps = 0;
  let best: Bounded | null = null;
  for (let round = 0; round <= rounds; round++) {
    const sweeps = round === 0 ? FIRST_SWEEPS : MORE_SWEEPS;
    for (let i = 0; i < sweeps && descent.step(late); i++)
      control.report({
        phase: "prices",
        steps: ++steps,
        stepsPlanned,
        score: null,
        bound: best?.bound ?? null,
      });
    const now = boundAt(model, crew, descent.best, late);
    const gained: number = best === null ? Infinity : best.bound - now.bound;
    if (gained > 0) {
      best = now;
      copyPrices(descent.best, prices);
    }
    if (late() || gained < WORTHWHILE * Math.abs(now.bound) * (small ? 0.1 : 1)) break;
    const rough = ROUGH * Math.abs(now.bound);
    now.ceilings.forEach(
      (ceiling, list) => (states.fine[list]! |= Number(ceiling - now.estimates[list]! > rough)),
    );
    descent.restart();
  }
  return { ...best!, prices, pricing };
}
