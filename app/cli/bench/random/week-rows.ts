import { generateHub, type DemoHub } from "~/demo/hub";
import { hardened } from "./hard-week";
import type { RandomWeek } from "./random-week";

/** The rows of a week. */
export function rowsOf(week: RandomWeek): Pick<DemoHub, "entries" | "sessions" | "resources"> {
  const { number, provider, scale, weeks, weekStart, planDate } = week;
  const hub = generateHub({ provider, scale, seed: number, weeks, weekStart, planDate });
  return week.hard ? hardened(hub, week) : hub;
}
