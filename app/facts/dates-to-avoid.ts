import type { AvoidLimits } from "~/domain/dates-to-avoid";
import table from "./dates-to-avoid.json";

/** How many ranges of dates a patient may give, and how far ahead. */
export const AVOID_LIMITS: AvoidLimits = {
  mostRanges: table.rules.mostRanges.value,
  mostDaysAhead: table.rules.mostDaysAhead.value,
};
