import { Ceiling } from "./ceiling";
import { listStates } from "./list-states";
import type { ListStates } from "./list-states";
import type { Model } from "./prepare";
import type { Prices } from "./prices";
import { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";

/** What is asked of every list: its choice at the prices, or its estimate and ceiling. */
export type Task = "price" | "bound";

/** Who works on the lists: this thread alone, or a team. What comes of it does not depend on that. */
export interface Crew {
  readonly states: ListStates;
  readonly pricing: Pricing;
  /**
   * Carries the task out for every list; the answers are in `states`. Once `late` says so, choices stay as they are and
   * ceilings are taken quickly.
   */
  all(task: Task, prices: Prices, late: () => boolean): void;
}

/** Makes the crew of a model. */
export type Crews = (model: Model, relaxation: Relaxation) => Crew;

/** One thread's tools for one list after another. */
export class Hand {
  readonly pricing: Pricing;
  private readonly ceiling: Ceiling;

  constructor(
    model: Model,
    relaxation: Relaxation,
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
  do(task: Task, list: number, quick: boolean): void {
    const { pricing, ceiling, states } = this;
    if (task === "price") return void pricing.price(list);
    const estimate = quick ? -Infinity : pricing.price(list);
    states.estimates[list] = estimate;
    states.ceilings[list] = ceiling.of(list, estimate, quick);
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
  return { states, pricing: hand.pricing, all };
};
