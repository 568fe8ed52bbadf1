import type { Control } from "./control";
import { alone } from "./crew";
import { pricePhase, SMALL } from "./price-phase";
import { proofPhase } from "./proof-phase";
import { draftOf } from "./streams";
import type { World } from "./world";

/**
 * A plan to begin with where only so many moves are allowed: `first` when it keeps enough earlier places, else the plan
 * that keeps most of them. On a large problem `first` stands, whatever it keeps.
 */
export function keepMost(world: World, first: number[], control: Control): number[] {
  const { model, relaxation, blocks } = world;
  const enough = draftOf(world, first).kept >= model.keepAtLeast;
  if (enough || model.slotCase.length > SMALL) return first;
  const places = { ...model, slotPoints: Float64Array.from(model.wasTaken), minuteWeight: 0, keepAtLeast: 0 };
  const priced = pricePhase(places, blocks, alone(places, relaxation), control);
  return proofPhase(places, relaxation, priced.pricing, priced, -1, control).plan ?? first;
}
