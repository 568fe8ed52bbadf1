import type { SharedResource } from "~/domain/theatre";
import { RESOURCE_COLUMNS } from "~/import/resources";
import { csvText } from "./csv";

/** resources.csv. */
export function resourcesCsv(resources: readonly SharedResource[]): string {
  return csvText(
    RESOURCE_COLUMNS.map(({ name }) => name),
    resources.map(({ site, date, period, resource, quantity }) => [
      site,
      date,
      period,
      resource,
      String(quantity),
    ]),
  );
}
