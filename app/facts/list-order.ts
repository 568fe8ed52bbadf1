import type { OrderLimit, OrderRule } from "~/domain/list-order/order-policy";
import table from "./list-order.json";
import type { Confidence } from "./priority-codes";

/** What a rule of the list order says in words, what it is taken from, and how sure that is. */
export interface OrderFact {
  words: string;
  status: Confidence;
  source: string;
}

/** The rules, the one that outweighs the others by default first. */
export const ORDER_RULE_FACTS = table.rules as readonly (OrderFact & { rule: OrderRule })[];
/** The golden patient, who is chosen and not worked out. */
export const GOLDEN_FACT = table.golden as OrderFact;
export const ORDER_LIMIT_FACTS = table.limits as readonly (OrderFact & { limit: OrderLimit })[];
export const ADMISSION_FACT = table.admission as OrderFact;
export const LIST_ORDER_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
};
