import type { Page } from "playwright/test";
import { PHONE, fits, readable, untilClickable } from "./setup/page-checks";
import { TODAY } from "./setup/places";
import { signedIn } from "./setup/sign-in";
import { spareServer, stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";

test.describe.configure({ mode: "serial" });

// Patients are asked, reviewed and placed, so these tests have a hub of their own.
let server: SpareServer;
const at = async (role: "preAssessmentNurse" | "clinician" | "scheduler" | "manager") => ({
  baseURL: server.url!,
  storageState: await signedIn(server.url!, role),
});
test.beforeAll(async () => {
  server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
});
test.afterAll(stopSpareServers);

/** Date of birth and postcode, as the entry's page shows them. */
async function facts(nurse: Page, entry: string): Promise<{ born: string[]; postcode: string }> {
  await nurse.goto(`/waiting-list/${entry}`);
  const text = await nurse.locator("main").innerText();
  const [, day, month, year] = /(\d{1,2}) (\w+) (\d{4}), \d+ years old/.exec(text)!;
  const postcode = /[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}/.exec(text)![0];
  return { born: [day!, String(new Date(`1 ${month} 2000`).getMonth() + 1), year!], postcode };
}

test("a patient checks in on a phone without JavaScript, to its end, and the team sees what changed", async ({
  pageAs,
  opened,
}) => {
  test.slow();
  const nurse = await pageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  await nurse.goto("/check-ins?state=due");
  await readable(nurse);
  const row = nurse.locator("main tbody tr").first();
  const name = (await row.locator("th a").innerText()).trim();
  const entry = (await row.locator("th a").getAttribute("href"))!.replace("/triage/", "");
  await row.getByRole("button", { name: /^Send/ }).click();
  await expect(nurse.getByText("The check-in is on its way")).toBeVisible();
  const { born, postcode } = await facts(nurse, entry);
  await nurse.goto(`/waiting-list/${entry}/answers`);
  await nurse.getByRole("button", { name: "Make a link to hand over" }).first().click();
  const link = new URL((await nurse.locator(".app-q-code").innerText()).trim()).pathname;

  const phone = await opened({ ...PHONE, baseURL: server.url! });
  const go = () => phone.getByRole("button", { name: "Continue", exact: true }).click();
  await phone.goto(link);
  await expect(phone.locator("script")).toHaveCount(0);
  await phone.getByLabel("I am the patient", { exact: true }).check();
  for (const [at, label] of ["Day", "Month", "Year"].entries()) await phone.getByLabel(label).fill(born[at]!);
  await phone.getByLabel("One more thing about the patient").fill(postcode);
  await go();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("How are you while you wait?");
  await axe(phone);
  await fits(phone);
  await phone.getByRole("button", { name: "Start now" }).click();
  await phone.getByLabel("Yes", { exact: true }).check();
  await go();
  await phone.getByLabel("A visit to A&E or a stay in hospital").check();
  await go();
  await phone.getByLabel("Worse", { exact: true }).check();
  await go();
  await go();
  await expect(phone.getByRole("alert")).toContainText("Write what has changed");
  await axe(phone);
  await fits(phone);
  await phone.getByLabel("What has changed?").fill("I was told I have diabetes");
  await go();
  await phone.getByLabel("About the same").check();
  await go();
  for (const answer of ["No", "No, they are the same", "No", "Yes", "No"]) {
    await phone.getByLabel(answer, { exact: true }).check();
    await go();
  }
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await axe(phone);
  await phone.getByLabel("The answers I have given are right").check();
  await phone.getByRole("button", { name: "Send answers" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Answers sent");
  await expect(phone.locator("main")).toContainText("You stay on the waiting list");
  await axe(phone);
  await fits(phone);

  await nurse.goto("/check-ins");
  const answered = nurse.getByRole("row").filter({ hasText: name }).filter({ hasText: "Change of health" });
  await expect(answered).toContainText("Nobody has decided yet");
  await nurse.goto(`/triage/${entry}`);
  await expect(nurse.locator("#check-ins")).toContainText("I was told I have diabetes");
  await readable(nurse);
});

test("a review is done, and the list says by whom", async ({ pageAs, plainPageAs }) => {
  const nurse = await at("preAssessmentNurse");
  const page = await plainPageAs("preAssessmentNurse", nurse);
  await page.goto("/reviews?state=overdue");
  const row = page.locator("main tbody tr").first();
  const name = (await row.locator("th a").first().innerText()).trim();
  await row.getByRole("link", { name: /^Review/ }).click();
  await page.getByRole("button", { name: "Record the review" }).click();
  await expect(
    page.getByRole("link", { name: "Choose whether the wait has harmed the patient" }),
  ).toBeVisible();
  await page.getByLabel(/^Low harm/).check();
  await page.getByLabel("Goes on waiting as before").check();
  await page.getByLabel("What was found").fill("More pain at night");
  await page.getByRole("button", { name: "Record the review" }).click();
  await expect(page.getByText("The review was recorded")).toBeVisible();
  const shown = await pageAs("preAssessmentNurse", nurse);
  await shown.goto("/reviews?state=done");
  await expect(shown.getByRole("row").filter({ hasText: name })).toContainText("More pain at night");
  await readable(shown);
  await shown.goto("/reviews");
  await readable(shown);
  await shown
    .locator("main tbody tr")
    .first()
    .getByRole("link", { name: /^Review/ })
    .click();
  await readable(shown);
});

test("a booking before stage two is flagged until both stages are recorded", async ({ pageAs }) => {
  const clinician = await pageAs("clinician", await at("clinician"));
  const scheduler = await pageAs("scheduler", await at("scheduler"));
  await scheduler.goto("/waiting-list?readiness=fit&state=undated");
  const entries = await scheduler
    .locator('main tbody a[href^="/waiting-list/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!.split("?")[0]!))]);
  let entry = "";
  for (const href of entries) {
    await clinician.goto(href);
    if ((await clinician.getByText("Stage two is not recorded").count()) === 0) continue;
    await scheduler.goto(`${href}/places`);
    const place = scheduler.getByRole("button", { name: /^Place here/ }).first();
    if ((await place.count()) === 0) continue;
    await expect(scheduler.getByText("Before stage two of the shared decision.")).toBeVisible();
    await place.click();
    await expect(scheduler.getByText(/^Placed: /)).toHaveCount(1);
    entry = href;
    break;
  }
  expect(entry).not.toBe("");
  const onBoard = await caseOnBoard(scheduler, entry);
  await expect(onBoard).toContainText("Before stage two");
  await clinician.goto(entry);
  await expect(clinician.getByText("Booked before stage two.")).toBeVisible();
  await readable(clinician);

  for (const [stage, choice] of [
    [/^Stage one/, "Wants more time"],
    [/^Stage two/, "Wants the operation"],
  ] as const) {
    await clinician.goto(`${entry}/decision`);
    await clinician.getByLabel(stage).check();
    const [year, month, day] = TODAY.split("-");
    await clinician.getByLabel("Day").fill(day!);
    await clinician.getByLabel("Month").fill(month!);
    await clinician.getByLabel("Year").fill(year!);
    await clinician.getByLabel("Who talked with the patient?").fill("Mr Ali");
    for (const topic of ["Benefits of", "Risks of", "Alternatives to", "Doing nothing"])
      await clinician.getByLabel(topic).check();
    await clinician.getByLabel(choice, { exact: true }).check();
    if (choice === "Wants more time") await readable(clinician);
    await clinician.getByRole("button", { name: "Record the stage" }).click();
    await expect(clinician.getByText("The stage of the shared decision was recorded")).toBeVisible();
    await untilClickable(clinician);
  }
  await expect(clinician.getByText("Booked before stage two.")).toHaveCount(0);
  await expect(await caseOnBoard(scheduler, entry)).not.toContainText("Before stage two");
});

/** A case on the board of its week, where lists are changed by hand. */
async function caseOnBoard(page: Page, entry: string) {
  await page.goto(`${entry}/places`);
  const date = /Has a place now:.*?(\d{4}-\d\d-\d\d)/.exec(await page.locator("main").innerText())![1]!;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  await page.goto(`/weeks/${day.toISOString().slice(0, 10)}/change`);
  const item = page.locator(`[data-case="${entry.split("/").pop()}"]`);
  await expect(item).toBeVisible();
  return item;
}

test("figures show who is not known, and hide small numbers from who may see no patients", async ({
  pageAs,
}) => {
  const nurse = await pageAs("preAssessmentNurse", await at("preAssessmentNurse"));
  await nurse.goto("/figures");
  await expect(nurse.getByRole("row", { name: /^Not known/ })).toHaveCount(4);
  await expect(nurse.getByText(/a star stands for a count/)).toHaveCount(0);
  await readable(nurse);
  const manager = await pageAs("manager", await at("manager"));
  await manager.goto("/figures");
  await expect(manager.getByText(/a star stands for a count of 1 to 7/)).toBeVisible();
  const csv = await manager.request.get("/figures.csv?days=91");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain("deprivation,Not known,asked");
});
