import { boundAt } from "./bound";
import type { Bounded } from "./bound";
import type { Blocks } from "./blocks";
import type { Control } from "./control";
import type { Crew } from "./crew";
import { Descent } from "./descent";
import type { Model } from "./model";
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

/**
 * Of the time that is left when prices begin, the shares that must be left when their sweeps end and when the last bound
 * is there: under a limit the search gets its part, and a bound taken with care is worth more than the last sweeps.
 */
const AFTER_SWEEPS = 0.28;
const AFTER_BOUND = 0.15;

/** Seconds a slot in which the sweeps of a large problem, about twenty of them, gain nothing yet, and a little more. */
const RISING_SECONDS = 1.5e-5;

/** The best prices found and what they prove. */
export interface Priced extends Bounded {
  prices: Prices;
  pricing: Pricing;
  /** Whether time or a person ended the phase. */
  cut: boolean;
}

/**
 * Lowers the bound by prices: sweeps with quick estimates of each list, then an exact bound; lists whose estimate was
 * rough are priced finely from then on, and the sweeps go on while the bound falls.
 */
export function pricePhase(model: Model, blocks: Blocks, crew: Crew, control: Control): Priced {
  const ahead = PLAN_SECONDS * model.slotCase.length;
  const late = endOf(control, ahead, AFTER_SWEEPS);
  const hurried = endOf(control, ahead, AFTER_BOUND);
  const { pricing, states } = crew;
  const descent = new Descent(model, blocks, new Sweep(model, crew), startPrices(model, blocks));
  const small = model.slotCase.length <= SMALL;
  const rounds = ROUNDS.find(([slots]) => model.slotCase.length >= slots)![1];
  const prices = noPrices(model);
  const stepsPlanned = FIRST_SWEEPS + rounds * MORE_SWEEPS;
  // Sweeps that would end before they gain are left out, and a careful bound with them: the search makes more of the time.
  const givenUp = late.within(RISING_SECONDS * model.slotCase.length);
  let steps = 0;
  let best: Bounded | null = null;
  for (let round = 0; round <= rounds; round++) {
    const sweeps = round === 0 ? FIRST_SWEEPS : MORE_SWEEPS;
    for (let i = 0; i < sweeps && !givenUp && descent.step(late.asked); i++) {
      const bound = best?.bound ?? null;
      control.report({ phase: "prices", steps: ++steps, stepsPlanned, score: null, bound });
    }
    const now = boundAt(model, crew, descent.best, givenUp ? () => true : hurried.asked);
    const gained: number = best === null ? Infinity : best.bound - now.bound;
    if (gained > 0) {
      best = now;
      copyPrices(descent.best, prices);
    }
    if (givenUp || late.asked() || gained < WORTHWHILE * Math.abs(now.bound) * (small ? 0.1 : 1)) break;
    const rough = ROUGH * Math.abs(now.bound);
    now.ceilings.forEach(
      (ceiling, list) => (states.fine[list]! |= Number(ceiling - now.estimates[list]! > rough)),
    );
    descent.restart();
  }
  return { ...best!, prices, pricing, cut: givenUp || late.asked() };
}

/** The end of a part of the phase. */
interface End {
  /** Whether it is there, or a person asked to stop. */
  asked: () => boolean;
  /** Whether it comes within so many seconds. */
  within: (seconds: number) => boolean;
}

/** The end that leaves `ahead` seconds of the time limit, and at least a share of what is left of it now. */
function endOf(control: Control, ahead: number, share: number): End {
  const left = control.left();
  const least = left === Infinity ? -Infinity : share * left;
  const within = (seconds: number) => control.late(ahead + seconds) || control.left() - seconds <= least;
  return { asked: () => within(0) || control.stopped(), within };
}
