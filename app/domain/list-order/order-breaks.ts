import { AGAINST, changesOver } from "./order-costs";
import type { OrderFacts } from "./ordered-entry";
import { ORDER_RULES, type ListOrderPolicy, type OrderRule } from "./order-policy";

/** A rule that an order does not keep. */
export interface OrderBreak {
  rule: OrderRule;
  /** Items that should stand earlier (`infection`, `localLast`: later), each with those that stand in their way. */
  cases: { item: number; others: number[] }[];
  /** `sameSetUp`: how often equipment or side change, and the fewest times that they could. */
  changeovers?: { count: number; fewest: number };
}

/** Rules that ask for a late place: what is told of them is told of the case that should stand later. */
const LATE: readonly OrderRule[] = ["infection", "localLast"];

/**
 * The rules that count and that an order does not keep, the weightiest first: because a weightier rule or a limit of
 * time stands against it, or because a person ordered otherwise. For people to settle.
 * @param order items, first to last
 */
export function orderBreaks(
  facts: readonly OrderFacts[],
  order: readonly number[],
  { costs }: Pick<ListOrderPolicy, "costs">,
): OrderBreak[] {
  return ORDER_RULES.filter((rule) => costs[rule] > 0).flatMap((rule) => {
    const found = rule === "sameSetUp" ? setUpBreak(facts, order) : pairBreak(rule, facts, order);
    return found === null ? [] : [found];
  });
}

function pairBreak(
  rule: Exclude<OrderRule, "sameSetUp">,
  facts: readonly OrderFacts[],
  order: readonly number[],
): OrderBreak | null {
  const late = LATE.includes(rule);
  const cases = order.flatMap((item, place) => {
    const others = late ? order.slice(place + 1) : order.slice(0, place);
    const inTheWay = others.filter((other) =>
      late ? AGAINST[rule](facts[item]!, facts[other]!) : AGAINST[rule](facts[other]!, facts[item]!),
    );
    return inTheWay.length > 0 ? [{ item, others: inTheWay }] : [];
  });
  return cases.length > 0 ? { rule, cases } : null;
}

function setUpBreak(facts: readonly OrderFacts[], order: readonly number[]): OrderBreak | null {
  const count = order.filter(
    (item, place) => place > 0 && changesOver(facts[order[place - 1]!]!, facts[item]!),
  ).length;
  const fewest = fewestChangeovers(facts);
  return count > fewest ? { rule: "sameSetUp", cases: [], changeovers: { count, fewest } } : null;
}

/** No order changes equipment or side less often than there are sets of both to go through, less one. */
function fewestChangeovers(facts: readonly OrderFacts[]): number {
  const sides = new Map<string, Set<string>>();
  for (const { equipment, side } of facts) {
    const seen = sides.get(equipment) ?? new Set();
    if (side !== null) seen.add(side);
    sides.set(equipment, seen);
  }
  return (
    [...sides.values()].reduce((sum, seen) => sum + Math.max(1, seen.size), 0) - (facts.length > 0 ? 1 : 0)
  );
}
