import { describe, expect, it } from "vitest";
import { readResources } from "~/import/resources";
import { CONTEXT, csv, RESOURCE, words } from "./example-rows";

const read = (...changes: Record<string, string>[]) =>
  readResources(csv(changes.map((change) => ({ ...RESOURCE, ...change }))), CONTEXT);

describe("shared resources", () => {
  it("are read by site, date, period and resource", () => {
    const { rows, refused } = read({}, { period: "AM", resource: "Equipment: C_ARM", quantity: "0" });
    expect(refused).toEqual([]);
    expect(rows).toEqual([
      { row: 2, site: "RQM02", date: "2026-12-17", period: "night", resource: "bed", quantity: 9 },
      { row: 3, site: "RQM02", date: "2026-12-17", period: "am", resource: "equipment:C_ARM", quantity: 0 },
    ]);
  });

  it.each([
    [
      "resource",
      "beds",
      "This cannot be read: expected bed, critical_care, day_case_place or equipment:CODE.",
    ],
    [
      "resource",
      "equipment:",
      "This cannot be read: expected bed, critical_care, day_case_place or equipment:CODE.",
    ],
    ["period", "evening", "This cannot be read: expected one of night, day, am, pm."],
    ["period", "day", "bed is counted by night: expected night."],
    ["quantity", "-1", "This cannot be read: expected a whole number, 0 or more."],
    ["quantity", "1.5", "This cannot be read: expected a whole number, 0 or more."],
    ["quantity", "", "This is empty: expected a whole number, 0 or more."],
  ])("with %s = %j refuse the file", (column, value, message) => {
    const result = read({}, { date: "2026-12-18", [column]: value });
    expect(result.rows).toEqual([]);
    expect(result.refused).toEqual([{ file: "list.csv", row: 3, column, value, message }]);
  });

  it("with two lines for one key, however the date is written, refuse the file", () => {
    expect(words(read({}, { date: "17/12/2026" }, { quantity: "x" }).refused)).toEqual([
      "3 resource: Row 2 has the same site, date, period and resource: expected one line each.",
      "4 quantity: This cannot be read: expected a whole number, 0 or more.",
    ]);
  });
});
