import {
  BOTTLENECKS,
  MINUTES_MORE,
  RESERVE_MINUTES,
  type Bottleneck,
  type OneMore,
} from "~/domain/plan-reasons";
import type { PlainPrices } from "~solver/solution";
import type { PlanContext } from "../planning/plan-context.server";
import { capacityKey, caseKey, minutesKey } from "./changes.server";
import type { Found } from "./changes.server";
import { required, type FinalLists } from "./final-lists.server";

/** What the bottlenecks of a finished plan are told from. */
export interface Binding {
  context: PlanContext;
  lists: FinalLists;
  prices: PlainPrices;
  /** By unit: the change by which one exchange would gain most. */
  best: ReadonlyMap<string, Found>;
  /** Limits and rules that no single exchange can weigh. */
  limits: readonly Bottleneck[];
}

/**
 * What binds the plan, dearest first. What one more of a thing is worth is estimated from its price in the bound's dual
 * and from the best single exchange that it allows; rules and limits by what a chain of changes gains.
 */
export function bottlenecks(binding: Binding): Bottleneck[] {
  const priced = units(binding).map(({ what, estimate, patients }) => ({
    ...{ what, points: Math.round(estimate), patients },
  }));
  return [...priced, ...binding.limits]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, BOTTLENECKS);
}

/** One unit more, and what is known of its worth, in points. */
export interface PricedUnit {
  what: OneMore;
  /** By the dual of the bound. */
  price: number;
  /** By the best single exchange of the finished plan; 0: there is none. */
  exchange: number;
  estimate: number;
  /** Who comes less who makes way in that exchange. */
  patients: number;
}

/** Every unit that may bind, with its estimate. */
export function units(binding: Binding): PricedUnit[] {
  const all = [
    ...sessionUnits(binding),
    ...resourceUnits(binding),
    ...reserveUnits(binding),
    ...secondCaseUnits(binding),
  ];
  return all.map(({ what, key, price }) => {
    const found = binding.best.get(key)?.exchange;
    const exchange = found?.change ?? 0;
    const patients = found ? 1 - found.out.length : 0;
    return { what, price, exchange, estimate: estimateOf(what, price, exchange), patients };
  });
}

/**
 * Between what one exchange gains, which the true figure nearly always reaches, and the price, which it seldom passes;
 * docs/estimates.md has the measurements. A set that alone lets nobody in is missing in the other half-day too, and of a
 * list with a case more allowed that alone lets nobody in, its minutes are short.
 */
function estimateOf(what: OneMore, price: number, exchange: number): number {
  const isOfMore = what.kind === "case" || (what.kind === "resource" && what.resource.startsWith(EQUIPMENT));
  if (exchange === 0 && isOfMore) return 0;
  return Math.max(exchange, (price + exchange) / 2);
}

const EQUIPMENT = "equipment:";

interface Unit {
  what: OneMore;
  key: string;
  price: number;
}

function sessionUnits({ lists, prices }: Binding): Unit[] {
  return lists.lists.flatMap(({ id: sessionId, maxCases, options }, list) => {
    const { minute, case: one } = required(prices.lists[list]);
    const minutes: Unit = {
      what: { kind: "minutes", sessionId, minutes: MINUTES_MORE },
      key: minutesKey(sessionId),
      price: MINUTES_MORE * minute,
    };
    if (maxCases === null || options.length < maxCases) return [minutes];
    return [minutes, { what: { kind: "case", sessionId }, key: caseKey(sessionId), price: one }];
  });
}

function resourceUnits({ context, prices, lists }: Binding): Unit[] {
  return context.resources.limits.flatMap(({ resource, site, date, period }, capacity) => {
    if (lists.used(capacity) < lists.quantity(capacity)) return [];
    const what: OneMore = { kind: "resource", resource, site, date, period };
    return [{ what, key: capacityKey(capacity), price: required(prices.capacities[capacity]) }];
  });
}

function reserveUnits({ context, prices }: Binding): Unit[] {
  return context.reserves.map(({ treatmentFunction, week }, at) => ({
    what: { kind: "reserve", treatmentFunction, week, minutes: RESERVE_MINUTES },
    key: `reserve ${at}`,
    price: RESERVE_MINUTES * required(prices.reserves[at]),
  }));
}

/** A day on which one patient has two cases is so rare that prices hardly know it. */
function secondCaseUnits({ best }: Binding): Unit[] {
  return [...best].flatMap(([key, { what }]) =>
    what.kind === "secondCase" ? [{ what, key, price: 0 }] : [],
  );
}
