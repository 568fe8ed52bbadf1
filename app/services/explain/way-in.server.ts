import {
  capacitiesOver,
  clashingOptions,
  exchange,
  kitsOver,
  reservesOver,
  type Exchange,
} from "./exchange.server";
import type { FinalList, Removable } from "./final-list";
import { required, type FinalLists } from "./final-lists.server";

/**
 * A way to place a case that an exchange within one list cannot: on its list the least worth by minute make way until
 * it fits, then whoever holds the beds, sets or surgeon that it needs. Found greedily: it holds every rule, and a
 * cheaper way may exist. null when pins stand in every such way.
 */
export function wayIn(lists: FinalLists, option: number): Exchange | null {
  const out = roomOnList(lists, option);
  if (out === null) return null;
  out.push(...lists.samePersonAndDay(option), ...clashingOptions(lists, option));
  for (const capacity of capacitiesOver(lists, option, out)) {
    const holder = lists.holdersOf(capacity).find((each) => !out.includes(each.option));
    if (!holder) return null;
    out.push(holder.option);
  }
  for (const { kit, capacity } of kitsOver(lists, option, out)) {
    const holders = cheapestKit(lists, kit, capacity);
    if (holders === null) return null;
    out.push(...holders);
  }
  for (const reserve of reservesOver(lists, option, out)) freeReserve(lists, reserve, option, out);
  return exchange(lists, option, [...new Set(out)]);
}

/** Cases of the option's own list that make way until it fits; null when even all of them are not enough. */
function roomOnList(lists: FinalLists, option: number): number[] | null {
  const list = lists.listOf(option);
  const { mean, deviation } = lists.caseOf(option);
  const after = {
    count: list.options.length + 1,
    mean: list.mean + mean,
    variance: list.variance + deviation * deviation,
  };
  const out: Removable[] = [];
  const fits = () => lists.holds(list, after.count, after.mean, after.variance);
  for (const each of byWorthPerMinute(list)) {
    if (fits()) break;
    leave(after, each);
    out.push(each);
  }
  if (!fits()) return null;
  return keepTheDearest(out, after, fits).map((each) => each.option);
}

interface Filling {
  count: number;
  mean: number;
  variance: number;
}

function leave(after: Filling, { mean, variance }: Removable): void {
  after.count--;
  after.mean -= mean;
  after.variance -= variance;
}

/** Of those who made way, lets back in whoever still fits, dearest first. Gives those who stay out. */
function keepTheDearest(out: readonly Removable[], after: Filling, fits: () => boolean): Removable[] {
  return [...out]
    .sort((a, b) => b.cost - a.cost)
    .filter((each) => {
      const before = { ...after };
      after.count++;
      after.mean += each.mean;
      after.variance += each.variance;
      if (fits()) return false;
      Object.assign(after, before);
      return true;
    });
}

function byWorthPerMinute({ removable, turnaround }: FinalList): Removable[] {
  const worth = ({ cost, mean }: Removable) => cost / (mean + turnaround || 1);
  return [...removable].sort((a, b) => worth(a) - worth(b));
}

/** All cases of one list that need the kit, from the list where they are worth least; null when pins need it. */
function cheapestKit(lists: FinalLists, kit: number, capacity: number): number[] | null {
  const groups = lists.kitHolders(kit, capacity).map((list) => {
    const holders = list.options.filter((each) => lists.caseOf(each).kits.includes(kit));
    const removable = list.removable.filter(({ option }) => holders.includes(option));
    const cost = removable.reduce((sum, each) => sum + each.cost, 0);
    return { holders, cost: removable.length === holders.length ? cost : Infinity };
  });
  const cheapest = groups.sort((a, b) => a.cost - b.cost)[0];
  return cheapest && cheapest.cost < Infinity ? cheapest.holders : null;
}

/** Lets cases of the reserve make way, least worth by minute first, until the reserve is free again. */
function freeReserve(lists: FinalLists, reserve: number, option: number, out: number[]): void {
  const members = new Set(required(lists.problem.reserves[reserve]).lists);
  const candidates = lists.lists
    .filter((_, list) => members.has(list))
    .flatMap(byWorthPerMinute)
    .filter((each) => !out.includes(each.option))
    .sort((a, b) => a.cost / a.mean - b.cost / b.mean);
  for (const each of candidates) {
    if (!reservesOver(lists, option, out).includes(reserve)) return;
    out.push(each.option);
  }
}
