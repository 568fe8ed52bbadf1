import type { Page } from "playwright/test";
import { TODAY } from "./setup/places";
import { fits, readable, PHONE, untilClickable } from "./setup/page-checks";
import { signedIn } from "./setup/sign-in";
import { spareServer, stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";

test.describe.configure({ mode: "serial" });

// Patients are decided on and placed, so these tests have a hub of their own.
let server: SpareServer;
const at = async (role: "preAssessmentNurse" | "clinician" | "scheduler") => ({
  baseURL: server.url!,
  storageState: await signedIn(server.url!, role),
});
test.beforeAll(async () => {
  server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
});
test.afterAll(stopSpareServers);

const cards = (page: Page) => page.locator("main tbody th a");

test("a nurse clears a low-risk patient in two clicks, without JavaScript", async ({
  pageAs,
  plainPageAs,
}) => {
  const nurse = await at("preAssessmentNurse");
  const page = await pageAs("preAssessmentNurse", nurse);
  await page.goto("/triage");
  await readable(page);
  const plain = await plainPageAs("preAssessmentNurse", nurse);
  await plain.goto("/triage?state=low");
  const name = await cards(plain).first().textContent();
  let clicks = 0;
  const click = async (link: ReturnType<Page["locator"]>) => {
    clicks++;
    await link.click();
  };
  await click(cards(plain).first());
  await expect(plain.getByRole("heading", { level: 1 })).toContainText(name!);
  await expect(plain.getByText("Low risk: no face-to-face assessment")).toBeVisible();
  await expect(plain.locator("#answers")).toContainText("Answered by the patient");
  const card = plain.url();
  await page.goto(card);
  await readable(page);
  await click(plain.getByRole("button", { name: "Confirm fit" }));
  await expect(plain.getByText("The decision was recorded, as the rules suggest")).toBeVisible();
  expect(clicks).toBe(2);
  await plain.goto(card);
  await expect(plain.locator("dd").first()).toContainText("Fit");
  // The page that was opened before is told, and nothing is decided twice.
  await untilClickable(page);
  await page.getByRole("button", { name: "Confirm fit" }).click();
  await expect(page.getByText(/Somebody decided on this patient after you opened/)).toBeVisible();
});

test("unknown answers and urgent symptoms go to a person, and an urgent task needs a reason", async ({
  pageAs,
}) => {
  const page = await pageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  await page.goto("/triage?only=urgent");
  await expect(page.getByText("Urgent. ").first()).toBeVisible();
  await page.goto("/triage");
  const urgent = page.getByRole("listitem").filter({ hasText: "Chest pain at rest" });
  await urgent.getByRole("link", { name: "End this task" }).click();
  await page.getByLabel("It is not needed", { exact: true }).check();
  await page.getByRole("button", { name: "End the task" }).click();
  await expect(page.getByRole("link", { name: "Say what was done, or why it is not needed" })).toBeVisible();
  await readable(page);
  await page.getByLabel("What was done, or why it is not needed").fill("Called: pain was a pulled muscle");
  await untilClickable(page);
  await page.getByRole("button", { name: "End the task" }).click();
  await expect(page.getByText("The task was ended")).toBeVisible();
  await page.goto("/triage?state=phone");
  await expect(page.getByText(/safety answers? (is|are) not known/).first()).toBeVisible();
});

test("a high-risk patient is optimised, fit, planned, and out again when fitness ends", async ({
  pageAs,
}) => {
  const clinician = await pageAs("clinician", await at("clinician"));
  const scheduler = await pageAs("scheduler", await at("scheduler"));
  await clinician.goto("/triage?state=consultant");
  const found = await cards(clinician).evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")!),
  );
  let card = "";
  for (const href of found) {
    await clinician.goto(`${href}/decide`);
    await clinician.getByLabel("To be made ready first").check();
    await clinician.getByLabel("Seen by an anaesthetist").check();
    await clinician.getByLabel("Fit from").fill("2026-12-01");
    await clinician.getByLabel(/^Why\?/).fill("Echo first");
    await record(clinician);
    await clinician.goto(href);
    await expect(clinician.locator("dd").first()).toContainText("Optimising until 1 Dec 2026");
    await decideFit(clinician, href, "2027-02-10");
    await scheduler.goto(`${href.replace("/triage/", "/waiting-list/")}/places`);
    const place = scheduler.getByRole("button", { name: /^Place here/ }).first();
    if ((await place.count()) === 0) continue;
    await place.click();
    await expect(scheduler.getByText(/^Placed: /)).toHaveCount(1);
    card = href;
    break;
  }
  expect(card).not.toBe("");
  await clinician.goto(card);
  await expect(clinician.locator("dd").nth(1)).toHaveText("Yes");
  // Fitness is cut short: the patient has a date after it, and a task says so at once.
  await decideFit(clinician, card, "2026-11-25");
  await clinician.goto(card);
  await expect(clinician.getByText(/Fitness ends on 25 November, before the date on \d+ \w+/)).toBeVisible();
  await readable(clinician);
  await server.kill();
  server = await spareServer({ HUBLIST_TODAY: "2026-11-26" }, { data: server.data });
  const later = await pageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  await later.goto(card);
  await expect(later.locator("dd").first()).toContainText("Fitness ended");
  await later.goto("/triage?only=reopened");
  await expect(later.locator(`main a[href="${card}"]`).first()).toBeVisible();
});

async function decideFit(page: Page, card: string, until: string): Promise<void> {
  await page.goto(`${card}/decide`);
  await page.getByLabel("Fit", { exact: true }).check();
  await page.getByLabel("Seen by an anaesthetist").check();
  await page.getByLabel(/^Fit until/).fill(until);
  await page.getByLabel(/^Why\?/).fill("Seen in clinic; risks discussed");
  const read = page.getByLabel("I have read it");
  if ((await read.count()) > 0) await read.check();
  await record(page);
}

async function record(page: Page): Promise<void> {
  const read = page.getByLabel("I have read it");
  if ((await read.count()) > 0) await read.check();
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText(/^The decision was recorded/)).toBeVisible();
}

test("measures and rules are a site's to enter and to set", async ({ pageAs }) => {
  const page = await pageAs("clinician", await at("clinician"));
  await page.goto("/triage?state=low");
  await cards(page).first().click();
  await expect(page).toHaveURL(/\/triage\/[0-9a-f-]{36}$/);
  const card = page.url();
  await page.getByRole("link", { name: "Enter measures" }).click();
  await page.getByLabel("Haemoglobin").fill("11.8");
  await page.getByRole("button", { name: "Record the measures" }).click();
  await expect(
    page.getByRole("link", { name: "Haemoglobin: enter a number in g/L, 30 to 250" }),
  ).toBeVisible();
  await readable(page);
  await page.getByLabel("Haemoglobin").fill("118");
  await untilClickable(page);
  await page.getByRole("button", { name: "Record the measures" }).click();
  await expect(page).toHaveURL(`${card}?measured`);
  await expect(page.getByRole("row", { name: /Haemoglobin 118 g\/L/ })).toBeVisible();
  await page.goto("/triage/rules");
  await axe(page);
  await page.setViewportSize(PHONE.viewport);
  await fits(page);
  await page.getByLabel(/^Haemoglobin is low below/).fill("120");
  await page.getByLabel("Why does it change?").fill("As the haematologists agreed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Patients are looked at again within a few minutes")).toBeVisible();
  await expect(page.getByLabel(/^Haemoglobin is low below/)).toHaveValue("120");
});
