import { consider } from "./candidates";
import { Ceiling } from "./ceiling";
import { listStates } from "./list-states";
import type { ListStates } from "./list-states";
import type { Model } from "./model";
import type { Prices } from "./prices";
import { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";
import { carryOut } from "./streams";
import type { Found, Task, Watched } from "./streams";
import type { World } from "./world";

/** What is asked of every list: its choice at the prices, its estimate and ceiling, or what a search is to consider. */
export type ListTask = "price" | "bound" | "consider";

/** Who works on the lists: this thread alone, or a team. What comes of it does not depend on that. */
export interface Crew {
  readonly states: ListStates;
  readonly pricing: Pricing;
  /**
   * Carries the task out for every list; the answers are in `states`. Once `late` says so, choices stay as they are and
   * ceilings are taken quickly.
   */
  all(task: ListTask, prices: Prices, late: () => boolean): void;
  /** Carries out the tasks of a round of the search, one a part; in the order of the tasks. */
  search(world: World, tasks: readonly Task[], watched: Watched): Found[];
}

/** Makes the crew of a model. */
export type Crews = (model: Model, relaxation: Relaxation) => Crew;

/** One thread's tools for one list after another. */
export class Hand {
  readonly pricing: Pricing;
  private readonly ceiling: Ceiling;

  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    private readonly states: ListStates,
  ) {
    this.pricing = new Pricing(model, relaxation, model.slotPoints, states);
    this.ceiling = new Ceiling(model, relaxation, model.slotPoints);
  }

  setPrices(prices: Prices): void {
    this.pricing.setPrices(prices);
    this.ceiling.setPrices(prices);
  }

  /** Carries a task out for one list. `quick`: a ceiling without a search. */
  do(task: ListTask, list: number, quick: boolean): void {
    const { pricing, ceiling, states } = this;
    if (task === "price") return void pricing.price(list);
    if (task === "consider") return consider(this.model, this.relaxation, pricing, list);
    const estimate = quick ? -Infinity : pricing.price(list);
    states.estimates[list] = estimate;
    states.ceilings[list] = ceiling.of(list, -Infinity, quick);
  }
}

/** Lists between two looks at the clock. */
const LOOK = 16;

/** A crew of this thread alone. */
export const alone: Crews = (model, relaxation) => {
  const states = listStates(model, relaxation);
  const hand = new Hand(model, relaxation, states);
  const all: Crew["all"] = (task, prices, late) => {
    hand.setPrices(prices);
    let isLate = false;
    for (let list = 0; list < model.length.length; list++) {
      if (task === "bound" || list % LOOK === 0) isLate = late();
      if (isLate && task === "price") return;
      hand.do(task, list, isLate);
    }
  };
  return {
    states,
    pricing: hand.pricing,
    all,
    search: (world, tasks, watched) => tasks.map((task) => carryOut(world, task, watched)),
  };
};
