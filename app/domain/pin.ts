import { REASONS, type Reason } from "./reasons";

/** One line of pins.csv: this entry stays in this session. */
export interface PinRow {
  row: number;
  pathwayId: string;
  sessionId: string;
  /** Rules that the pin may break. */
  override: Reason[];
}

/** Rules that every pin is free of: who decided to keep the case has also agreed its date. */
export const FREE_OF_RULES: readonly Reason[] = ["notice", "already_booked"];

/** No override lifts these: a list that does not fit, or a bed that is not there. */
export const NEVER_OVERRIDDEN: readonly Reason[] = ["too_long", "resource", "capacity"];

/** The rules that `override` may name to any effect. */
export const OVERRIDABLE: readonly Reason[] = REASONS.filter((reason) => !NEVER_OVERRIDDEN.includes(reason));
