import type { ClockTime } from "../calendar";

/**
 * The rules of the order within a list, as a site sets them. A cost counts once for each pair of cases that stands
 * against its rule (`sameSetUp`: for each changeover); 0 switches the rule off. What each rule is taken from and how sure
 * that is: app/facts/list-order.json.
 */
export interface ListOrderPolicy {
  costs: Record<OrderRule, number>;
  /** Rules that sites switch on or off, by site code; what a site does not name is as the costs say. */
  sites: Record<string, OrderSwitches>;
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

/** `mh`, `drugAllergy`, `latex`, `diabetes`, `adjustment` and `infection` are flags (app/domain/list-order/order-flags.ts). */
export const ORDER_RULES = [
  "mh",
  "drugAllergy",
  "latex",
  "urgent",
  "child",
  "diabetes",
  "adjustment",
  "criticalCare",
  "infection",
  "dayCase",
  "localLast",
  "sameSetUp",
] as const;
export type OrderRule = (typeof ORDER_RULES)[number];

/** What a site can switch: each rule, and `golden`, whether a person may choose the patient who goes first. */
export const ORDER_SWITCHES = ["golden", ...ORDER_RULES] as const;
export type OrderSwitch = (typeof ORDER_SWITCHES)[number];
export type OrderSwitches = Partial<Record<OrderSwitch, boolean>>;

/** Limits of time, and what each is a limit of. */
export const ORDER_LIMITS = ["childStartBy", "dayCaseEndBy", "lastCaseStartBy"] as const;
export type OrderLimit = (typeof ORDER_LIMITS)[number];

/** What a rule costs that is switched on. For a pair of cases each rule outweighs all those after it together. */
export const RANK_COSTS: Record<OrderRule, number> = {
  ...{ mh: 2048, drugAllergy: 1024, latex: 512, urgent: 256, child: 128, diabetes: 64 },
  ...{ adjustment: 32, criticalCare: 16, infection: 8, dayCase: 4, localLast: 2, sameSetUp: 1 },
};

/** Local anaesthetics last is a site's choice: it is off until a site switches it on. */
export const DEFAULT_LIST_ORDER: ListOrderPolicy = {
  costs: { ...RANK_COSTS, localLast: 0 },
  sites: {},
  childStartBy: "11:00",
  dayCaseEndBy: null,
  lastCaseStartBy: null,
  admissionMinutes: 90,
  admissionFrom: "07:00",
};

/** The rules that count at a site. A rule that it switches on has its own cost, or its rank's where that is 0. */
export function listOrderAt(policy: ListOrderPolicy, site: string): ListOrderPolicy & { golden: boolean } {
  const switches = policy.sites[site] ?? {};
  const costs = { ...policy.costs };
  for (const rule of ORDER_RULES) {
    if (switches[rule] === false) costs[rule] = 0;
    if (switches[rule] === true && costs[rule] === 0) costs[rule] = RANK_COSTS[rule];
  }
  return { ...policy, costs, golden: switches.golden ?? true };
}
