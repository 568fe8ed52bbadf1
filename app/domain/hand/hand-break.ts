import type { Reason } from "../reasons";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";

/** Hard rules of a list and of the week, beside the reasons of eligibility. */
export const LIST_BREAKS = [
  "locked",
  "no_operator",
  "max_cases",
  "minutes",
  "overrun",
  "patient_day",
  "surgeon",
  "shared",
  "reserve",
] as const;
export type BreakCode = Reason | (typeof LIST_BREAKS)[number];

/**
 * Who may set a broken rule aside: `reason`, whoever may change lists, with a reason, because a person who keeps a case
 * has agreed its date; `override` and `reopen`, who holds rule.override or lock.reopen, with a reason; `never`, nobody.
 */
export type Lift = "reason" | "override" | "reopen" | "never";

/** A hard rule that a change would break. */
export interface HandBreak {
  code: BreakCode;
  lift: Lift;
  /** What is broken, in words with the amounts. */
  sentence: string;
  /** Whose case it is about; null: the list's as a whole. */
  entry: WaitingListEntry | null;
  session: TheatreSession;
}

/** What a change does that people should know of and may do. */
export const WARNINGS = [
  "provisional",
  "told",
  "signed_off",
  "published",
  "equipment",
  "away",
  "order",
  "overrun_rise",
] as const;
export type WarningCode = (typeof WARNINGS)[number];

export interface HandWarning {
  code: WarningCode;
  sentence: string;
  /** The change must be given a reason. */
  needsReason: boolean;
}

/** Another session in a sentence: `Theatre 2, 08:30 to 12:30`. */
export function whereWords({ theatre, start, end }: TheatreSession): string {
  return `${theatre}, ${start} to ${end}`;
}
