import type { Control } from "./control";
import { alone } from "./crew";
import { Draft } from "./draft";
import type { Model } from "./model";
import { pricePhase, SMALL } from "./price-phase";
import { proofPhase } from "./proof-phase";
import { filled } from "./search-phase";
import { draftOf } from "./streams";
import type { World } from "./world";

/**
 * A plan to begin with where only so many moves are allowed: `first` when it keeps enough earlier places, else a plan
 * that keeps most of them. On a small problem that is exact; on a large one it is so among earlier places alone, nearly
 * always, and else a repair.
 */
export function keepMost(world: World, first: number[], control: Control): number[] {
  const { model } = world;
  if (keptBy(world, first) >= model.keepAtLeast) return first;
  const small = model.slotCase.length <= SMALL;
  const plan = mostPlaces(world, small ? model.closed : othersClosed(model), control);
  if (small) return plan ?? first;
  const most = [first, plan ?? [], repaired(world)].reduce((a, b) =>
    keptBy(world, b) > keptBy(world, a) ? b : a,
  );
  return most === first ? first : filled(world, draftOf(world, most));
}

function keptBy({ model }: World, plan: readonly number[]): number {
  return plan.reduce((sum, slot) => sum + model.wasTaken[slot]!, 0);
}

/** The plan of most earlier places, where it can be proven; else null. */
function mostPlaces(
  { model, relaxation, blocks }: World,
  closed: Uint8Array | null,
  control: Control,
): number[] | null {
  const slotPoints = Float64Array.from(model.wasTaken);
  const places = { ...model, closed, slotPoints, minuteWeight: 0, keepAtLeast: 0 };
  const priced = pricePhase(places, blocks, alone(places, relaxation), control);
  return proofPhase(places, relaxation, priced.pricing, priced, -1, control).plan;
}

/** Only earlier places and pins are open: few enough to be tried, however large the problem is. */
function othersClosed({ wasTaken, closed, pinned }: Model): Uint8Array {
  const open = wasTaken.map((was, slot) => Number(was === 1 && !closed?.[slot]));
  for (const pin of pinned) open[pin] = 1;
  return open.map((is) => 1 - is);
}

/**
 * Earlier places in several orders, then, as long as it helps, one of them given up for two others. The most that is kept.
 */
function repaired(world: World): number[] {
  const { model, relaxation } = world;
  const earlier = Array.from(model.wasTaken.keys()).filter((slot) => model.wasTaken[slot]);
  const { usages, slotUsage, mean, slotCase } = model;
  const units = (slot: number) => usages.start[slotUsage[slot]! + 1]! - usages.start[slotUsage[slot]!]!;
  const minutes = (slot: number) => mean[slotCase[slot]!]!;
  const orders: ((a: number, b: number) => number)[] = [
    (a, b) => minutes(a) - minutes(b) || a - b,
    (a, b) => units(a) - units(b) || minutes(a) - minutes(b) || a - b,
  ];
  const drafts = orders.map((order) => {
    const draft = new Draft(model, relaxation.rooms);
    for (const slot of model.pinned) draft.put(slot);
    for (const slot of [...earlier].sort(order)) draft.tryAdd(slot);
    giveOneForTwo(draft, earlier, new Set(model.pinned));
    return draft;
  });
  return drafts.reduce((a, b) => (b.kept > a.kept ? b : a)).taken();
}

function giveOneForTwo(draft: Draft, earlier: readonly number[], pinned: ReadonlySet<number>): void {
  for (let raised = true; raised;) {
    raised = false;
    const missing = () => earlier.filter((slot) => draft.slotOfCase[draft.model.slotCase[slot]!] === -1);
    for (const given of draft.taken()) {
      if (pinned.has(given)) continue;
      draft.remove(given);
      const come = missing().filter((slot) => slot !== given && draft.tryAdd(slot));
      if (come.length >= 2) raised = true;
      else {
        for (const slot of come.reverse()) draft.remove(slot);
        draft.put(given);
      }
    }
  }
}
