import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { axe, expect, test } from "./setup/test";
import { fits, PHONE, readable } from "./setup/page-checks";
import { planQuickly, WEEKS } from "./setup/weeks";

const PAGE = `/weeks/${WEEKS.week}`;
const number = (count: number) => count.toLocaleString("en-GB");

interface DownloadedPlan {
  gap: number;
  score: number;
  sessions: {
    sessionId: string;
    plannedMinutes: number;
    overrunProbability: number;
    touchUtilisation: number;
    cases: { start: string; minutes: number; pathwayId: string; admission: string }[];
  }[];
  unplaced: { reason: string }[];
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

test.describe.configure({ mode: "serial" });

test("a week without a plan can be planned, and says so", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  await expect(page.getByText("No plan yet.")).toBeVisible();
  await readable(page);
  await planQuickly(page, WEEKS.week);
});

test("every number on the page is plan.json's", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  const plan = JSON.parse(await download(page, "plan.json")) as DownloadedPlan;
  const cases = plan.sessions.flatMap((list) => list.cases);
  expect(cases.length).toBeGreaterThan(10);
  const figures = page.getByRole("list", { name: "Figures of the plan" }).getByRole("listitem");
  await expect(figures.nth(0)).toContainText(
    `${plan.sessions.filter((list) => list.cases.length > 0).length}lists`,
  );
  await expect(figures.nth(1)).toContainText(`${cases.length}cases`);
  await expect(page.locator(".app-week__bound")).toContainText(
    /^This plan is (at most [\d.]+% below|as good as) any possible plan\.$/,
  );
  for (const list of plan.sessions) {
    const card = page.locator(`article[aria-labelledby="list-${list.sessionId}"]`);
    await expect(card.locator(".app-list__measures")).toContainText(`${list.plannedMinutes} of `);
    const times = list.cases.map(({ start, minutes }) => `${start} ${minutes} min`);
    expect(await card.locator(".app-case__time > span:first-child").allInnerTexts()).toEqual(times);
    expect(await card.locator(".app-case__admit").allInnerTexts()).toEqual(
      list.cases.map(({ admission }) => `admit ${admission}`),
    );
    if (list.cases.length === 0) continue;
    const touch = `Touch utilisation ${Math.round(list.touchUtilisation * 100)}%`;
    await expect(card.locator(".app-list__measures")).toContainText(touch);
  }
  const score = page.getByRole("row", { name: /^Score, points/ });
  await expect(score).toContainText(number(plan.score));
  await expect(page.getByText(`${number(plan.unplaced.length)} entries are in no list.`)).toBeVisible();
  const capacity = plan.unplaced.filter(({ reason }) => reason === "capacity").length;
  await expect(page.getByRole("row", { name: /Could have been placed; others went first/ })).toContainText(
    number(capacity),
  );
  expect(await download(page, "waiting-list.csv")).toContain("PATIENT_PATHWAY_IDENTIFIER");
});

test("the board can be read everywhere and narrowed down", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  await readable(page);
  const lists = await page.locator(".app-list").count();
  await page.getByLabel("Site", { exact: true }).selectOption("RQM02");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.locator(".app-board__site")).toHaveCount(1);
  expect(await page.locator(".app-list").count()).toBeLessThan(lists);
  await page.getByRole("link", { name: "Fold the cases away" }).click();
  await expect(page.locator(".app-case").first()).toBeHidden();
  await page.locator(".app-list__details summary").first().click();
  await expect(page.locator(".app-case").first()).toBeVisible();
});

test("no list is cut on paper, and no control is printed", async ({ pageAs }) => {
  const page = await pageAs("scheduler", { viewport: { width: 718, height: 1047 } });
  await page.goto(PAGE);
  await page.emulateMedia({ media: "print" });
  const pieces = await page
    .locator(".app-list")
    .evaluateAll((lists) => lists.map((list) => list.getClientRects().length));
  expect(pieces.every((count) => count === 1)).toBe(true);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByLabel("Command line")).toBeHidden();
  await expect(page.locator(".app-case__procedure").first()).toBeVisible();
  await fits(page);
});

test("the unplaced have their reasons, counted and each", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  const row = page.getByRole("row", { name: /Not screened yet/ });
  const count = (await row.locator(".app-number").innerText()).trim();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "In no list" })).toBeVisible();
  await expect(page.getByLabel("Reason", { exact: true })).toHaveValue("not_screened");
  await expect(page.locator("main")).toContainText(new RegExp(`${count} entries|of ${count}`));
  for (const why of await page.locator(".app-unplaced__why strong").allInnerTexts())
    expect(why).toBe("Not screened yet");
  await readable(page);
  // On paper the table begins on the first page, below its heading.
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".app-table")).toHaveCSS("break-inside", "auto");
  await page.goto(`${page.url().replace(/\?.*/, "")}?reason=nonsense&page=-4&priority=P9`);
  await expect(page.locator("tbody tr")).toHaveCount(50);
});

test("the week is read on a phone without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto(PAGE);
  await fits(page);
  await page.getByLabel("Day", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/day=2026-12-21/);
  await page.locator(".app-case__why summary").first().click();
  await expect(page.locator(".app-case__why p").first()).toBeVisible();
  await page.getByRole("link", { name: /Week of 28 December 2026/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Week of 28 December 2026/);
});

test("a manager reads the week without names and cannot plan it", async ({ pageAs }) => {
  const page = await pageAs("manager");
  await page.goto(PAGE);
  await expect(page.locator(".app-case").first()).toContainText(/PP\d+/);
  expect(await page.locator("main").innerText()).not.toMatch(/\bL1\d{6}\b/);
  await expect(page.getByRole("button", { name: /Plan this week/ })).toHaveCount(0);
  await axe(page);
});

test("an address that is no week leads to one, or says so", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/weeks/2026-12-24?site=RQM02");
  await expect(page).toHaveURL(/\/weeks\/2026-12-21\?site=RQM02/);
  for (const week of ["soon", "2026-02-30", "2026-12"])
    expect((await page.goto(`/weeks/${week}`))!.status()).toBe(404);
  await page.goto("/weeks/2028-01-03");
  await expect(page.getByRole("heading", { name: "No theatre session in this week" })).toBeVisible();
  await expect(page.getByText(/They come from the master theatre schedule/)).toBeVisible();
});

test("why, why not and what binds are told, with true figures", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  const binding = page.getByRole("region", { name: "What binds this week most" });
  await expect(binding.locator(".app-bottleneck__ask").first()).toBeVisible();
  await expect(binding.locator(".app-heat__session").first()).toHaveText(/\d points for half an hour more/);
  await binding
    .getByRole("button", { name: /^Work out the true figure/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/figure\?ask=/);
  await expect(page.locator(".app-true")).toContainText("True figure, points", { timeout: 60_000 });
  await readable(page);
  await page.goto(PAGE);
  await binding.locator(".app-heat__session").first().click();
  await page.getByRole("button", { name: /lost, only that day planned again/ }).click();
  await expect(page.getByText(/Only that day was planned again/)).toBeVisible({ timeout: 60_000 });
  await readable(page);
  await page.goto(PAGE);
  await page.locator(".app-case__why summary").first().click();
  await page
    .getByRole("link", { name: /^Why here, and who else/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "What it brings" })).toBeVisible();
  await readable(page);
});

test("a true figure is worked out without JavaScript, for who may plan", async ({ plainPageAs, pageAs }) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto(PAGE);
  await page.getByRole("link", { name: /Could have been placed/ }).click();
  await page
    .getByRole("link", { name: /^Why not, and what would change that/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "What would change that" })).toBeVisible();
  await fits(page);
  const whyNot = page.url();
  await page
    .getByRole("button", { name: /^Work out the true figure/ })
    .first()
    .click();
  await expect(async () => {
    await page.reload();
    await expect(page.locator(".app-true, main li").first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await fits(page);
  const manager = await pageAs("manager");
  await manager.goto(whyNot);
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(/PP\d+/);
  await axe(manager);
  await expect(manager.getByRole("button", { name: /true figure/ })).toHaveCount(0);
  for (const nothing of ["/figure?ask=dance", "/why/nobody"])
    expect((await page.goto(whyNot.replace(/\/why\/.*/, nothing)))!.status()).toBe(404);
});
