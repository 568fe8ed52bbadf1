import type { ClockTime } from "../calendar";

/**
 * The rules of the order within a list, as a site sets them. A cost counts once for each pair of cases that stands
 * against its rule (`sameSetUp`: for each changeover); 0 switches the rule off. What each rule is taken from and how sure
 * that is: app/facts/list-order.json.
 */
export interface ListOrderPolicy {
  costs: Record<OrderRule, number>;
  /** Latest start of a patient under 18; null: no limit. A limit counts on sessions that begin before it. */
  childStartBy: ClockTime | null;
  /** Latest end of a day case. */
  dayCaseEndBy: ClockTime | null;
  /** Latest start of any case. */
  lastCaseStartBy: ClockTime | null;
  /** A patient comes in this many minutes before the start, rounded to the quarter of an hour before. */
  admissionMinutes: number;
  /** When admissions open; nobody is asked to come in sooner, unless the operation starts sooner. */
  admissionFrom: ClockTime;
}

/** `mh`, `latex`, `diabetes` and `infection` are the flags of LOCAL_Order_Flags. */
export const ORDER_RULES = [
  "mh",
  "latex",
  "urgent",
  "child",
  "diabetes",
  "infection",
  "dayCase",
  "sameSetUp",
] as const;
export type OrderRule = (typeof ORDER_RULES)[number];

/** Limits of time, and what each is a limit of. */
export const ORDER_LIMITS = ["childStartBy", "dayCaseEndBy", "lastCaseStartBy"] as const;
export type OrderLimit = (typeof ORDER_LIMITS)[number];

/** For a pair of cases each rule outweighs all those after it together. */
export const DEFAULT_LIST_ORDER: ListOrderPolicy = {
  costs: { mh: 128, latex: 64, urgent: 32, child: 16, diabetes: 8, infection: 4, dayCase: 2, sameSetUp: 1 },
  childStartBy: "11:00",
  dayCaseEndBy: null,
  lastCaseStartBy: null,
  admissionMinutes: 90,
  admissionFrom: "07:00",
};
