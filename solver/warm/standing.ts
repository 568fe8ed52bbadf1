import type { Bounded } from "../bound";
import type { ListStates } from "../list-states";
import type { Problem } from "../problem";
import type { PlainPrices } from "../solution";
import type { World } from "../world";

/** A plan and the prices that came with it. */
export interface Known {
  options: readonly number[];
  prices: PlainPrices;
}

/** What a warm solver stands on: a plan of the problem, its prices and all that was worked out from them. */
export interface Standing {
  problem: Problem;
  options: readonly number[];
  score: number;
  bounded: Bounded;
  /** The lists' states at the prices of the bound. */
  states: ListStates;
  world: World;
}
