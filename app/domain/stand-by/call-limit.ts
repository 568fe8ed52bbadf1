import { addDays, type IsoDate } from "../calendar";
import type { SiteSettings } from "../workspace-settings";

/** Whether a patient may be called for stand-by today, and how often they were called lately. */
export interface CallRest {
  /** Days within the last `standByDays` on which they were called. */
  calls: number;
  /** They were called often enough: from this date on they may be called again. Null: they may be called. */
  restsUntil: IsoDate | null;
}

/**
 * Nobody is called every week: after calls on `standByCalls` days within `standByDays` a patient is left in peace until
 * the oldest of these is that long ago. Two calls on one day, an unanswered one and another, disturb once. `calledOn`:
 * the dates of all stand-by calls, whatever came of them.
 */
export function callRest(
  calledOn: readonly IsoDate[],
  today: IsoDate,
  { standByCalls, standByDays }: Pick<SiteSettings, "standByCalls" | "standByDays">,
): CallRest {
  const since = addDays(today, 1 - standByDays);
  const lately = [...new Set(calledOn)].filter((date) => date >= since && date < today).sort();
  const calledToday = calledOn.includes(today) ? 1 : 0;
  const calls = lately.length + calledToday;
  const oldest = lately[lately.length - standByCalls];
  return { calls, restsUntil: oldest === undefined ? null : addDays(oldest, standByDays) };
}
