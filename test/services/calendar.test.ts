import { afterEach, beforeEach, expect, it } from "vitest";
import { calendarOf } from "~/views/calendar.server";
import { HUB, listsHub, WEEK, type ListsHub } from "./lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

it("counts in a calendar no place of a patient whose fitness is not confirmed", async () => {
  const text = await calendarOf(HUB, "RQM", WEEK, { site: "RQM02", theatre: "T1" });
  expect(text).toContain("SUMMARY:T1: 2 cases");
});
