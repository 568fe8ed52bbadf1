import { minutesOfDay, type ClockTime } from "../calendar";
import type { OrderFacts } from "./ordered-entry";
import { ORDER_LIMITS, type ListOrderPolicy, type OrderLimit } from "./order-policy";

/** A limit of time that a case has on this list. Minutes since midnight. */
export interface CaseLimit {
  limit: OrderLimit;
  latestStart: number;
}

const CONCERNS: Record<OrderLimit, (facts: OrderFacts) => boolean> = {
  childStartBy: ({ child }) => child,
  dayCaseEndBy: ({ dayCase }) => dayCase,
  lastCaseStartBy: () => true,
};

/** The limits of a case. A limit that the session begins after, such as 11:00 in the afternoon, is none. */
export function caseLimits(
  facts: OrderFacts,
  minutes: number,
  sessionStart: ClockTime,
  policy: ListOrderPolicy,
): CaseLimit[] {
  return ORDER_LIMITS.flatMap((limit) => {
    const time = policy[limit];
    if (time === null || time <= sessionStart || !CONCERNS[limit](facts)) return [];
    const latestStart = minutesOfDay(time) - (limit === "dayCaseEndBy" ? minutes : 0);
    return [{ limit, latestStart }];
  });
}

/** What is told of a case that breaks a limit: `starts at 11:20, after the 11:00 limit for children`. */
export function brokenLimitWords(
  limit: OrderLimit,
  { start, end }: { start: ClockTime; end: ClockTime },
  policy: ListOrderPolicy,
): string {
  const time = policy[limit] ?? "";
  if (limit === "dayCaseEndBy") return `ends at ${end}, after the ${time} limit for day cases`;
  const whose = limit === "childStartBy" ? "for children" : "for the last case";
  return `starts at ${start}, after the ${time} limit ${whose}`;
}
