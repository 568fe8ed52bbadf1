import { readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { PHONE, fits, readable, untilClickable } from "./setup/page-checks";
import { TODAY } from "./setup/places";
import { signedIn } from "./setup/sign-in";
import { spareServer, stopSpareServers } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";

test.describe.configure({ mode: "serial" });

// Answers change what the entry pages of other tests show, so these have a hub of their own.
let there: { baseURL: string; storageState: Awaited<ReturnType<typeof signedIn>> };
let outbox: string;
test.beforeAll(async () => {
  const server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
  outbox = join(server.data, "outbox");
  there = { baseURL: server.url!, storageState: await signedIn(server.url!, "preAssessmentNurse") };
});
test.afterAll(stopSpareServers);

interface Asked {
  answers: string;
  link: string;
  born: string[];
  postcode: string;
}

/** The card of a patient: date of birth and postcode, as the entry's page shows them. */
async function ask(nurse: Page, at: number): Promise<Asked> {
  await nurse.goto("/waiting-list");
  const links = await nurse
    .locator('main a[href^="/waiting-list/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
  const entries = [...new Set(links)].filter((href) => /^\/waiting-list\/[0-9a-f-]{36}$/.test(href));
  await nurse.goto(entries[at]!);
  const text = await nurse.locator("main").innerText();
  const birth = /(\d{1,2}) (\w+) (\d{4}), \d+ years old/.exec(text);
  const postcode = /[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}/.exec(text)?.[0];
  const answers = `${entries[at]}/answers`;
  await nurse.goto(answers);
  await nurse.getByRole("button", { name: "Send the questions", exact: true }).click();
  const [, day, month, year] = birth!;
  const born = [day!, String(new Date(`1 ${month} 2000`).getMonth() + 1), year!];
  return { answers, link: await linkOf(nurse, entries[at]!), born, postcode: postcode! };
}

/** The link in the message that the server has laid in its outbox for an entry: it looks every five seconds. */
async function linkOf(nurse: Page, entry: string): Promise<string> {
  const box = nurse.locator("tr", { has: nurse.locator(`a[href="${entry}"]`) }).getByRole("checkbox");
  await expect(async () => {
    await nurse.goto("/messages");
    await expect(box.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  const text = readFileSync(join(outbox, `${await box.first().getAttribute("value")}.txt`), "utf8");
  return new URL(/http\S+\/q\/\S+/.exec(text)![0]).pathname;
}

async function identify(page: Page, asked: Asked, { who = "I am the patient", year = asked.born[2]! } = {}) {
  await page.goto(asked.link);
  await page.getByLabel(who, { exact: true }).check();
  await page.getByLabel("Day").fill(asked.born[0]!);
  await page.getByLabel("Month").fill(asked.born[1]!);
  await page.getByLabel("Year").fill(year);
  await page.getByLabel("One more thing about the patient").fill(asked.postcode);
  await page.getByRole("button", { name: "Continue" }).click();
}

const go = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

/** Answers whatever page is shown the way a fit person would. */
async function answerPage(page: Page): Promise<void> {
  for (const group of await page.locator("form fieldset").all()) {
    if ((await group.locator(":checked").count()) > 0) continue;
    const safe = group.locator(
      '[value="none"],[value="same"],[value="no"],[value="never"],[value="yes"],[value="me"],[value="lift"],[value="adult"],[value="7d"],[value="lt30"],[value="female"],[value="text"],[value="act_selfcare"],[value="5+"],[value="0"],[value="nothing"],[value="bit"]',
    );
    if ((await safe.count()) > 0) await safe.first().check();
  }
  for (const [end, value] of [
    ["height_cm-feet", "5"],
    ["height_cm-inches", "9"],
    ["weight_kg-stones", "11"],
    ["weight_kg-pounds", "7"],
    ["contact_phone", "07700 900982"],
  ] as const) {
    const field = page.locator(`[name="${end}"]`);
    if ((await field.count()) > 0) await field.fill(value);
  }
  for (const text of await page.locator('form textarea, form input[type="text"]:not([inputmode])').all())
    if ((await text.inputValue()) === "") await text.fill("Penicillin");
  await go(page);
}

test("a patient answers on a phone without JavaScript, from the link to sent answers", async ({
  pageAs,
  opened,
}) => {
  // Some forty pages, most of them checked by axe.
  test.slow();
  const nurse = await pageAs("preAssessmentNurse", there);
  const asked = await ask(nurse, 0);
  const phone = await opened({ ...PHONE, baseURL: there.baseURL });

  await phone.goto(asked.link);
  await phone.goto(asked.link);
  await expect(phone.locator("nav, script")).toHaveCount(0);
  await axe(phone);
  await fits(phone);
  await go(phone);
  await expect(phone.getByRole("alert")).toContainText("There is a problem");
  await expect(phone).toHaveTitle(/^Error: Check who you are/);
  await axe(phone);
  await identify(phone, asked, { year: String(Number(asked.born[2]) - 1) });
  await expect(phone.getByRole("alert")).toContainText("do not match");

  await identify(phone, asked, { who: "I am the patient, and someone is helping me" });
  await expect(phone).toHaveURL(/\/my$/);
  await axe(phone);
  await expect(phone.getByText("Cannot start yet")).toBeVisible();
  // Nobody is thanked for answers that were not sent.
  await phone.goto("/my/sent");
  await expect(phone).toHaveURL(/\/my$/);

  // Branching: one condition of a check-box page opens its own page, and back loses nothing.
  await phone.goto("/my/questions/heart");
  await go(phone);
  await expect(phone.getByRole("alert")).toContainText("Select at least one answer");
  await expect(phone).toHaveTitle(/^Error: /);
  await axe(phone);
  await phone.getByLabel("A stroke or mini-stroke (TIA)").check();
  await go(phone);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(
    "Have you had a stroke or mini-stroke (TIA)?",
  );
  await phone.getByLabel("Yes, more than 1 year ago").check();
  await go(phone);
  await phone.getByRole("link", { name: "Back", exact: true }).click();
  await expect(phone.getByLabel("Yes, more than 1 year ago")).toBeChecked();

  // An unlikely number interrupts once; urgent symptoms interrupt with advice.
  await phone.goto("/my/questions/about");
  await phone.getByLabel("Female").check();
  await phone.getByLabel("Centimetres").fill("135");
  await phone.getByLabel("Kilograms").fill("70");
  await go(phone);
  await expect(phone.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await axe(phone);
  await phone.getByRole("button", { name: "No, change it" }).click();
  await expect(phone.getByLabel("Centimetres")).toHaveValue("135");
  await phone.goto("/my/questions/chest");
  await phone.getByLabel("When I am resting, or at night").check();
  await phone.getByLabel("No more than other people my age").check();
  await go(phone);
  await expect(phone.locator("main")).toContainText("Call 999");
  await axe(phone);
  await fits(phone);
  await phone.getByRole("button", { name: /Continue/ }).click();

  // Another device says again who is there, and goes on where the first one was.
  const desk = await opened({ baseURL: there.baseURL });
  await desk.goto("/my");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Use the link we sent you");
  await identify(desk, asked);
  await desk.goto("/my/questions/stroke");
  await expect(desk.getByLabel("Yes, more than 1 year ago")).toBeChecked();
  await desk.goto("/my/check");
  for (let pages = 0; !desk.url().endsWith("/check"); pages++) {
    expect(pages, desk.url()).toBeLessThan(40);
    await expect(desk.locator("script")).toHaveCount(0);
    await answerPage(desk);
    if (desk.url().includes("/advice/")) await desk.getByRole("button", { name: /Continue/ }).click();
    if (pages % 6 === 0) await readable(desk);
  }
  await expect(desk.locator("main")).toContainText("Yes, more than 1 year ago");
  await readable(desk);
  await desk.getByRole("button", { name: "Send answers" }).click();
  await expect(desk.getByRole("alert")).toContainText("Select that the answers are right");
  await desk.getByLabel("The answers I have given are right, as far as I know").check();
  await desk.getByRole("button", { name: "Send answers" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Answers sent");
  await readable(desk);

  // Their own page: what they tell reaches staff.
  await desk.getByRole("link", { name: "Go to your page" }).click();
  await readable(desk);
  await desk.getByRole("group", { name: "Do you still want" }).getByLabel("I am not sure").check();
  await desk.getByRole("button", { name: /whether you still want/ }).click();
  await expect(desk.getByRole("alert")).toContainText("Thank you");
  await expect(desk.locator("main")).toContainText("Someone will call you");

  await phone.goto("/my/questions/heart");
  await expect(phone).toHaveURL(/\/my\/page$/);
  await nurse.goto(asked.answers);
  await expect(nurse.locator("main")).toContainText("Is not sure about the operation");
  await readable(nurse);
  await nurse.getByRole("button", { name: "I have read this" }).first().click();
  await nurse.getByRole("link", { name: /^Sent/ }).click();
  await expect(nurse.locator("main")).toContainText("Yes, more than 1 year ago");
  await readable(nurse);

  await planFromLink(
    nurse,
    phone,
    asked.answers.replace("/waiting-list/", "/triage/").replace("/answers", ""),
  );

  // The link has done its work; a new one leads to their page.
  const later = await opened({ baseURL: there.baseURL });
  await later.goto(asked.link);
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("Your answers have been sent");
  await axe(later);
  await later.getByRole("button", { name: "Send me a link to my page" }).click();
  await expect(later.getByRole("heading", { level: 1 })).toHaveText("You have asked for a new link");
});

/** The nurse confirms a plan; the patient reads it, ticks an action off and asks for help, and gives dates to avoid. */
async function planFromLink(nurse: Page, phone: Page, card: string): Promise<void> {
  await phone.goto("/my/plan");
  await expect(phone).toHaveURL(/\/my\/page$/);
  await nurse.goto(`${card}/plan/review`);
  await readable(nurse);
  await nurse.getByLabel("Leave out: If you become unwell before the day").check();
  await nurse.getByLabel(/^Leave it as it is/).check();
  await untilClickable(nurse);
  await nurse.getByRole("button", { name: "Confirm the plan" }).click();
  await expect(nurse.getByRole("link", { name: /say why it is left out$/ })).toBeVisible();
  await nurse.getByLabel("Why it is left out: If you become unwell before the day").fill("Told on the phone");
  await untilClickable(nurse);
  await nurse.getByRole("button", { name: "Confirm the plan" }).click();
  await expect(nurse.getByText("The plan was confirmed. It is on the patient’s page")).toBeVisible();
  await readable(nurse);
  await expect(nurse.getByText("If you become unwell before the day: Told on the phone")).toBeVisible();

  await phone.goto("/my/page");
  await phone.getByRole("link", { name: "Go to your plan" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Your plan to get ready");
  await axe(phone);
  await fits(phone);
  await expect(phone.getByText("Ask your pre-op team what to do about eating and drinking")).toBeVisible();
  await phone.getByRole("button", { name: /^I have done this ?: Plan who takes you home$/ }).click();
  await expect(phone.getByRole("alert")).toContainText("Well done");
  await phone.locator("#item-adult-24h summary").click();
  await phone.locator("#help-adult-24h").fill("My sister works");
  await phone.getByRole("button", { name: /^Ask for help ?: Plan who stays with you$/ }).click();
  await expect(phone.getByRole("alert")).toContainText("Someone will call you");
  await axe(phone);

  await phone.goto("/my/page");
  await phone.getByRole("button", { name: "Add these dates" }).click();
  await expect(phone.getByRole("alert")).toContainText("Enter the first day you cannot come");
  await axe(phone);
  await phone.locator("#from-day").fill("24");
  await phone.locator("#from-month").fill("12");
  await phone.locator("#from-year").fill("2026");
  await phone.getByRole("button", { name: "Add these dates" }).click();
  await expect(phone.locator("main")).toContainText("24 December");
  await phone.getByRole("button", { name: "Send whether you still want the operation" }).click();
  await expect(phone.getByRole("alert")).toContainText("Select whether you still want the operation");
  await expect(phone).toHaveTitle(/^Error: /);
  await phone.locator("#feedback-text").fill("a\n".repeat(1001));
  await phone.getByRole("button", { name: "Send what you think" }).click();
  await expect(phone.getByRole("alert")).toContainText("Use 2000 characters or fewer. You used 2001");
  await expect(phone.locator("#feedback-text")).toHaveValue("a\n".repeat(1000) + "a");
  await axe(phone);

  await nurse.goto(card);
  await expect(nurse.getByText("Needs help with 1")).toBeVisible();
  await expect(nurse.getByText(/The patient needs help with: Plan who stays with you/)).toBeVisible();
  await nurse.goto(`${card}/plan/print?size=large`);
  await expect(nurse.getByRole("article")).toContainText("Plan who takes you home (done)");
  await readable(nurse);
}

test("links that were guessed, or closed, let nobody in; staff enter answers from the phone", async ({
  pageAs,
  opened,
}) => {
  const nurse = await pageAs("preAssessmentNurse", there);
  const asked = await ask(nurse, 1);
  const guesser = await opened({ baseURL: there.baseURL });
  for (let guess = 0; guess < 5; guess++)
    await identify(guesser, asked, { year: String(Number(asked.born[2]) - 1) });
  await expect(guesser.getByRole("alert")).toContainText("Too many tries");
  await identify(guesser, asked);
  await expect(guesser.getByRole("alert")).toContainText("Too many tries");
  await guesser.goto("/q/aaaa-bbbb-cccc");
  await expect(guesser.getByRole("heading", { level: 1 })).toHaveText("This link does not work");

  await nurse.goto(asked.answers);
  await nurse.getByRole("button", { name: "Close its links" }).first().click();
  await guesser.goto(asked.link);
  await expect(guesser.getByRole("heading", { level: 1 })).toHaveText("This link is closed");
  await guesser.getByRole("button", { name: "Send me a new link" }).click();
  await expect(guesser.getByRole("heading", { level: 1 })).toHaveText("Call the hospital");

  await nurse.getByRole("button", { name: "Enter answers from a phone call" }).click();
  await readable(nurse);
  await nurse.getByRole("link", { name: "Your operation", exact: true }).first().click();
  await nurse.getByLabel("Yes", { exact: true }).check();
  await nurse.getByRole("button", { name: "Continue" }).click();
  await expect(nurse.getByRole("heading", { level: 1 })).toHaveText("Talking about your operation");
  await readable(nurse);
});

test("staff see what was sent, print what lies in the outbox, and record it", async ({ pageAs }) => {
  const nurse = await pageAs("preAssessmentNurse", there);
  // What was answered above is not printed any more.
  const { answers } = await ask(nurse, 11);
  const row = nurse.locator("tr", { has: nurse.locator(`a[href="${answers.replace("/answers", "")}"]`) });
  await nurse.goto("/messages");
  await expect(nurse.locator("main")).toContainText("This is a demo: no message leaves this machine");
  await readable(nurse);
  expect(statSync(outbox).mode & 0o777).toBe(0o700);
  const boxes = nurse.getByRole("checkbox");
  // The patient may get another message meanwhile.
  const id = await row.getByRole("checkbox").first().getAttribute("value");
  const chosen = nurse.locator(`input[value="${id}"]`);
  const file = join(outbox, `${id}.txt`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // Nothing is chosen before somebody chooses it.
  for (const box of await boxes.all()) await expect(box).not.toBeChecked();
  await nurse.getByRole("button", { name: "Record as sent" }).click();
  await expect(nurse.getByRole("alert")).toContainText("Choose the messages that were sent");
  await nurse.getByRole("link", { name: /^Choose all \d+ on this page$/ }).click();
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await nurse.goto("/messages");

  await chosen.check();
  await nurse.getByRole("button", { name: "Print the chosen ones" }).click();
  await expect(nurse.getByRole("heading", { level: 1 })).toHaveText("1 message to print");
  await expect(nurse.locator("article")).toHaveCount(1);
  await expect(nurse.locator("article")).toContainText(/http\S+\/q\//);
  await readable(nurse);

  // Without its file it cannot have been posted.
  renameSync(file, `${file}.away`);
  await nurse.goto("/messages");
  await expect(row.filter({ has: chosen })).toContainText("its file is missing: send it again");
  await chosen.check();
  const another = await boxes.evaluateAll(
    (all, not) => all.map((box) => (box as HTMLInputElement).value).find((value) => value !== not)!,
    id,
  );
  await nurse.locator(`input[value="${another}"]`).check();
  await nurse.getByRole("button", { name: "Record as sent" }).click();
  const refusal = nurse.getByRole("alert").getByRole("link", { name: /its file does not lie in the outbox/ });
  await expect(refusal).toHaveAttribute("href", `#message-${id}`);
  // What was chosen beside it was recorded, and is shown so.
  await expect(nurse.locator("main")).toContainText("Done for the other 1 message");
  await expect(nurse.locator(`input[value="${another}"]`)).toHaveCount(0);
  await expect(chosen).toHaveCount(1);
  await readable(nurse);
  renameSync(`${file}.away`, file);

  await nurse.goto("/messages");
  await chosen.check();
  await nurse.getByRole("button", { name: "Record as sent" }).click();
  await expect(nurse.getByRole("alert")).toContainText("Recorded as sent: 1");
  await expect(chosen).toHaveCount(0);
  expect(() => statSync(file)).toThrow("ENOENT");

  await nurse.getByRole("link", { name: /^Not delivered/ }).click();
  await readable(nurse);
  await nurse
    .getByRole("button", { name: /^Send again/ })
    .first()
    .click();
  await expect(nurse.getByRole("alert")).toContainText("To be sent again: 1");
  await nurse.getByRole("link", { name: /^Sent/ }).click();
  await readable(nurse);
});
