import { minutesOfDay, type ClockTime, type IsoDate } from "../calendar";
import type { UrgentClass } from "../urgency";
import { costBefore, costBeside } from "./order-costs";
import { caseLimits, type CaseLimit } from "./order-limits";
import { byWait, orderFacts, type OrderedEntry, type OrderFacts } from "./ordered-entry";
import type { ListOrderPolicy } from "./order-policy";

/** What the order of a list is asked for, besides its entries. */
export interface ListToOrder {
  date: IsoDate;
  start: ClockTime;
  turnaround: number;
  policy: ListOrderPolicy;
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
  { date, start, turnaround, policy }: ListToOrder,
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
    limits: limits.flatMap((own, item) => own.map(({ latestStart }) => ({ item, latestStart }))),
  };
  return { entries, facts, caseLimits: limits, sequence };
}
