import type { Reason } from "./reasons";

/** One line of pins.csv: this entry stays in this session. */
export interface PinRow {
  row: number;
  pathwayId: string;
  sessionId: string;
  /** Rules that the pin may break. */
  override: Reason[];
}
