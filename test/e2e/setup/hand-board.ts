import type { Locator, Page } from "playwright/test";
import { expect } from "./test";

/** What the board says of the last change, and the case that is picked up. */
export const said = (page: Page) => page.locator(".app-hand-bar [role=status]");
export const picked = (page: Page) => page.locator(".app-hand-bar__carried strong").first();

/** The places that take the case that is picked up. */
export const openPlaces = (page: Page) =>
  page.locator(".app-hand-list--allowed [data-drop], .app-hand-list--warned [data-drop]");

/** Id of the list on which a case stands. */
export const listOf = (page: Page, entry: string) =>
  page.locator(`[data-list]:has([data-case="${entry}"])`).getAttribute("data-list");

/** Ids of the cases of a list, first to last. */
export const casesOf = (page: Page, list: string) =>
  page
    .locator(`[data-list="${list}"] [data-case]`)
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-case")!));

/** Picks cases up until one is allowed in some other list; that case, and the places that take it. */
export async function pickMovable(page: Page): Promise<{ entry: string; places: Locator }> {
  const places = openPlaces(page);
  await expect(page.locator("[data-pick]").first()).toBeVisible();
  for (const pick of await page.locator("[data-pick]").all()) {
    await pick.click();
    await expect(page.locator("[data-drop]").first()).not.toHaveText(/Asking/);
    if ((await places.count()) > 0) return { entry: (await pick.getAttribute("data-pick"))!, places };
    await page.keyboard.press("Escape");
  }
  throw new Error("No case of the week can be moved.");
}

/** A planned week is full: takes some cases off, so that others have somewhere to go. */
export async function makeRoom(page: Page, cases = 5): Promise<void> {
  for (let gone = 0; gone < cases; gone++) {
    await page.locator("[data-pick]").nth(gone).click();
    await page.getByRole("button", { name: "Take off the list" }).click();
    await expect(said(page)).toContainText("is off the lists");
  }
}

/** Drags a case with the mouse onto a part of the board; `at`: where in its height it is let go, 0 to 1. */
export async function drag(page: Page, entry: string, target: Locator, at = 0.5): Promise<void> {
  const from = page.locator(`[data-case="${entry}"]`);
  await from.scrollIntoViewIfNeeded();
  const start = (await from.boundingBox())!;
  await page.mouse.move(start.x + 30, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 30, { steps: 4 });
  await expect(page.locator(".app-hand-ghost")).toBeVisible();
  await target.scrollIntoViewIfNeeded();
  const there = (await target.boundingBox())!;
  await page.mouse.move(there.x + 40, there.y + there.height * at, { steps: 6 });
  await page.mouse.up();
}
