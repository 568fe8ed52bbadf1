import { minutesOfDay, type ClockTime, type IsoDate } from "../calendar";
import type { UrgentClass } from "../urgency";
import { costBefore, costBeside } from "./order-costs";
import { caseLimits, type CaseLimit } from "./order-limits";
import { byWait, orderFacts, type OrderedEntry, type OrderFacts } from "./ordered-entry";
import type { ListOrderPolicy } from "./order-policy";

/** What the order of a list is asked for, besides its entries. `policy`: as it counts at the list's site. */
export interface ListToOrder {
  date: IsoDate;
  start: ClockTime;
  turnaround: number;
  policy: ListOrderPolicy;
  /** The patient whom a person chose to go first; nothing goes before. */
  golden?: OrderedEntry | null;
}

/**
 * A list whose order is sought, as costs and limits in plain numbers. Entries stand longest waiting first: the order
 * that they keep where no rule speaks. Minutes; `start` and `latestStart` since midnight.
 */
export interface OrderQuestion<Entry> {
  entries: Entry[];
  facts: OrderFacts[];
  caseLimits: CaseLimit[][];
  sequence: {
    start: number;
    gap: number;
    minutes: number[];
    before: number[][];
    beside: number[][];
    limits: { item: number; latestStart: number }[];
  };
}

/** Puts the rules of the order into numbers for one list. */
export function orderQuestion<Entry extends OrderedEntry>(
  unordered: readonly Entry[],
  { date, start, turnaround, policy, golden }: ListToOrder,
  urgentClass: (entry: Entry) => UrgentClass | null,
): OrderQuestion<Entry> {
  const entries = [...unordered].sort(byWait);
  const facts = entries.map((entry) => orderFacts(entry, date, urgentClass(entry)));
  const limits = entries.map(({ minutes }, at) => caseLimits(facts[at]!, minutes, start, policy));
  const sequence = {
    start: minutesOfDay(start),
    gap: turnaround,
    minutes: entries.map(({ minutes }) => minutes),
    before: facts.map((first) => facts.map((second) => costBefore(first, second, policy.costs))),
    beside: facts.map((first) => facts.map((second) => costBeside(first, second, policy.costs))),
    limits: [
      ...limits.flatMap((own, item) => own.map(({ latestStart }) => ({ item, latestStart }))),
      ...goldenLimits(
        entries.findIndex((entry) => entry === golden),
        limits,
        minutesOfDay(start),
      ),
    ],
  };
  return { entries, facts, caseLimits: limits, sequence };
}

/** A golden patient goes first whatever else is broken: so many limits outweigh all others together. */
function goldenLimits(item: number, limits: readonly CaseLimit[][], start: number) {
  if (item < 0) return [];
  const others = limits.reduce((sum, own) => sum + own.length, 0);
  return Array.from({ length: others + 1 }, () => ({ item, latestStart: start }));
}
