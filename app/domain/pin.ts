import type { Reason } from "./reasons";

/** One line of pins.csv: this entry stays in this session. */
export interface PinRow {
  row: number;
  pathwayId: string;
  /** Issuer of the identifier; without it the identifier must be one entry's alone. */
  issuer?: string;
  sessionId: string;
  /** Rules that the pin may break. */
  override: Reason[];
}
