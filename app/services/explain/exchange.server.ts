import type { FinalList } from "./final-list";
import { required, type FinalLists } from "./final-lists.server";

/** A change of a finished plan: one case comes in, others make way. Options of the problem. */
export interface Exchange {
  in: number;
  out: readonly number[];
  /** Score points; above 0 the plan gains. */
  change: number;
}

/** What a list holds once some options are out and perhaps one is in. Minutes. */
interface ListAfter {
  count: number;
  mean: number;
  variance: number;
  planned: number;
}

/**
 * The exchange, when every hard rule still holds after it; null when one would break. Exact: limits of the lists,
 * shared resources, one operation a patient a day, surgeons, reserves, pins and the limit on moves.
 */
export function exchange(lists: FinalLists, option: number, out: readonly number[]): Exchange | null {
  if (out.some((each) => lists.isPinned(each))) return null;
  const affected = new Set([lists.listOf(option), ...out.map((each) => lists.listOf(each))]);
  let change = lists.pointsAt(option);
  for (const each of out) change -= lists.pointsAt(each);
  for (const list of affected) {
    const after = listAfter(lists, list, option, out);
    if (!lists.holds(list, after.count, after.mean, after.variance)) return null;
    change += lists.minuteWeight * (after.planned - list.planned);
  }
  return sharedRulesHold(lists, option, out) ? { in: option, out, change } : null;
}

/** Whether the rules that reach beyond one list hold after an exchange. */
export function sharedRulesHold(lists: FinalLists, option: number, out: readonly number[]): boolean {
  return (
    capacitiesOver(lists, option, out).length === 0 &&
    kitsOver(lists, option, out).length === 0 &&
    allIn(lists.samePersonAndDay(option), out) &&
    allIn(clashingOptions(lists, option), out) &&
    reservesOver(lists, option, out).length === 0 &&
    lists.movesAfter(option, out) <= lists.movesAllowed
  );
}

function allIn(options: readonly number[], out: readonly number[]): boolean {
  return options.length === 0 || options.every((each) => out.includes(each));
}

/** Capacities that the case itself would take and that would then be over their quantity. */
export function capacitiesOver(lists: FinalLists, option: number, out: readonly number[]): number[] {
  return lists.usageOf(option).filter((capacity) => {
    if (lists.used(capacity) < lists.quantity(capacity)) return false;
    const freed = out.filter((each) => lists.usageOf(each).includes(capacity)).length;
    return lists.used(capacity) + 1 - freed > lists.quantity(capacity);
  });
}

/** A kit that the list of the case would newly hold, and a capacity that would then be over its quantity. */
export interface KitOver {
  kit: number;
  capacity: number;
}

export function kitsOver(lists: FinalLists, option: number, out: readonly number[]): KitOver[] {
  const list = lists.listOf(option);
  const { kits } = lists.caseOf(option);
  if (kits.length === 0) return [];
  const newKits = kits.filter((kit) => !list.kits.has(kit));
  return newKits.flatMap((kit) =>
    (list.kitUsage[kit] ?? [])
      .filter((capacity) => {
        if (lists.used(capacity) < lists.quantity(capacity)) return false;
        const freed = lists.kitHolders(kit, capacity).filter((holder) => releases(lists, holder, kit, out));
        return lists.used(capacity) + 1 - freed.length > lists.quantity(capacity);
      })
      .map((capacity) => ({ kit, capacity })),
  );
}

function releases(lists: FinalLists, list: FinalList, kit: number, out: readonly number[]): boolean {
  return list.options.every((each) => out.includes(each) || !lists.caseOf(each).kits.includes(kit));
}

/** Options of overlapping lists of the same surgeon, which a first case on this list would rule out. */
export function clashingOptions(lists: FinalLists, option: number): readonly number[] {
  const list = lists.listOf(option);
  return list.options.length ? [] : lists.clashesOf(list).flatMap((clash) => clash.options);
}

/** Reserves that would hold too many minutes. */
export function reservesOver(lists: FinalLists, option: number, out: readonly number[]): readonly number[] {
  const reserves = lists.reservesOf(lists.listOf(option));
  if (reserves.length === 0) return reserves;
  return reserves.filter((at) => {
    const reserve = required(lists.problem.reserves[at]);
    const members = new Set([option, ...out].map((each) => lists.listOf(each)));
    let minutes = lists.reserveUsed(at);
    for (const list of members)
      if (lists.reservesOf(list).includes(at))
        minutes += listAfter(lists, list, option, out).planned - list.planned;
    return minutes > reserve.maxMinutes;
  });
}

function listAfter(lists: FinalLists, list: FinalList, option: number, out: readonly number[]): ListAfter {
  let { mean, variance } = list;
  let count = list.options.length;
  for (const each of out)
    if (lists.listOf(each) === list) {
      const { mean: less, deviation } = lists.caseOf(each);
      mean -= less;
      variance -= deviation * deviation;
      count--;
    }
  if (lists.listOf(option) === list) {
    const { mean: more, deviation } = lists.caseOf(option);
    mean += more;
    variance += deviation * deviation;
    count++;
  }
  return { count, mean, variance, planned: mean + list.turnaround * Math.max(0, count - 1) };
}
