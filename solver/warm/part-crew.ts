import { Hand, type Crew } from "../crew";
import type { ListStates } from "../list-states";
import type { Model } from "../prepare";
import type { Relaxation } from "../relaxation";
import { carryOut } from "../streams";

/** A crew that works on some lists only; of the others, what was known before stands. */
export function partCrew(
  model: Model,
  relaxation: Relaxation,
  states: ListStates,
  lists: ReadonlySet<number>,
): Crew {
  const hand = new Hand(model, relaxation, states);
  return {
    states,
    pricing: hand.pricing,
    all: (task, prices, late) => {
      hand.setPrices(prices);
      for (const list of lists) {
        const isLate = late();
        if (isLate && task === "price") return;
        hand.do(task, list, isLate);
      }
    },
    settle: () => undefined,
    search: (world, tasks, watched) => tasks.map((task) => carryOut(world, task, watched)),
  };
}
