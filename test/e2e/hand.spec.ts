import type { Locator, Page } from "playwright/test";
import { fits, PHONE, readable } from "./setup/page-checks";
import { axe, expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";

const BOARD = `/weeks/${WEEKS.hand}/change`;
const said = (page: Page) => page.locator(".app-hand-bar [role=status]");
const picked = (page: Page) => page.locator(".app-hand-bar__carried strong").first();

test.describe.configure({ mode: "serial" });

/** Picks cases up until one is allowed in some other list; that case, and the places that take it. */
async function pickMovable(page: Page): Promise<{ entry: string; places: Locator }> {
  const places = page.locator(".app-hand-list--allowed [data-drop], .app-hand-list--warned [data-drop]");
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
async function makeRoom(page: Page): Promise<void> {
  for (let gone = 0; gone < 5; gone++) {
    await page.locator("[data-pick]").nth(gone).click();
    await page.getByRole("button", { name: "Take off the list" }).click();
    await expect(said(page)).toContainText("is off the lists");
  }
}

const listOf = (page: Page, entry: string) =>
  page.locator(`[data-list]:has([data-case="${entry}"])`).getAttribute("data-list");

test("a case is moved by keyboard, told at once, and taken back", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await planQuickly(page, WEEKS.hand);
  await page.getByRole("link", { name: "See the plan" }).click();
  await page.getByRole("button", { name: "Accept this plan" }).click();
  await page.getByRole("link", { name: "Change by hand" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Week of");
  await readable(page);
  await makeRoom(page);

  const { entry, places } = await pickMovable(page);
  await readable(page);
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText("Put back.");
  const pick = page.locator(`[data-pick="${entry}"]`);
  await expect(pick).toBeFocused();
  const before = await listOf(page, entry);
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Picked up");
  await expect(places.first()).toBeVisible();
  const target = (await places.first().getAttribute("data-drop"))!;
  const wanted = page.locator(`[data-drop="${target}"]`);
  for (const key of ["ArrowRight", "ArrowLeft"])
    for (let step = 0; step < 60; step++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press(key);
    }
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText(" is in ");
  await expect.poll(() => listOf(page, entry)).toBe(target);
  await expect(pick).toBeFocused();

  await page.getByRole("button", { name: /^Undo: .* back to / }).click();
  await expect(page.getByText(/Your last change is taken back/)).toBeVisible();
  await expect.poll(() => listOf(page, entry)).toBe(before);
});

test("a case is dragged to another list, and a refused list keeps its door shut", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(BOARD);
  const { entry, places } = await pickMovable(page);
  const target = (await places.first().getAttribute("data-drop"))!;
  const refused = page.locator(".app-hand-list--refused [data-drop]").first();
  await refused.focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Refused.");
  const before = await listOf(page, entry);
  await page.keyboard.press("Escape");
  expect(await listOf(page, entry)).toBe(before);

  const from = page.locator(`[data-case="${entry}"]`);
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [await from.boundingBox(), await page.locator(`[data-list="${target}"]`).boundingBox()];
  await page.mouse.move(a!.x + 30, a!.y + 10);
  await page.mouse.down();
  await page.mouse.move(a!.x + 60, a!.y + 30, { steps: 4 });
  await expect(page.locator(".app-hand-ghost")).toBeVisible();
  await page.locator(`[data-list="${target}"]`).scrollIntoViewIfNeeded();
  const there = (await page.locator(`[data-list="${target}"]`).boundingBox()) ?? b!;
  await page.mouse.move(there.x + 40, there.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => listOf(page, entry)).toBe(target);
  await expect(page.locator(".app-hand-bar__done")).toContainText(" is in ");
});

test("the same is done by plain forms, without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler");
  await page.goto(BOARD);
  await page.locator("a.app-hand-item__name").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Change the place of");
  await page.getByRole("button", { name: "Take off the list" }).click();
  await expect(page.getByText(/is off the lists of this week/)).toBeVisible();
  await page.getByRole("button", { name: /^Undo: .* back to / }).click();
  await expect(page.getByText(/Your last change is taken back/)).toBeVisible();
});

test("minutes are held with a reason and given back, and a list is ordered", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler");
  await page.goto(BOARD);
  await page.locator(".app-hand-list:has(li + li) .app-list__theatre a").first().click();
  const names = () => page.locator(".app-hand__order a").allInnerTexts();
  const [first, second] = await names();
  const later = page
    .locator(".app-hand__order li")
    .first()
    .getByRole("button", { name: /^Later/ });
  await later.click();
  expect((await names()).slice(0, 2)).toEqual([second, first]);
  await page.getByRole("button", { name: "Back to the order of the rules" }).click();
  expect((await names()).slice(0, 2)).toEqual([first, second]);
  await page.getByLabel("Minutes to hold").fill("1000");
  await page.getByRole("button", { name: "Hold them" }).click();
  await expect(page.getByText("This change needs a reason.")).toBeVisible();
});

test("the second of two schedulers is shown what changed, and decides", async ({ pageAs }) => {
  const [first, second] = [await pageAs("scheduler"), await pageAs("scheduler")];
  for (const page of [first, second]) await page.goto(BOARD);
  const mine = await pickMovable(second);
  const row = first.locator(`[data-pick]:not([data-pick="${mine.entry}"])`).first();
  await row.click();
  await first.getByRole("button", { name: "Take off the list" }).click();
  await expect(said(first)).toContainText("is off the lists");
  await mine.places.first().click();
  await expect(second.getByRole("alert")).toContainText("Somebody else has changed this week");
  await expect(second.getByRole("alert")).toContainText("lost their place");
  await readable(second);
  await second.getByRole("button", { name: "Make my change all the same" }).click();
  await expect(said(second)).toContainText(" is in ");
});

test("a patient is added from the waiting list", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(BOARD);
  await page.getByRole("link", { name: "Add from the waiting list" }).click();
  await readable(page);
  await page
    .getByRole("link", { name: /^Take to the board/ })
    .first()
    .click();
  await expect(picked(page)).toBeVisible();
  const places = page.locator(".app-hand-list--allowed [data-drop], .app-hand-list--warned [data-drop]");
  await expect(page.locator("[data-drop]").first()).not.toHaveText(/Asking/);
  if ((await places.count()) === 0) return;
  await places.first().click();
  await expect(said(page)).toContainText(" is in ");
});

test("the board is usable at 375 pixels", async ({ pageAs }) => {
  const page = await pageAs("scheduler", PHONE);
  await page.goto(BOARD);
  await fits(page);
  await axe(page);
});
