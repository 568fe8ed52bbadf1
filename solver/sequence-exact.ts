import { lateWeight, type Weighed } from "./sequence-weights";

/** The most items that are put in order exactly. */
export const MOST_EXACT = 12;

/**
 * The best order by dynamic programming over (items done, the last of them). All gaps are equal, so when an item starts
 * follows from the items done before it alone, and limits on starts are exact.
 */
export function exactSequence(weighed: Weighed): number[] {
  const { count } = weighed;
  const everything = (1 << count) - 1;
  const adding = addingWeights(weighed);
  const toGo = new Float64Array((everything + 1) * count);
  const after = (done: number, last: number, next: number) =>
    (done === 0 ? 0 : weighed.beside[last * count + next]!) +
    adding[done * count + next]! +
    toGo[(done | (1 << next)) * count + next]!;
  for (let done = everything - 1; done > 0; done--)
    for (let last = 0; last < count; last++) {
      if (!(done & (1 << last))) continue;
      let least = Infinity;
      for (let next = 0; next < count; next++)
        if (!(done & (1 << next))) least = Math.min(least, after(done, last, next));
      toGo[done * count + last] = least;
    }
  return forwards(count, after);
}

/** Follows the least weights from nothing done to everything; of equals the first by index. */
function forwards(count: number, after: (done: number, last: number, next: number) => number): number[] {
  const order: number[] = [];
  let done = 0;
  while (order.length < count) {
    let [best, least] = [-1, Infinity];
    for (let next = 0; next < count; next++) {
      const weight = done & (1 << next) ? Infinity : after(done, order.at(-1) ?? 0, next);
      if (weight < least) [best, least] = [next, weight];
    }
    order.push(best);
    done |= 1 << best;
  }
  return order;
}

/** By items done and next item: what the next weighs for those before it and for its start. */
function addingWeights(weighed: Weighed): Float64Array {
  const { count, start, gap, minutes, before } = weighed;
  const pairs = new Float64Array((1 << count) * count);
  const adding = new Float64Array((1 << count) * count);
  const clock = new Float64Array(1 << count).fill(start);
  for (let done = 0; done < 1 << count; done++) {
    const rest = done & (done - 1);
    const lowest = 31 - Math.clz32(done ^ rest);
    if (done > 0) clock[done] = clock[rest]! + minutes[lowest]! + gap;
    for (let next = 0; next < count; next++) {
      const at = done * count + next;
      if (done > 0) pairs[at] = pairs[rest * count + next]! + before[lowest * count + next]!;
      adding[at] = pairs[at]! + lateWeight(weighed, next, clock[done]!);
    }
  }
  return adding;
}
