import { afterEach, beforeEach, expect, it } from "vitest";
import { nearestDate } from "~/views/operating-day/today.server";
import { HUB, listsHub, TODAY, type ListsHub } from "../lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

it("is the next day with sessions after the one that is shown, and none that is over", async () => {
  const from = (shown: string) => nearestDate(HUB, { shown, today: TODAY });
  expect(await from("2026-01-01")).toBe("2026-12-15");
  expect(await from("2026-12-16")).toBe("2026-12-16");
  expect(await from("2026-12-17")).toBeNull();
});
