import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { readable } from "./setup/page-checks";
import { spareServer, stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";
import { TODAY } from "./setup/places";
import type { Role } from "../../app/facts/roles";

const WEEK = WEEKS.run;
let server: SpareServer;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
});
test.afterAll(stopSpareServers);

type Open = (role: Role, options?: object) => Promise<Page>;

/** A page of the spare server on which a role is signed in. */
const at = (open: Open, role: Role, options: object = {}): Promise<Page> =>
  open(role, { baseURL: server.url!, ...options });

const steps = (page: Page) => page.locator(".app-steps");
async function take(page: Page, summary: string | RegExp, button: string, reason = "") {
  await steps(page).locator("summary", { hasText: summary }).click();
  if (reason) await steps(page).locator("details[open]").getByLabel("Why?").fill(reason);
  await page.getByRole("button", { name: button }).click();
}

let list = "";

test("a list is signed off and published, without who is not confirmed fit", async ({
  pageAs,
  plainPageAs,
}) => {
  const scheduler = await at(pageAs, "scheduler");
  await planQuickly(scheduler, WEEK);
  await scheduler.getByRole("link", { name: "See the plan" }).click();
  await scheduler.getByRole("button", { name: "Accept this plan" }).click();
  await expect(scheduler.getByText(/^Accepted, revision 1/)).toBeVisible();
  const card = scheduler
    .locator("article.app-list", { has: scheduler.locator(".app-case:nth-child(3)") })
    .first();
  await card.getByRole("link", { name: /^The list/ }).click();
  await expect(scheduler.getByRole("heading", { level: 1 })).toContainText("List of");
  list = new URL(scheduler.url()).pathname;
  await readable(scheduler);
  await axe(scheduler);

  const plain = await at(plainPageAs, "scheduler");
  await plain.goto(list);
  await take(plain, "Sign off this list", "Sign off this list");
  await expect(plain.getByText("The list is signed off.")).toBeVisible();
  await take(plain, "Publish this list", "Publish this list");
  await expect(plain.getByRole("heading", { name: "Version 1" })).toBeVisible();
});

test("a change shows as changed since the version, and a new version says what changed", async ({
  pageAs,
}) => {
  const scheduler = await at(pageAs, "scheduler");
  await scheduler.goto(`${list}/order`);
  await axe(scheduler);
  const places = scheduler.getByRole("textbox", { name: /^Place of/ });
  const last = (await places.count()) - 1;
  await places.nth(last).fill("0");
  await scheduler.getByLabel(/^Why\?/).fill("The kit comes late");
  await scheduler.getByRole("button", { name: "Save the order" }).click();
  await expect(scheduler.getByText("The order is saved.")).toBeVisible();
  await expect(scheduler.getByText("Changed since version 1.").first()).toBeVisible();
  await expect(scheduler.getByText(/^Ordered by Sam Okonkwo/)).toBeVisible();
  await scheduler.goto(`/weeks/${WEEK}`);
  await expect(scheduler.getByText("Changed since version 1")).toBeVisible();
  await scheduler.goto(list);
  await take(scheduler, "Publish version 2", "Publish this list", "Order of kit");
  await expect(scheduler.getByRole("heading", { name: "Version 2" })).toBeVisible();
  await expect(scheduler.getByText(/^The order is now:/)).toBeVisible();
});

test("surgeon, theatre and ward confirm what they have seen; who holds an older version is warned", async ({
  pageAs,
}) => {
  const clinician = await at(pageAs, "clinician");
  await clinician.goto(list);
  await clinician.getByRole("button", { name: "I have seen version 2, as surgeon" }).click();
  await expect(clinician.getByText("It is recorded that you have seen this version.")).toBeVisible();
  const ward = await at(pageAs, "ward");
  await ward.goto(list);
  await expect(ward.getByRole("button", { name: /as theatre/ })).toHaveCount(0);
  await ward.getByRole("button", { name: "I have seen version 2, as ward" }).click();
  await expect(ward.getByText(/^Seen: /).first()).toBeVisible();
  await expect(ward.getByText("Not confirmed yet").first()).toBeVisible();
  await ward.goto(`${list}/print?version=1`);
  await expect(ward.getByText(/Not the latest: version 2/)).toBeVisible();
});

test("the printed list has its head and numbers on each page and no draft mark once published", async ({
  pageAs,
}) => {
  const page = await at(pageAs, "theatre");
  await page.goto(`${list}/print`);
  await axe(page);
  await expect(page.getByText("DRAFT")).toHaveCount(0);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pagesOf(pdf)).toBeGreaterThan(0);
  const sheets = sheetsOf(pdf);
  expect(sheets.join()).toMatch(/Page 1 of \d/);
  expect(sheets.join()).toContain("Version 2");
  expect(sheets.every((sheet) => sheet.includes("Anaesthetist"))).toBe(true);
});

test("letters are printed one page each and recorded as sent", async ({ pageAs }) => {
  const page = await at(pageAs, "coordinator");
  await page.goto(`/weeks/${WEEK}/letters`);
  await readable(page);
  await axe(page);
  await page.getByRole("button", { name: "Print them in large print" }).click();
  await expect(page.getByRole("heading", { name: /letters? to print$/ })).toBeVisible();
  await axe(page);
  const letters = await page.locator(".app-letter").count();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.goBack();
  await page.getByRole("button", { name: "Printed and sent", exact: true }).click();
  await expect(page.getByText(`Recorded as told by letter: ${letters}.`)).toBeVisible();
  await expect(page.getByText(/^told by letter/).first()).toBeVisible();
  for (const paper of ["tci", "transport"]) {
    await page.goto(`/weeks/${WEEK}/${paper}`);
    await axe(page);
    await expect(page.locator(".app-sheet tbody tr").first()).toBeVisible();
  }
  expect(pagesOf(pdf)).toBe(letters);
  expect(sheetsOf(pdf)).toHaveLength(letters);
});

test("a date reaches the PAS and comes back, and nobody types it twice", async ({ pageAs }) => {
  const page = await at(pageAs, "scheduler");
  await page.goto("/pas");
  await axe(page);
  await page.getByRole("button", { name: "Take the return file in" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose the return file");
  await page.getByRole("button", { name: /^Make a file with \d+ change/ }).click();
  await expect(page.getByText(/^A file with \d+ changes was made/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a file with 0 changes" })).toBeDisabled();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Download/ }).click(),
  ]);
  const rows = readFileSync(await download.path(), "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
  const [head, first, ...others] = rows;
  const back = [
    head,
    `${first!.replace(/,,$/, ",failed,Slot taken")}`,
    ...others.map((row) => row.replace(/,,$/, ",done,")),
    "x/1,,,,,,,,,,,,,done,",
  ];
  const file = join(mkdtempSync(join(tmpdir(), "hublist-pas-")), "back.csv");
  writeFileSync(file, back.join("\r\n"));
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Take the return file in" }).click();
  await expect(page.getByText(`Return file taken in: ${others.length} done, 1 failed.`)).toBeVisible();
  await expect(page.getByText("Failed last time: Slot taken")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a file with 1 change", exact: true })).toBeEnabled();
  await readable(page);
});

test("settings are changed by site with a reason, and the second person is told", async ({
  pageAs,
  plainPageAs,
}) => {
  const [page, other] = [await at(plainPageAs, "manager"), await at(pageAs, "manager")];
  for (const one of [page, other]) await one.goto("/settings");
  await axe(other);
  await page.getByLabel("Notice owed with a TCI date, all sites").fill("85");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("alert")).toContainText("0 to 84");
  await page.getByLabel("Notice owed with a TCI date, all sites").fill("28");
  await page.getByLabel("Why?").fill("Agreed by the board");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Notice owed with a TCI date: 28; it was 21")).toBeVisible();
  await other.getByLabel("Why?").fill("Mine");
  await other.getByRole("button", { name: "Save the settings" }).click();
  await expect(other.getByRole("alert")).toContainText("saved other settings since you opened this page");
  await readable(other);
  const scheduler = await at(pageAs, "scheduler");
  await scheduler.goto("/settings");
  await expect(scheduler.getByRole("button", { name: "Save the settings" })).toHaveCount(0);
});

test("a calendar of a theatre has no patient in it, and a list as CSV is for who may know them", async ({
  pageAs,
}) => {
  const page = await at(pageAs, "manager");
  await page.goto(`/weeks/${WEEK}`);
  const answer = await page.request.get(`/weeks/${WEEK}/lists.ics?surgeon=nobody`);
  expect(answer.status()).toBe(404);
  expect((await page.request.get(`${list}/csv`)).status()).toBe(403);
  await page.goto(list);
  await expect(page.getByRole("rowheader").first()).toHaveText(/^PP/);
});

/** How many pages a PDF has, as Chromium writes it: each is an object of its own that stands open in the file. */
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;

/**
 * The text of each page of a PDF. `npm test` installs what reads it where Debian's packages can be had; elsewhere the
 * rest of the test is skipped where that is lacking.
 */
function sheetsOf(pdf: Buffer): string[] {
  const lacking = spawnSync("pdftotext", ["-v"]).error !== undefined;
  test.skip(lacking && !existsSync("/usr/bin/apt-get"), "pdftotext (of poppler-utils) is not installed");
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  return text.split("\f").filter((sheet) => sheet.trim() !== "");
}
