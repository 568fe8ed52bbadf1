import { Draft } from "./draft";
import { pointsOf } from "./plan-points";
import type { Priced } from "./price-phase";
import { firstPlan } from "./search-phase";
import type { World } from "./world";

/**
 * The plan that a search begins with: the first plan at the prices, or, where the prices were cut short and know less
 * than a careful hand, the plan by hand, as far as it keeps the rules without their tolerance.
 */
export function beginning(world: World, { cut }: Pick<Priced, "cut">, byHand: readonly number[]): number[] {
  const { model, relaxation, charges } = world;
  const first = firstPlan(world);
  if (!cut) return first;
  const draft = new Draft(model, relaxation.rooms);
  for (const slot of model.pinned) draft.put(slot);
  for (const slot of byHand) draft.tryAdd(slot);
  const drawn = draft.taken();
  const worth = (plan: readonly number[]) => pointsOf(model, plan, charges.points);
  return worth(drawn) > worth(first) ? drawn : first;
}
