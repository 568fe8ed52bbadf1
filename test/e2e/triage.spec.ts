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
  const began = Date.now();
  const click = async (link: ReturnType<Page["locator"]>) => {
    clicks++;
    await link.click();
  };
  await click(cards(plain).first());
  await expect(plain.getByRole("heading", { level: 1 })).toContainText(name!);
  await expect(plain.getByText("Low risk: no face-to-face assessment")).toBeVisible();
  await expect(plain.locator("#answers")).toContainText("Answered by the patient");
  await expect(plain.getByText("Do you have diabetes?")).toBeVisible();
  const card = plain.url();
  await page.goto(card);
  await readable(page);
  await click(plain.getByRole("button", { name: "Confirm fit" }));
  await expect(plain.getByText("The decision was recorded, as the rules suggest")).toBeVisible();
  expect(clicks).toBe(2);
  expect(Date.now() - began).toBeLessThan(120_000);
  await plain.goto(card);
  await expect(plain.locator("dd").first()).toContainText("Fit");
  // The page that was opened before is told, and nothing is decided twice.
  await untilClickable(page);
  await page.getByRole("button", { name: "Confirm fit" }).click();
  await expect(page.getByText(/Somebody decided on this patient after you opened/)).toBeVisible();
});

test("a card says first what is to be decided, in words, and links to its parts without JavaScript", async ({
  plainPageAs,
}) => {
  const plain = await plainPageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  await plain.goto("/triage?state=consultant");
  await cards(plain).first().click();
  await expect(plain.locator("#why summary").first()).toBeVisible();
  const top = (selector: string) =>
    plain.locator(selector).evaluate((part) => part.getBoundingClientRect().top + window.scrollY);
  const tops = await Promise.all(["#decide", "#why", "#decide-form", "#answers", "#rules"].map(top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(await plain.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
  // Folded: what a rule rests on and its source; no codes and no notes of its makers anywhere.
  const main = plain.locator("main");
  await expect(main).not.toContainText(/Rule [A-Z]\d\d/);
  await expect(plain.locator("#why dl").first()).toBeHidden();
  await plain.locator("#why summary").first().click();
  await expect(plain.locator("#why dl").first()).toContainText("How sure: ");
  const contents = plain.getByRole("navigation", { name: "On this card" });
  const links = await contents.getByRole("link").all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) await expect(plain.locator((await link.getAttribute("href"))!)).toHaveCount(1);
  await contents.getByRole("link", { name: "History" }).click();
  await expect(plain.locator("#history")).toBeInViewport();
  await expect(contents).toBeInViewport();
  await plain.locator("#decide-form summary").first().click();
  await plain.locator("#decide-form").getByRole("button", { name: "Record the decision" }).click();
  await expect(plain).toHaveURL(/\/decide$/);
  await expect(plain.getByRole("alert")).toBeVisible();
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
  await page.getByLabel("Why?").fill("As the haematologists agreed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Patients are looked at again from now on")).toBeVisible();
  await expect(page.getByLabel(/^Haemoglobin is low below/)).toHaveValue("120");
  // Nobody stands by the old ones for long.
  await expect(async () => {
    await page.goto("/triage");
    await expect(page.getByText(/The rules have changed, and .* by the old ones/)).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
});

test("a plan with what blocks says until when the patient is made ready, and is followed to its referral", async ({
  pageAs,
}) => {
  const page = await pageAs("clinician", await at("clinician"));
  await page.goto("/triage?state=faceToFace");
  const card = (await cards(page).first().getAttribute("href"))!;
  await page.goto(`${card}/measures`);
  await page.getByLabel("HbA1c").fill("75");
  await page.getByRole("button", { name: "Record the measures" }).click();
  await expect(page).toHaveURL(/measured$/);
  await expect(page.getByText(/Measured: HbA1c 69 mmol\/mol or above/)).toBeVisible();
  await page.goto(`${card}/plan/review`);
  await page.getByLabel("Being made ready until then: no date before it").check();
  const read = page.getByLabel("I have read it");
  if ((await read.count()) > 0) await read.check();
  await page.getByLabel("Due: Check your blood sugar test again").fill("2027-02-20");
  await untilClickable(page);
  await page.getByRole("button", { name: "Confirm the plan" }).click();
  await expect(
    page.getByRole("link", { name: /20 February 2027 is a weekend or bank holiday/ }),
  ).toBeVisible();
  await page.getByLabel("Due: Check your blood sugar test again").fill("2027-03-22");
  await untilClickable(page);
  await page.getByRole("button", { name: "Confirm the plan" }).click();
  await expect(page.getByText("The plan was confirmed. It is on the patient’s page")).toBeVisible();
  await expect(page.locator(".app-triage-standing")).toContainText("22 March 2027");
  const referral = page.locator("#item-diabetes-team");
  await referral.locator("summary").click();
  await referral.getByLabel("How it stands").selectOption("Sent");
  await referral.getByRole("button", { name: /^Record the referral/ }).click();
  await expect(page.getByText("Recorded", { exact: true })).toBeVisible();
  await expect(referral).toContainText("Referral to Diabetes team: sent");
  await page.goto(`${card}/plan/letters/diabetes-team`);
  const letter = page.getByRole("article");
  await expect(letter.getByRole("heading", { level: 2 })).toHaveText(
    "Referral: Diabetes control, before planned surgery",
  );
  await expect(letter).toContainText(
    /HbA1c, measured: 75 mmol\/mol \(taken on 26 November 2026, entered by /,
  );
  await expect(letter).toContainText(/Date of birth\d+ \w+ \d{4} \(\d+ years\)/);
  await expect(letter).toContainText(/Date of surgery(The patient has no date yet|\d+ \w+ 202\d)/);
  await readable(page);
  await page.goto(card);
  await expect(page.locator("dd").first()).toContainText("Optimising until 22 Mar 2027");

  // A text about fasting counts once it is approved; the confirmed plan then asks to be looked at again.
  const writer = await pageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  const write = async (by: Page) => {
    await by.goto("/triage/preparation/texts");
    await by.locator("#fasting summary").first().click();
    await by.locator("#text-fasting").fill("Words that this site approved.");
    await by.locator("#fasting").getByRole("button", { name: "Keep it for approval" }).click();
    await expect(by.getByText("Kept. It counts once it is approved")).toBeVisible();
  };
  // Whoever wrote it is not offered to approve it.
  const approve = page.locator("#fasting").getByRole("button", { name: /^Approve/ });
  await write(page);
  await expect(page.locator("#fasting")).toContainText("You wrote it: somebody else");
  await expect(approve).toHaveCount(0);
  await write(writer);
  await page.goto("/triage/preparation/texts");
  await untilClickable(page);
  await approve.click();
  await expect(page.getByText(/^Approved. Plans quote it from now on/)).toBeVisible();
  await readable(page);
  await page.goto(`${card}/plan`);
  await expect(
    page.getByText("When to stop eating and drinking: the approved text has changed"),
  ).toBeVisible();
  await page.goto("/triage/preparation");
  await axe(page);
  await page.getByLabel("Stop smoking: days", { exact: true }).fill("x");
  await page.getByLabel("Why?").fill("As agreed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Stop smoking: enter whole days, 0 to 365" })).toBeVisible();
  await page.getByLabel("Stop smoking: days", { exact: true }).fill("56");
  await untilClickable(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved. Confirmed plans/)).toBeVisible();
});
