import type { DateRange } from "~/domain/calendar";

/* Values as cells, the way app/import/values.ts reads them. Not known is an empty cell. */

export function yesNo(value: boolean | null): string {
  return value === null ? "" : value ? "Y" : "N";
}

export function numberOrEmpty(value: number | null): string {
  return value === null ? "" : String(value);
}

export function list(parts: readonly string[]): string {
  return parts.join(";");
}

export function ranges(parts: readonly DateRange[]): string {
  return parts.map(({ from, to }) => `${from}/${to}`).join(";");
}
