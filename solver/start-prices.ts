import type { Blocks } from "./blocks";
import type { Model } from "./model";
import { noPrices } from "./prices";
import type { Prices } from "./prices";

/** Share of a list's length that plans fill at the usual limits of overrun. */
const FILLED = 0.92;

/**
 * Prices to begin with: in each block, cases fill all its minutes by points a minute; the first that finds no room sets
 * the price of a minute, and a case costs what it brings above that. A case with one slot needs no price.
 */
export function startPrices(model: Model, { blockOf, caseBlock, count }: Blocks): Prices {
  const prices = noPrices(model);
  const { best, minutes } = bestSlots(model);
  const room = new Float64Array(count);
  blockOf.forEach((block, list) => (room[block]! += FILLED * model.length[list]! + model.turnaround[list]!));
  const order = Array.from(best.keys()).filter((c) => caseBlock[c]! >= 0 && best[c]! > 0);
  order.sort((a, b) => best[b]! / minutes[b]! - best[a]! / minutes[a]! || a - b);
  const perMinute = new Float64Array(count).fill(-1);
  for (const c of order) {
    const block = caseBlock[c]!;
    room[block]! -= minutes[c]!;
    if (room[block]! < 0 && perMinute[block]! < 0) perMinute[block] = best[c]! / minutes[c]!;
  }
  for (const c of order) {
    const slots = model.caseSlots.start[c + 1]! - model.caseSlots.start[c]!;
    if (slots > 1)
      prices.cases[c] = Math.max(0, best[c]! - Math.max(0, perMinute[caseBlock[c]!]!) * minutes[c]!);
  }
  return prices;
}

function bestSlots(model: Model): { best: Float64Array; minutes: Float64Array } {
  const [best, minutes] = [new Float64Array(model.mean.length), new Float64Array(model.mean.length)];
  for (let slot = 0; slot < model.slotCase.length; slot++) {
    const c = model.slotCase[slot]!;
    if (model.slotPoints[slot]! <= best[c]!) continue;
    best[c] = model.slotPoints[slot]!;
    minutes[c] = model.mean[c]! + model.turnaround[model.slotList[slot]!]!;
  }
  return { best, minutes };
}
