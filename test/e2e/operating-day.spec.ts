import type { Page } from "playwright/test";
import { LATER_DAY, OPERATING_DAY, serverOnTheDay } from "./setup/operating-day";
import { fits, PHONE, readable, untilClickable } from "./setup/page-checks";
import { signedIn } from "./setup/sign-in";
import { stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";

test.describe.configure({ mode: "serial" });

const TABLET = { width: 820, height: 1180 };
/** A second tap within this time is taken for a double tap. Milliseconds. */
const TAPS_APART = 1_600;

let server: SpareServer;
const there: Record<string, { baseURL: string; storageState: Awaited<ReturnType<typeof signedIn>> }> = {};
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  server = await serverOnTheDay(browser);
  for (const role of ["theatre", "ward", "scheduler", "preAssessmentNurse", "manager"] as const)
    there[role] = { baseURL: server.url!, storageState: await signedIn(server.url!, role) };
});
test.afterAll(stopSpareServers);

const cases = (page: Page) => page.locator(".app-running");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

const firstFamilyName = async (page: Page) =>
  (await page.locator(".app-running__name").first().innerText())
    .split(",")[0]!
    .replace(/^\d+\s*/, "")
    .trim();

/** The first case of which nothing was recorded. */
const untouched = (page: Page) =>
  cases(page)
    .filter({ has: page.getByRole("button", { name: /^Arrived/ }) })
    .first();

/** Opens the running list with that number among those of the day. */
async function openList(page: Page, number: number): Promise<void> {
  await page.goto("/today");
  const rows = page.getByRole("row").filter({ hasText: /of \d+ cases? done/ });
  await rows.nth(number).getByRole("rowheader").getByRole("link").click();
  await expect(page.getByText(/^Running list /)).toBeVisible();
  // A page without scripts is seen before all of its cases have arrived.
  await page.waitForLoadState();
}

test("a list is run by taps on a tablet, without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("theatre", { ...there.theatre, viewport: TABLET });
  await openList(page, 0);
  const first = cases(page).first();
  const moments = [
    "Arrived",
    "Sent for",
    "Anaesthetic start",
    "Knife to skin",
    "Closed",
    "Out of theatre",
    "In recovery",
  ];
  for (const moment of moments) {
    await first
      .getByRole("button", { name: new RegExp(`^${moment}`) })
      .first()
      .click();
    await expect(first.locator(".app-moments")).toContainText(moment);
    await page.waitForTimeout(TAPS_APART);
  }
  await expect(first).toContainText("Done");
  await expect(first).toContainText(/took \d+ min, \d+ planned/);
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await first.getByRole("button", { name: /^Undo In recovery/ }).click();
  await expect(first.getByRole("button", { name: /^In recovery/ })).toBeVisible();
});

test("a double tap records once, and a wrong time is corrected with a reason", async ({ pageAs }) => {
  const page = await pageAs("theatre", { ...there.theatre, viewport: TABLET });
  await openList(page, 0);
  const id = await untouched(page).getAttribute("id");
  const first = page.locator(`[id="${id}"]`);
  await first.getByRole("button", { name: /^Arrived/ }).dblclick();
  await expect(first.locator(".app-moments li")).toHaveCount(1);
  await expect(first.getByRole("button", { name: /^Sent for/ }).first()).toBeVisible();
  await axe(page);
  await fits(page);
  await first.locator(".app-moments a").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Correct: Arrived$/);
  await page.getByLabel(/^When was it/).fill("00:00");
  await button(page, "Correct it").click();
  await expect(page.getByRole("alert")).toContainText("Say why you correct it");
  await page.getByLabel("Why?").fill("Tapped late");
  await readable(page);
  await untilClickable(page);
  await button(page, "Correct it").click();
  await expect(first.locator(".app-moments")).toContainText("00:00");
  await expect(first.locator(".app-moments")).toContainText("corrected");
});

test("two tablets at once do not overwrite each other, and each sees the other's taps by itself", async ({
  pageAs,
}) => {
  const [page, other] = [await pageAs("theatre", there.theatre), await pageAs("ward", there.ward)];
  await openList(page, 1);
  await other.goto(page.url());
  const tap = (one: Page) =>
    cases(one)
      .first()
      .getByRole("button", { name: /^Arrived/ });
  await expect(tap(other)).toBeVisible();
  await tap(page).click();
  await expect(cases(other).first().locator(".app-moments li")).toHaveCount(1);
  await expect(
    cases(other)
      .first()
      .getByRole("button", { name: /^Sent for/ })
      .first(),
  ).toBeVisible();
  // The other tablet as it stood before: its tap says who was first.
  const answer = await other.evaluate(
    async (entry) => {
      const body = new URLSearchParams({ entry: entry!, moment: "arrived" });
      return (await fetch(location.pathname, { method: "POST", body })).status;
    },
    (await cases(other).first().getAttribute("id"))!.replace("at-", ""),
  );
  expect(answer).toBe(409);
  await expect(cases(page).first().locator(".app-moments li")).toHaveCount(1);
});

test("a lost connection is told, with the warning that taps are not recorded meanwhile", async ({
  pageAs,
}) => {
  const page = await pageAs("theatre", there.theatre);
  await openList(page, 1);
  await page.route("**/day/events", (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("The connection to Hublist is lost");
  await axe(page);
  await page.unroute("**/day/events");
  await expect(page.getByRole("alert")).not.toContainText("lost", { timeout: 30_000 });
});

test("on a wall patients are initials, also for those who may know the names", async ({ pageAs }) => {
  const page = await pageAs("theatre", { ...there.theatre, viewport: { width: 1920, height: 1080 } });
  await openList(page, 0);
  const name = (await page.locator(".app-running__name a, .app-running__name").first().innerText()).split(
    ",",
  )[0]!;
  const family = name.replace(/^\d+\s*/, "").trim();
  await page.getByRole("link", { name: "Wall view" }).click();
  await expect(page.locator(".app-wall__table tbody th").first()).toHaveText(/^\p{Lu}\. \p{Lu}\.$/u);
  await expect(page.locator("main")).not.toContainText(family);
  await axe(page);
  await fits(page);
});

test("a manager sees the list without names and records nothing", async ({ pageAs }) => {
  const theatre = await pageAs("theatre", there.theatre);
  await openList(theatre, 0);
  const family = await firstFamilyName(theatre);
  const page = await pageAs("manager", there.manager);
  await openList(page, 0);
  await expect(page.locator(".app-tap")).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText(family);
});

test("a case is cancelled on the day, and the patient is owed a date", async ({ pageAs, plainPageAs }) => {
  const page = await plainPageAs("theatre", there.theatre);
  await openList(page, 0);
  const last = cases(page).last();
  const patient = (await last.locator(".app-running__name").innerText()).replace(/^\d+\s*/, "");
  await last.getByRole("link", { name: /^Cancel/ }).click();
  await button(page, "Cancel this case").click();
  await expect(page.getByText("Choose why the case is cancelled").first()).toBeVisible();
  await page.getByLabel("Why is the case cancelled?").selectOption("bed");
  await button(page, "Cancel this case").click();
  await expect(page.getByText("The case was cancelled", { exact: true })).toBeVisible();
  await expect(page.getByText(/No ward bed/)).toContainText("A new date is owed by 15 January 2027");
  const scheduler = await pageAs("scheduler", there.scheduler);
  await scheduler.goto("/cancellations");
  const owed = scheduler.getByRole("table", { name: /owed a new date/ });
  const family = patient.split(",")[0]!;
  await expect(owed).toContainText(family);
  await expect(owed).toContainText("28 days left");
  await readable(scheduler);
  await owed.getByRole("link").first().click();
  await expect(scheduler.getByText("Date promised", { exact: true })).toBeVisible();
  await expect(scheduler.locator("main")).toContainText("15 January 2027");
});

test("a clinical cancellation comes to the pre-assessment nurses", async ({ pageAs }) => {
  const page = await pageAs("ward", there.ward);
  await openList(page, 1);
  await cases(page)
    .last()
    .getByRole("link", { name: /^Cancel/ })
    .click();
  await readable(page);
  await page.getByLabel("Why is the case cancelled?").selectOption("acute-illness");
  await page.getByLabel("Note (optional)").fill("Fever since this morning");
  await button(page, "Cancel this case").click();
  await expect(page.getByText("The case was cancelled", { exact: true })).toBeVisible();
  const nurse = await pageAs("preAssessmentNurse", there.preAssessmentNurse);
  await nurse.goto("/cancellations");
  await expect(nurse.getByText("Fever since this morning")).toBeVisible();
  await nurse.getByRole("link", { name: /^Decide on readiness/ }).click();
  await nurse.getByLabel("Fit", { exact: true }).check();
  await nurse.getByLabel("Why?").fill("Recovered");
  await button(nurse, "Record the decision").click();
  await expect(nurse.getByText("The decision on readiness was recorded")).toBeVisible();
  await nurse.goto("/cancellations");
  await expect(nurse.getByText("Nobody waits to be assessed again after a cancellation")).toBeVisible();
});

test("who is cancelled on an old page, after somebody else did, is told", async ({ pageAs }) => {
  const [page, other] = [await pageAs("theatre", there.theatre), await pageAs("ward", there.ward)];
  await openList(page, 1);
  await cases(page)
    .last()
    .getByRole("link", { name: /^Cancel/ })
    .click();
  await expect(page.getByLabel("Why is the case cancelled?")).toBeVisible();
  await other.goto(page.url());
  for (const [one, reason] of [
    [page, "emergency"],
    [other, "bed"],
  ] as const) {
    await one.getByLabel("Why is the case cancelled?").selectOption(reason);
    await button(one, "Cancel this case").click();
  }
  await expect(other.getByRole("alert")).toContainText("This case was cancelled before, by");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("This case was cancelled before");
  await other.goto(other.url());
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("There is nothing to cancel here");
});

test("stand-by: a call that is not used keeps the place, one that is accepted fills the list", async ({
  pageAs,
}) => {
  const page = await pageAs("scheduler", there.scheduler);
  await page.goto(`/today?date=${LATER_DAY}`);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("link", { name: "Stand-by" }).click();
  const calls = page.getByRole("link", { name: /^Call / });
  await expect(calls.first()).toBeVisible();
  await readable(page);
  const list = page.url().replace(/\/stand-by.*$/, "/day");
  const name = (await calls.first().innerText()).replace(/^Call\s*/, "");
  await calls.first().click();
  await readable(page);
  await page.getByLabel("Would come, and is not needed after all").check();
  await button(page, "Record the call").click();
  await expect(page.getByText("The call was recorded; the patient keeps every place")).toBeVisible();
  await page.getByRole("link", { name: `Call ${name}` }).click();
  await page.getByLabel("Comes", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Drives himself");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The patient stands on the list now")).toBeVisible();
  await page.goto(list);
  await expect(cases(page).filter({ hasText: name })).toContainText("stand-by");
});

test("the debrief asks for reasons from the recorded times", async ({ plainPageAs, pageAs }) => {
  const page = await plainPageAs("theatre", there.theatre);
  await openList(page, 0);
  await page.getByRole("link", { name: "Debrief" }).click();
  await expect(page.getByRole("heading", { name: "What the team says" })).toBeVisible();
  // Which reasons are asked depends on the hour at which this runs.
  for (const select of await page.locator("main select").all()) await select.selectOption({ index: 1 });
  await page.getByLabel("Note (optional)").fill("Good brief");
  await button(page, "Record the debrief").click();
  await expect(page.getByText("The debrief was recorded")).toBeVisible();
  const scripted = await pageAs("theatre", there.theatre);
  await scripted.goto(page.url());
  await readable(scripted);
});

test("before its day a list records nothing, and says so", async ({ pageAs }) => {
  const page = await pageAs("theatre", there.theatre);
  await page.goto(`/today?date=${LATER_DAY}`);
  await expect(page.getByText("Times can be recorded on the day itself and after it.")).toBeVisible();
  await readable(page);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.locator(".app-tap")).toHaveCount(0);
  await page.setViewportSize(PHONE.viewport);
  await fits(page);
  await page.goto(`/today?date=${OPERATING_DAY}`);
  await readable(page);
});
