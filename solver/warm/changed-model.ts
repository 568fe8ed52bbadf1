import { movesAllowed } from "../rules/moves";
import { RESERVE_TOLERANCE } from "../rules/reserve";
import { pinnedByList } from "../prepare";
import type { Model } from "../model";
import type { Problem } from "../problem";

/**
 * The model of a changed problem with the slots of the model it was changed from: slots that no plan can take now are
 * closed, so that whatever is known by slot goes on to hold. Costs a fraction of preparing the problem anew.
 */
export function changedModel(model: Model, problem: Problem, banned: readonly number[]): Model {
  const { lists, previous } = problem;
  const pinned = Int32Array.from(problem.pins, (pin) => model.slotOfOption[pin]!);
  const length = Float64Array.from(lists, (list) => list.length);
  const maxCases = Int32Array.from(lists, (list, at) =>
    list.maxCases === null ? model.maxCases[at]! : Math.min(list.maxCases, model.mean.length),
  );
  const wasTaken = new Uint8Array(model.wasTaken.length);
  for (const option of previous?.options ?? [])
    if (model.slotOfOption[option]! >= 0) wasTaken[model.slotOfOption[option]!] = 1;
  const before = (previous?.options.length ?? 0) + (previous?.lost ?? 0);
  return {
    ...model,
    length,
    maxCases,
    wasTaken,
    slotPoints: pointsOf(model, length),
    quantity: Float64Array.from(problem.capacities, ({ quantity }) => Math.floor(quantity)),
    reserveMinutes: Float64Array.from(problem.reserves, ({ maxMinutes }) =>
      Math.floor(maxMinutes + RESERVE_TOLERANCE),
    ),
    pinned,
    pinnedOf: pinnedByList(lists.length, model, pinned),
    closed: closedSlots(model, maxCases, pinned, banned),
    keepAtLeast: Math.max(0, before - movesAllowed(problem)),
    movePrice: previous?.movePrice ?? 0,
    overrunProbabilityMax: problem.overrunProbabilityMax,
  };
}

/** Points of slots where lists have other lengths: minutes count no more than the list has. */
function pointsOf(model: Model, length: Float64Array): Float64Array {
  const { minuteWeight, mean, slotCase, listStart } = model;
  const changed = Array.from(length.keys()).filter((list) => length[list] !== model.length[list]);
  if (changed.length === 0 || minuteWeight === 0) return model.slotPoints;
  const points = model.slotPoints.slice();
  for (const list of changed)
    for (let slot = listStart[list]!; slot < listStart[list + 1]!; slot++) {
      const minutes = mean[slotCase[slot]!]!;
      const more = Math.min(length[list]!, minutes) - Math.min(model.length[list]!, minutes);
      points[slot]! += minuteWeight * more;
    }
  return points;
}

/**
 * Slots that no plan with the pins can take: other slots of a pinned case, of its person that day and of lists that clash
 * with a pinned one; those of lists that hold no case; and what is banned.
 */
function closedSlots(
  model: Model,
  maxCases: Int32Array,
  pinned: Int32Array,
  banned: readonly number[],
): Uint8Array {
  const { slotCase, slotPersonDay, slotList, listStart, caseSlots, listClashes, slotOfOption } = model;
  const closed = new Uint8Array(slotCase.length);
  const closeList = (list: number) => closed.fill(1, listStart[list], listStart[list + 1]);
  maxCases.forEach((most, list) => most === 0 && closeList(list));
  for (const option of banned) if (slotOfOption[option]! >= 0) closed[slotOfOption[option]!] = 1;
  const days = new Set<number>();
  for (const pin of pinned) {
    const [c, list] = [slotCase[pin]!, slotList[pin]!];
    if (slotPersonDay[pin]! >= 0) days.add(slotPersonDay[pin]!);
    for (let i = caseSlots.start[c]!; i < caseSlots.start[c + 1]!; i++) closed[caseSlots.items[i]!] = 1;
    for (let i = listClashes.start[list]!; i < listClashes.start[list + 1]!; i++)
      closeList(listClashes.items[i]!);
  }
  if (days.size > 0)
    slotPersonDay.forEach((day, slot) => {
      if (day >= 0 && days.has(day)) closed[slot] = 1;
    });
  for (const pin of pinned) closed[pin] = 0;
  return closed;
}
