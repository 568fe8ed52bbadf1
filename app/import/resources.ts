import { RESOURCE_PERIODS, type ResourcePeriod, type SharedResource } from "~/domain/theatre";
import type { Column } from "./columns";
import type { ReadContext, ReadResult } from "./result";
import type { Row } from "./row";
import { date, wholeNumber, word } from "./values";
import { readWholeTable, rejectRepeatedKey } from "./whole-file";

/** The columns of resources.csv in the order in which they are written (file contract, resources.csv). */
export const RESOURCE_COLUMNS: readonly Column[] = [
  { name: "site_code", must: "filled", expected: "a site code" },
  { name: "date", must: "filled", expected: "a date, YYYY-MM-DD or DD/MM/YYYY" },
  { name: "period", must: "filled", expected: `one of ${RESOURCE_PERIODS.join(", ")}` },
  { name: "resource", must: "filled", expected: "bed, critical_care, day_case_place or equipment:CODE" },
  { name: "quantity", must: "filled", expected: "a whole number, 0 or more" },
];

/** Periods in which a resource is counted (file contract, resources.csv). */
const PERIODS = new Map<string, readonly ResourcePeriod[]>([
  ["bed", ["night"]],
  ["critical_care", ["night"]],
  ["day_case_place", ["day"]],
]);
const EQUIPMENT_PERIODS: readonly ResourcePeriod[] = ["am", "pm"];
const EQUIPMENT = /^equipment:\s*(\S.*)$/i;

/** Reads resources.csv; any fault refuses the file, two lines for one site, date, period and resource included. */
export function readResources(bytes: Uint8Array, context: ReadContext): ReadResult<SharedResource> {
  const rows = new Map<string, number>();
  return readWholeTable(bytes, context, RESOURCE_COLUMNS, (row) => {
    const resource = readResource(row);
    const key = [resource.site, resource.date, resource.period, resource.resource].join("\n");
    if (row.faults.length === 0)
      rejectRepeatedKey(row, rows, key, "resource", "site, date, period and resource");
    return resource;
  });
}

function readResource(row: Row): SharedResource {
  const period = word(row, "period", RESOURCE_PERIODS);
  return {
    row: row.number,
    site: row.text("site_code"),
    date: date(row, "date") ?? "",
    period: period ?? "night",
    resource: resourceName(row, period),
    quantity: wholeNumber(row, "quantity", 0) ?? 0,
  };
}

function resourceName(row: Row, period: ResourcePeriod | null): string {
  const text = row.text("resource");
  const code = EQUIPMENT.exec(text)?.[1];
  const name = code === undefined ? text.toLowerCase() : `equipment:${code}`;
  const periods = code === undefined ? PERIODS.get(name) : EQUIPMENT_PERIODS;
  if (text !== "" && periods === undefined) row.unreadable("resource");
  if (periods !== undefined && period !== null && !periods.includes(period))
    row.fault("period", `${name} is counted by ${periods.join(" and ")}: expected ${periods.join(" or ")}.`);
  return name;
}
