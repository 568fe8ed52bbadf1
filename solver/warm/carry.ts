import { partsOf } from "../bound";
import { listStates, type ListStates } from "../list-states";
import { Loader } from "../loader";
import type { Model } from "../model";
import type { Prices } from "../prices";
import { relaxAgain, type Relaxation } from "../relaxation";
import type { Rows } from "../rows";
import type { Standing } from "./standing";

/** What is known of a model's lists from another: the rest, `lists`, is to be worked out. */
export interface Carried {
  relaxation: Relaxation;
  states: ListStates;
  lists: ReadonlySet<number>;
}

/**
 * Takes over what is known of lists that offer the same cases at the same worth in both models, whatever the cases'
 * numbers: a list's ceiling and choice depend on nothing else. Null where that says nothing, since sums are on another
 * grid, another overrun is allowed, moves begin to count or a minute has other points.
 */
export function carriedTo(model: Model, prices: Prices, before: Standing): Carried | null {
  const { model: was, relaxation: known } = before.world;
  const isOther =
    model.length.length !== was.length.length ||
    model.minuteWeight !== was.minuteWeight ||
    model.overrunProbabilityMax !== was.overrunProbabilityMax ||
    movesCount(model) !== movesCount(was) ||
    partsOf(model, prices) !== before.bounded.parts;
  if (isOther) return null;
  const [one, other] = [loaded(was, before.bounded.rounded), loaded(model, prices)];
  const lists = new Set(Array.from(model.length.keys()).filter((list) => !isSameList(one, other, list)));
  const relaxation = lists.size > 0 ? relaxAgain(model, known, lists) : known;
  const states = listStates(model, relaxation);
  for (const list of model.length.keys()) if (!lists.has(list)) carryState(before, states, model, list);
  return { relaxation, states, lists };
}

/** Whether a search considers earlier slots for themselves. */
const movesCount = ({ movePrice, keepAtLeast }: Model) => movePrice > 0 || keepAtLeast > 0;

interface Loaded {
  model: Model;
  loader: Loader;
}

function loaded(model: Model, prices: Prices): Loaded {
  const loader = new Loader(model, model.slotPoints);
  loader.setPrices(prices);
  return { model, loader };
}

function isSameList(a: Loaded, b: Loaded, list: number): boolean {
  const [first, second] = [a.model.listStart[list]!, b.model.listStart[list]!];
  const count = a.model.listStart[list + 1]! - first;
  if (b.model.listStart[list + 1]! - second !== count || !isSameRoom(a, b, list, count)) return false;
  for (let i = 0; i < count; i++) if (!isSameSlot(a, first + i, b, second + i)) return false;
  return isSameRow(a.model.pinnedOf, list, b.model.pinnedOf, list, second - first);
}

/** Whether lists of so many slots hold as much, and kits and minutes cost the same there. */
function isSameRoom(a: Loaded, b: Loaded, list: number, slots: number): boolean {
  const [one, other] = [a.model, b.model];
  if (one.kits !== other.kits) return false;
  for (let kit = 0; kit < one.kits; kit++)
    if (a.loader.kitPrice(list, kit) !== b.loader.kitPrice(list, kit)) return false;
  return (
    one.length[list] === other.length[list] &&
    one.turnaround[list] === other.turnaround[list] &&
    Math.min(one.maxCases[list]!, slots) === Math.min(other.maxCases[list]!, slots) &&
    a.loader.reservePrice(list) === b.loader.reservePrice(list)
  );
}

function isSameSlot(a: Loaded, first: number, b: Loaded, second: number): boolean {
  const [c, d] = [a.model.slotCase[first]!, b.model.slotCase[second]!];
  return (
    a.loader.gainOf(first) === b.loader.gainOf(second) &&
    a.model.wasTaken[first] === b.model.wasTaken[second] &&
    a.model.mean[c] === b.model.mean[d] &&
    a.model.variance[c] === b.model.variance[d] &&
    isSameRow(a.model.caseKits, c, b.model.caseKits, d, 0)
  );
}

/** Whether two rows hold the same numbers, those of the second `apart` higher. */
function isSameRow(a: Rows, row: number, b: Rows, other: number, apart: number): boolean {
  const [from, to] = [a.start[row]!, b.start[other]!];
  const count = a.start[row + 1]! - from;
  if (b.start[other + 1]! - to !== count) return false;
  for (let i = 0; i < count; i++) if (a.items[from + i]! + apart !== b.items[to + i]!) return false;
  return true;
}

function carryState({ states: was, world }: Standing, states: ListStates, model: Model, list: number): void {
  const { slabAt, lambda, charge, margin, fine, lastCount, taken, consideredCount } = was;
  for (const [to, from] of [
    [states.slabAt, slabAt],
    [states.lambda, lambda],
    [states.charge, charge],
    [states.margin, margin],
    [states.fine, fine],
    [states.lastCount, lastCount],
    [states.taken, taken],
    [states.consideredCount, consideredCount],
    [states.worth, was.worth],
    [states.estimates, was.estimates],
    [states.ceilings, was.ceilings],
  ] as const)
    to[list] = from[list]!;
  const [first, second] = [world.model.listStart[list]!, model.listStart[list]!];
  for (let i = 0; i < lastCount[list]!; i++) states.last[second + i] = was.last[first + i]! + second - first;
  for (let i = 0; i < consideredCount[list]!; i++)
    states.considered[second + i] = was.considered[first + i]! + second - first;
  states.inLast.set(was.inLast.subarray(first, world.model.listStart[list + 1]!), second);
}
