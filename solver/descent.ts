import type { Blocks } from "./blocks";
import type { Model } from "./model";
import { copyPrices, noPrices } from "./prices";
import type { Prices } from "./prices";
import type { Sweep, Swept } from "./sweep";

/** How far the first step goes, as a share of a block's value. */
const FIRST_STEP = 0.06;
/** Weight of the way so far in the next direction. */
const MEMORY = 0.85;
/** How fast steps follow the angle between the way so far and the new slope, and the angle (cosine) they aim at. */
const FOLLOW = 0.1;
const AIM = 0.05;
/** Factors on the step of a shared price while its slope keeps its sign, and when it turns; and its largest step. */
const FASTER = 1.2;
const SLOWER = 0.9;
const LARGEST = 30;
/**
 * First step of a shared price, as a share of its block's mean step by a unit. A reserve's price moves many lists' minutes
 * at once, so it overshoots where a capacity's does not.
 */
const PACE = 0.3;
const RESERVE_PACE = 0.1;

/** One shared thing's prices with what steers them: capacities, persons' days, reserves, earlier places. */
interface Shared {
  price: Float64Array;
  limit: (at: number) => number;
  taken: (swept: Swept, at: number) => number;
  way: Float64Array;
  step: Float64Array;
  pace: number;
}

/**
 * Lowers the relaxed value by moving prices against what is over-asked (a deflected subgradient method). Each block has
 * a step of its own, which grows while the slopes agree with the way so far and shrinks when they turn.
 */
export class Descent {
  readonly best: Prices;
  bestTotal = Infinity;
  private readonly way: Float64Array;
  private readonly blockStep: Float64Array;
  private readonly shared: Shared[];
  /** Mean step of the blocks that moved last; what shared prices go by when no block moves. */
  private meanStep = 0;

  constructor(
    model: Model,
    private readonly blocks: Blocks,
    private readonly sweep: Sweep,
    readonly prices: Prices,
  ) {
    this.best = noPrices(model);
    copyPrices(prices, this.best);
    this.way = new Float64Array(model.mean.length);
    this.blockStep = new Float64Array(blocks.count).fill(NaN);
    this.shared = sharedOf(model, prices);
  }

  /** Goes back to the best prices and forgets their value, because lists are priced otherwise from now on. */
  restart(): void {
    copyPrices(this.best, this.prices);
    this.bestTotal = Infinity;
    this.way.fill(0);
    for (const { way } of this.shared) way.fill(0);
  }

  /** One sweep and one step; false when `late` cut the sweep short. */
  step(late: () => boolean): boolean {
    const swept = this.sweep.run(this.prices, late);
    if (late()) return false;
    if (swept.total < this.bestTotal) {
      this.bestTotal = swept.total;
      copyPrices(this.prices, this.best);
    }
    const mean = this.moveCases(swept);
    for (const shared of this.shared) this.moveShared(shared, swept, mean);
    return true;
  }

  /** Moves the prices of cases; the mean step of the blocks. */
  private moveCases(swept: Swept): number {
    const { count, caseBlock, blockOf } = this.blocks;
    const { cases } = this.prices;
    const sums = {
      turn: new Float64Array(count),
      slope: new Float64Array(count),
      before: new Float64Array(count),
    };
    const after = new Float64Array(count);
    const value = new Float64Array(count);
    blockOf.forEach((block, list) => (value[block]! += swept.worth[list]!));
    for (let c = 0; c < cases.length; c++) {
      const block = caseBlock[c]!;
      const chosen = swept.cases[c]!;
      if (block < 0 || (cases[c] === 0 && chosen <= 1 && this.way[c] === 0)) continue;
      const slope = cases[c] === 0 ? Math.min(0, 1 - chosen) : 1 - chosen;
      const way = this.way[c]!;
      value[block]! += cases[c]!;
      sums.turn[block]! += slope * way;
      sums.slope[block]! += slope * slope;
      sums.before[block]! += way * way;
      const next = slope + MEMORY * way;
      this.way[c] = cases[c] === 0 ? Math.min(0, next) : next;
      after[block]! += this.way[c]! ** 2;
    }
    const mean = this.resize(sums, after, value);
    for (let c = 0; c < cases.length; c++)
      if (this.way[c] !== 0)
        cases[c] = Math.max(0, cases[c]! - this.blockStep[caseBlock[c]!]! * this.way[c]!);
    return mean;
  }

  private resize(
    sums: { turn: Float64Array; slope: Float64Array; before: Float64Array },
    after: Float64Array,
    value: Float64Array,
  ): number {
    const { blockStep } = this;
    let [sum, moved] = [0, 0];
    for (let block = 0; block < blockStep.length; block++) {
      if (after[block] === 0) continue;
      if (Number.isNaN(blockStep[block])) blockStep[block] = (FIRST_STEP * value[block]!) / after[block]!;
      else {
        const lengths = Math.sqrt(sums.slope[block]! * sums.before[block]!);
        const cosine = lengths > 0 ? sums.turn[block]! / lengths : 0;
        blockStep[block]! *= Math.exp(FOLLOW * (cosine - AIM));
      }
      sum += blockStep[block]!;
      moved++;
    }
    if (moved > 0) this.meanStep = sum / moved;
    else if (this.meanStep === 0)
      this.meanStep = (FIRST_STEP * value.reduce((all, one) => all + one, 0)) / blockStep.length;
    return this.meanStep;
  }

  private moveShared({ price, limit, taken, way, step, pace }: Shared, swept: Swept, mean: number): void {
    for (let at = 0; at < price.length; at++) {
      const scale = (pace * mean) / (1 + Math.abs(limit(at)));
      let slope = limit(at) - taken(swept, at);
      if (price[at] === 0) slope = Math.min(0, slope);
      if (slope === 0 && way[at] === 0) continue;
      const turn = slope * way[at]!;
      if (Number.isNaN(step[at])) step[at] = scale;
      step[at] = Math.min(step[at]! * (turn > 0 ? FASTER : turn < 0 ? SLOWER : 1), LARGEST * scale);
      const next = slope + MEMORY * way[at]!;
      way[at] = price[at] === 0 ? Math.min(0, next) : next;
      price[at] = Math.max(0, price[at]! - step[at]! * way[at]!);
    }
  }
}

function sharedOf(model: Model, prices: Prices): Shared[] {
  const of = (price: Float64Array, limit: Shared["limit"], taken: Shared["taken"], pace = PACE): Shared => {
    return {
      price,
      limit,
      taken,
      way: new Float64Array(price.length),
      step: new Float64Array(price.length).fill(NaN),
      pace,
    };
  };
  return [
    of(
      prices.capacities,
      (at) => model.quantity[at]!,
      (swept, at) => swept.capacities[at]!,
    ),
    of(
      prices.personDays,
      () => 1,
      (swept, at) => swept.personDays[at]!,
    ),
    of(
      prices.reserves,
      (at) => model.reserveMinutes[at]!,
      (swept, at) => swept.reserves[at]!,
      RESERVE_PACE,
    ),
    of(
      prices.keep,
      () => -model.keepAtLeast,
      (swept) => -swept.kept,
    ),
  ];
}
