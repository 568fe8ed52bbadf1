import { Hand, type Crew } from "../crew";
import type { ListStates } from "../list-states";
import type { Model } from "../model";
import type { Relaxation } from "../relaxation";
import { carryOut } from "../streams";

/** A crew that works on some lists only; of the others, what was known before stands. */
export interface PartCrew extends Crew {
  /** The lists that it works on. */
  lists: ReadonlySet<number>;
}

/** A crew of this thread alone that works on these lists until it is given others. */
export function partCrew(
  model: Model,
  relaxation: Relaxation,
  states: ListStates,
  lists: ReadonlySet<number>,
): PartCrew {
  const hand = new Hand(model, relaxation, states);
  const crew: PartCrew = {
    lists,
    states,
    pricing: hand.pricing,
    all: (task, prices, late) => {
      hand.setPrices(prices);
      for (const list of crew.lists) {
        const isLate = late();
        if (isLate && task === "price") return;
        hand.do(task, list, isLate);
      }
    },
    search: (world, tasks, watched) => tasks.map((task) => carryOut(world, task, watched)),
  };
  return crew;
}
