import type { OrderFlag } from "./order-flags";
import type { OrderFacts } from "./ordered-entry";
import type { ListOrderPolicy, OrderRule } from "./order-policy";

/** Whether it stands against a rule that `first` comes before `second`. */
type Against = (first: OrderFacts, second: OrderFacts) => boolean;

const flagged =
  (flag: OrderFlag): Against =>
  (first, second) =>
    second.flags.has(flag) && !first.flags.has(flag);

/** The rules on pairs; what each says and where it is from: app/facts/list-order.json. */
export const AGAINST: Record<Exclude<OrderRule, "sameSetUp">, Against> = {
  mh: flagged("mh"),
  drugAllergy: flagged("drugAllergy"),
  latex: flagged("latex"),
  urgent: (first, second) => first.urgentRank > second.urgentRank,
  child: (first, second) => second.child && (!first.child || first.birthDate < second.birthDate),
  diabetes: flagged("diabetes"),
  adjustment: flagged("adjustment"),
  criticalCare: (first, second) => !first.criticalCare && second.criticalCare,
  infection: (first, second) => first.flags.has("infection") && !second.flags.has("infection"),
  dayCase: (first, second) => !first.dayCase && second.dayCase,
  localLast: (first, second) => first.local && !second.local,
};

/** The cost of `first` standing anywhere before `second`. */
export function costBefore(first: OrderFacts, second: OrderFacts, costs: ListOrderPolicy["costs"]): number {
  let sum = 0;
  for (const [rule, against] of Object.entries(AGAINST))
    if (against(first, second)) sum += costs[rule as OrderRule];
  return sum;
}

/**
 * The cost of a changeover: other equipment, or the other side. It spares moving equipment and turning the table; no
 * minute is taken off the plan for it, turnarounds stay as the policy has them.
 */
export function costBeside(
  first: OrderFacts,
  second: OrderFacts,
  { sameSetUp }: ListOrderPolicy["costs"],
): number {
  return changesOver(first, second) ? sameSetUp : 0;
}

/** Whether equipment or side change between two cases. */
export function changesOver(first: OrderFacts, second: OrderFacts): boolean {
  const turned = first.side !== null && second.side !== null && first.side !== second.side;
  return turned || first.equipment !== second.equipment;
}
