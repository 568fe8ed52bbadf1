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
  await expect(page.locator("[data-live] [data-pick]").first()).toBeVisible();
  for (const pick of await page.locator("[data-live] [data-pick]").all()) {
    await pick.click();
    await expect(page.locator("[data-drop]").first()).not.toHaveText(/Asking/);
    if ((await places.count()) > 0) return { entry: (await pick.getAttribute("data-pick"))!, places };
    await page.keyboard.press("Escape");
  }
  throw new Error("No case of the week can be moved.");
}

/** Two cases of different lists that would change places, and their minutes. */
export interface Swappable {
  mine: string;
  theirs: string;
  minutes: [mine: number, theirs: number];
}

/** The longest two that would, the first of which could also go beside the second. `week`: its Monday. */
export async function swappable(page: Page, week: string): Promise<Swappable> {
  await expect(page.locator("[data-live] [data-pick]").first()).toBeVisible();
  const found = await page.evaluate(async (base) => {
    type Place = { kind: string; asks: boolean };
    type Places = { places: Record<string, Place>; swap: Place | null };
    const ask = async (query: string) => (await (await fetch(`${base}?entry=${query}`)).json()) as Places;
    const isFree = (place: Place | null | undefined) =>
      place !== null && place !== undefined && !place.asks && ["allowed", "warned"].includes(place.kind);
    const items = [...document.querySelectorAll<HTMLElement>("[data-case]")].map((item) => ({
      entry: item.dataset.case!,
      list: item.closest<HTMLElement>("[data-list]")!.dataset.list!,
      minutes: Number(/(\d+) min/.exec(item.textContent)![1]),
    }));
    const pairs: { mine: string; theirs: string; minutes: [number, number] }[] = [];
    for (const mine of items) {
      const { places } = await ask(mine.entry);
      for (const theirs of items.filter(({ list }) => isFree(places[list]))) {
        const { swap } = await ask(`${mine.entry}&with=${theirs.entry}`);
        const minutes: [number, number] = [mine.minutes, theirs.minutes];
        if (isFree(swap)) pairs.push({ mine: mine.entry, theirs: theirs.entry, minutes });
      }
    }
    return pairs.sort((a, b) => Math.min(...b.minutes) - Math.min(...a.minutes))[0] ?? null;
  }, `/weeks/${week}/change/places`);
  if (found === null) throw new Error("No two cases of the week can change places.");
  return found;
}

/**
 * Holds so much of a list's free minutes, on its page, that the first case has no room beside the second, though it has
 * in its stead.
 */
export async function leaveRoomForSwap(
  page: Page,
  path: string,
  [mine, theirs]: Swappable["minutes"],
): Promise<void> {
  await page.goto(path);
  const [, free] = /(\d+) minutes of this list are free/.exec(await page.locator("main").innerText())!;
  const kept = Math.max(0, mine - theirs) + 0.6 * Math.min(mine, theirs);
  await page.getByLabel("Minutes to hold").fill(String(Math.floor(Number(free) - kept)));
  await page.locator("#reason").fill("Trauma");
  await page.getByRole("button", { name: "Hold them" }).click();
  await expect(page.getByText(/^\d+ minutes are held/)).toBeVisible();
}

/** A planned week is full: takes some cases off, so that others have somewhere to go. */
export async function makeRoom(page: Page, cases = 5): Promise<void> {
  for (let gone = 0; gone < cases; gone++) {
    await page.locator("[data-live] [data-pick]").nth(gone).click();
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
