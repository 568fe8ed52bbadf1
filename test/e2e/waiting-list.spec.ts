import type { Page } from "playwright/test";
import { axe, expect, test } from "./setup/test";

const PHONE = { viewport: { width: 375, height: 740 } };
const rows = (page: Page) => page.locator("tbody tr");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Nothing is wider than the screen, which a table may be but a page may not. */
async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Opens the first entry of a list. */
async function openFirst(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await rows(page).first().getByRole("link").first().click();
  await page.waitForURL(/\/waiting-list\/[^?]+$/);
}

test("the list is searched, filtered, sorted and paged", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/waiting-list");
  await axe(page);
  await expect(rows(page)).toHaveCount(50);
  const hospitalNumber = await rows(page).nth(7).locator("th .app-cell-note").innerText();
  await page.getByLabel("Name, NHS or hospital number").fill(hospitalNumber);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(rows(page).first()).toContainText(hospitalNumber);
  await page.getByRole("link", { name: "Clear filters" }).click();
  // Whoever chooses before the list is back asks for the number as well, and nobody has both.
  await expect(page.getByLabel("Name, NHS or hospital number")).toHaveValue("");
  await expect(rows(page)).toHaveCount(50);
  await page.getByLabel("Specialty").selectOption("100");
  await page.getByLabel("Readiness").selectOption("fit");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/specialty=100.*readiness=fit/);
  // The address changes a moment before the rows do.
  await expect(rows(page).filter({ hasNotText: /General Surgery[^]*Fit/ })).toHaveCount(0);
  await expect(rows(page)).not.toHaveCount(0);
  await page.getByRole("link", { name: "Patient" }).click();
  await expect(page).toHaveURL(/specialty=100.*sort=name/);
  await expect(async () => {
    const names = (await page.locator("tbody th a").allInnerTexts()).map((name) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
  }).toPass({ timeout: 15_000 });
});

test("an NHS number is found with and without its blanks", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await openFirst(page, "/waiting-list");
  const number = await page.locator(".app-facts dd", { hasText: /^999 \d{3} \d{4}$/ }).innerText();
  for (const typed of [number, number.replaceAll(" ", "")]) {
    await page.goto(`/waiting-list?search=${encodeURIComponent(typed)}`);
    await expect(rows(page)).not.toHaveCount(0);
    await expect(heading(page)).toContainText(/^[12] entr/);
  }
});

test("the list says why it is empty, and pages end", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/waiting-list?search=zzzzzz");
  await expect(page.getByRole("heading", { name: "No entry matches" })).toBeVisible();
  await axe(page);
  await page.goto("/waiting-list?page=9999");
  await expect(page.getByRole("heading", { name: "The list has fewer pages now" })).toBeVisible();
  await page.goto("/waiting-list?weeks=19&sort=shoe-size&state=odd");
  await expect(rows(page)).toHaveCount(50);
});

test("list and entry work on a phone without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto("/waiting-list");
  await fits(page);
  await page.getByLabel("Priority").selectOption("P3");
  await page.getByRole("button", { name: "Show" }).click();
  for (const row of await rows(page).allInnerTexts()) expect(row).toContain("P3");
  await rows(page).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Why it can or cannot be planned" })).toBeVisible();
  await fits(page);
});

test("an entry shows its clock, its reasons and its history", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await openFirst(page, "/waiting-list?readiness=not_screened&state=undated");
  await axe(page);
  await expect(page.getByRole("img", { name: /weeks waited since the clock start/ })).toBeVisible();
  await expect(page.getByText("It can go into no session:")).toBeVisible();
  await expect(page.getByText("Came to the waiting list by an import")).toBeVisible();
  await openFirst(page, "/waiting-list?readiness=fit&state=undated&specialty=100");
  await expect(page.getByText(/It may go into \d+ of \d+ session/)).toBeVisible();
});

test("who may not see patients sees entries without names, and finds nobody", async ({ pageAs }) => {
  const page = await pageAs("manager");
  await page.goto("/waiting-list");
  await expect(rows(page).first().locator("th")).toContainText(/^PP\d+/);
  expect(await page.locator("main").innerText()).not.toMatch(/\bL1\d{6}\b/);
  await page.goto("/waiting-list?search=a");
  await expect(page.getByText("cannot be searched for a person")).toBeVisible();
  await openFirst(page, "/waiting-list");
  await expect(page.getByRole("heading", { name: "Patient", exact: true })).toHaveCount(0);
  expect(await page.locator("main").innerText()).not.toMatch(/\b999 \d{3} \d{4}\b|@example/);
});

test("a nurse decides on readiness, which counts at once and is told", async ({ pageAs, plainPageAs }) => {
  const page = await plainPageAs("preAssessmentNurse");
  await openFirst(page, "/waiting-list?readiness=awaiting&state=undated&sort=name");
  const entry = page.url();
  await page.getByRole("link", { name: "Decide on readiness" }).click();
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Say why");
  await page.getByLabel("Fit", { exact: true }).check();
  await page.getByRole("group", { name: "Last day of fitness" }).getByLabel("Day").fill("31");
  await page.getByRole("group", { name: "Last day of fitness" }).getByLabel("Month").fill("2");
  await page.getByRole("group", { name: "Last day of fitness" }).getByLabel("Year").fill("2027");
  await page.getByLabel("Why?").fill("Bloods are back");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("real date");
  await page.getByRole("group", { name: "Last day of fitness" }).getByLabel("Month").fill("3");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText("The decision on readiness was recorded")).toBeVisible();
  await expect(page.getByText(/Megan Pritchard, .*: Bloods are back/)).toBeVisible();
  const scheduler = await pageAs("scheduler");
  await scheduler.goto(entry);
  await expect(scheduler.getByRole("heading", { name: "Where the file differs from Hublist" })).toBeVisible();
  await expect(scheduler.getByRole("link", { name: "Decide on readiness" })).toHaveCount(0);
  await axe(scheduler);
  expect((await scheduler.goto(`${entry}/readiness`))!.status()).toBe(403);
});

test("of two decisions on one entry the second is told of the first", async ({ pageAs }) => {
  const [nurse, clinician] = [await pageAs("preAssessmentNurse"), await pageAs("clinician")];
  await openFirst(nurse, "/waiting-list?readiness=optimising&state=undated&sort=name");
  const form = `${nurse.url()}/readiness`;
  await nurse.goto(form);
  await clinician.goto(form);
  await axe(nurse);
  for (const page of [nurse, clinician]) {
    await page.getByLabel("Unfit", { exact: true }).check();
    await page.getByLabel("Why?").fill("Chest infection");
    await page.getByRole("button", { name: "Record the decision" }).click();
    await page.waitForLoadState("networkidle");
  }
  await expect(nurse.getByText("The decision on readiness was recorded")).toBeVisible();
  await expect(clinician.locator(".nhsuk-error-summary")).toContainText(
    "Megan Pritchard decided on this entry after you",
  );
  await axe(clinician);
});

test("who looked at a patient is kept, for those who may see it", async ({ pageAs }) => {
  const scheduler = await pageAs("scheduler");
  await openFirst(scheduler, "/waiting-list?sort=name&priority=P4");
  await expect(scheduler.getByText("Who looked at this patient")).toHaveCount(0);
  const manager = await pageAs("manager");
  await manager.goto(scheduler.url());
  await manager.getByText("Who looked at this patient").click();
  await expect(manager.locator("main")).toContainText(/: Sam Okonkwo/);
});

test("an entry that is not there, or not yours, is not found", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  expect((await page.goto("/waiting-list/nothing-of-the-kind"))!.status()).toBe(404);
  await expect(page.getByText("There is no such entry")).toBeVisible();
});
