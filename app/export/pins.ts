import type { PinRow } from "~/domain/pin";
import { PIN_COLUMNS } from "~/import/pins";
import { csvText } from "./csv";
import { list } from "./words";

/** pins.csv; without pins it is a header line. */
export function pinsCsv(pins: readonly PinRow[]): string {
  return csvText(
    PIN_COLUMNS.map(({ name }) => name),
    pins.map(({ pathwayId, sessionId, override }) => [pathwayId, sessionId, list(override)]),
  );
}
