import type { Browser } from "playwright/test";
import { stateOf, TODAY } from "./places";
import { spareServer, type SpareServer } from "./spare-server";
import { expect } from "./test";
import { planQuickly } from "./weeks";

/** The Monday of the hub's first week, and the day of it that has two lists. */
const WEEK = "2026-12-14";
export const OPERATING_DAY = "2026-12-18";
/** A later day whose lists are empty still. */
export const LATER_DAY = "2026-12-21";

/** A server whose today is an operating day of the hub, with the week planned and accepted before. */
export async function serverOnTheDay(browser: Browser): Promise<SpareServer> {
  const before = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
  const context = await browser.newContext({ baseURL: before.url!, storageState: stateOf("scheduler") });
  const page = await context.newPage();
  await planQuickly(page, WEEK);
  await page.goto(`/weeks/${WEEK}`);
  await page.getByRole("button", { name: "Accept this plan" }).click();
  await expect(page.getByText(/^Accepted, revision 1, /)).toBeVisible();
  await context.close();
  await before.kill();
  return spareServer({ HUBLIST_TODAY: OPERATING_DAY }, { data: before.data });
}
