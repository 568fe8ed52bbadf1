import { listOf, makeRoom, openPlaces, picked, said } from "./setup/hand-board";
import { fits, PHONE, readable } from "./setup/page-checks";
import { axe, expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";

const BOARD = `/weeks/${WEEKS.hand}/change`;
test.describe.configure({ mode: "serial" });

test("cases are moved by plain forms, without JavaScript", async ({ pageAs, plainPageAs }) => {
  const scheduler = await pageAs("scheduler");
  await planQuickly(scheduler, WEEKS.hand);
  await scheduler.getByRole("link", { name: "See the plan" }).click();
  await scheduler.getByRole("button", { name: "Accept this plan" }).click();
  await expect(scheduler.getByText(/^Accepted, revision 1, /)).toBeVisible();
  await scheduler.getByRole("link", { name: "Change by hand" }).click();
  await makeRoom(scheduler);
  const page = await plainPageAs("scheduler");
  await page.goto(BOARD);
  await page.locator(".app-hand-item__name").first().click();
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
  const names = page.locator(".app-hand__order a");
  const begins = (order: (string | undefined)[]) =>
    expect.poll(async () => (await names.allInnerTexts()).slice(0, 2)).toEqual(order);
  await expect(names.nth(1)).toBeVisible();
  const [first, second] = await names.allInnerTexts();
  const later = page
    .locator(".app-hand__order li")
    .first()
    .getByRole("button", { name: /^Later/ });
  await later.click();
  await begins([second, first]);
  await page.getByRole("button", { name: "Back to the order of the rules" }).click();
  await begins([first, second]);
  await page.getByLabel("Minutes to hold").fill("1000");
  await page.getByRole("button", { name: "Hold them" }).click();
  await expect(page.getByText("This change needs a reason.")).toBeVisible();
});

test("a patient is added from the waiting list", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(BOARD);
  // The list that somebody is taken off has room for them.
  const pick = page.locator("[data-live] [data-list] [data-pick]").first();
  await expect(pick).toBeVisible();
  const entry = (await pick.getAttribute("data-pick"))!;
  const patient = await pick.locator(".app-hand-case__who").innerText();
  const list = (await listOf(page, entry))!;
  await pick.click();
  await page.getByRole("button", { name: "Take off the list" }).click();
  await expect(said(page)).toContainText("is off the lists");
  await page.getByRole("link", { name: "Add from the waiting list" }).click();
  await readable(page);
  await page.getByLabel("Name, NHS number or hospital number").fill(patient);
  await page.getByRole("button", { name: "Find" }).click();
  await page.locator(`section[aria-labelledby=found] a[href*="carry=${entry}"]`).click();
  await expect(picked(page)).toBeVisible();
  await expect(page.locator("[data-drop]").first()).not.toHaveText(/Asking/);
  expect(await openPlaces(page).count()).toBeGreaterThan(0);
  await page.locator(`[data-list="${list}"] [data-drop]`).click();
  await expect(said(page)).toContainText(" is in ");
  await expect.poll(() => listOf(page, entry)).toBe(list);
});

test("the board is usable at 375 pixels", async ({ pageAs }) => {
  const page = await pageAs("scheduler", PHONE);
  await page.goto(BOARD);
  await fits(page);
  await axe(page);
});
