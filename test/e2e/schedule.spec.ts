import type { Page } from "playwright/test";
import { KINGSTON } from "./setup/kingston";
import { fits, PHONE, readable, untilClickable } from "./setup/page-checks";
import { expect, test } from "./setup/test";

/** Signs the person of Kingston in, whose schedule no other test touches. */
async function atKingston(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(KINGSTON.email);
  await page.getByLabel("Password", { exact: true }).fill(KINGSTON.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function fillTemplate(page: Page, start: string, end: string): Promise<void> {
  await page.locator("summary", { hasText: "The theatre is not in the list" }).click();
  await page.getByLabel("Name of the theatre").fill("Theatre K");
  await page.getByLabel("Weekday").selectOption("Monday");
  await page.getByLabel("First day").fill("2027-01-01");
  await page.getByLabel("Start", { exact: true }).fill(start);
  await page.getByLabel("End", { exact: true }).fill(end);
  await page.getByLabel("Specialties").fill("110");
  await page.getByLabel("Surgeons").fill("CK1");
}

test("a schedule is built, its sessions made once, and leave marks them, without JavaScript", async ({
  plainPage,
}) => {
  const page = plainPage;
  await atKingston(page);
  await page.goto("/schedule/new");
  await fits(page);
  await page.getByRole("button", { name: "Add the recurring session" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Choose the weekday");
  await fillTemplate(page, "08:30", "17:00");
  await page.getByRole("button", { name: "Add the recurring session" }).click();
  await expect(page.getByRole("link", { name: "08:30 to 17:00" })).toBeVisible();
  await fits(page);
  await page.getByRole("link", { name: "As a table" }).click();
  await fits(page);

  await page.goto("/schedule/new");
  await fillTemplate(page, "16:00", "20:00");
  await page.getByRole("button", { name: "Add the recurring session" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Theatre K is held from 08:30 to 17:00");

  await page.goto("/schedule/generate?from=2027-03-22&weeks=3");
  await expect(page.getByRole("row", { name: /Bank holiday: Easter Monday/ })).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: "Make 2 sessions" }).click();
  await expect(page.getByText("2 sessions were made.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Make/ })).toHaveCount(0);

  await page.goto("/leave/new");
  await fits(page);
  await page.getByLabel("Code of the person").fill("CK1");
  await page.getByLabel("Surgeon", { exact: true }).check();
  await page.getByLabel("First day away").fill("2027-03-22");
  await page.getByRole("button", { name: "Record the leave" }).click();
  await expect(page.getByRole("row", { name: /CK1/ })).toContainText("Mon 22 Mar, 08:30, Theatre K");
  await fits(page);
  await page.getByRole("link", { name: /^Mon 22 Mar/ }).click();
  await expect(page.getByText("Surgeon CK1 is on leave on Mon 22 Mar")).toBeVisible();
  await page.locator("summary", { hasText: "Close this session" }).click();
  await page.locator("#closed-reason").fill("Nobody to operate");
  await page.getByRole("button", { name: "Close this session" }).click();
  await expect(page.getByText("Closed: Nobody to operate")).toBeVisible();
  await fits(page);
  await page.goto("/sessions?week=2027-03-22");
  await expect(page.getByRole("row", { name: /Theatre K/ })).toContainText("Surgeon CK1 is on leave");
});

test("leave comes from a calendar, twice for once, and its faults are named by line", async ({ page }) => {
  await atKingston(page);
  await page.goto("/leave/import");
  await readable(page);
  await page.getByRole("button", { name: "Import leave" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a file that is not empty");
  await expect(page).toHaveTitle(/^Error: /);
  const lines = [
    ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:K1", "DTSTART;VALUE=DATE:20270405"],
    ...[
      "DTEND;VALUE=DATE:20270407",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "SUMMARY:none",
      "END:VEVENT",
      "END:VCALENDAR",
    ],
  ];
  const send = async () => {
    const buffer = Buffer.from(lines.join("\r\n"));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "ck2.ics", mimeType: "text/calendar", buffer });
    await page.getByLabel("Code of the person").fill("CK2");
    await page.getByLabel("Surgeon", { exact: true }).check();
    await page.getByRole("button", { name: "Import leave" }).click();
  };
  await send();
  await expect(page.getByText("ck2.ics: 1 leave added, 0 there already, 0 withdrawn.")).toBeVisible();
  await expect(page.getByRole("row", { name: /7 UID/ })).toBeVisible();
  await readable(page);
  await untilClickable(page);
  await send();
  await expect(page.getByText("ck2.ics: 0 leaves added, 1 there already, 0 withdrawn.")).toBeVisible();
  const wrong = Buffer.from("person_code,role,from,to\nCK2,surgeon,31/02/2027,05/04/2027\n");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "wrong.csv", mimeType: "text/csv", buffer: wrong });
  await page.getByRole("button", { name: "Import leave" }).click();
  await expect(page.getByText("No leave was added. wrong.csv: 0 leaves added")).toBeVisible();
  await expect(page.getByRole("row", { name: /31\/02\/2027/ })).toBeVisible();
  await expect(page.getByText("Success", { exact: true })).toHaveCount(0);
  await page.goto("/leave");
  await page
    .getByRole("row", { name: /CK2/ })
    .getByRole("link", { name: /Withdraw/ })
    .click();
  await readable(page);
  await page.getByRole("button", { name: "Withdraw the leave" }).click();
  await expect(page.getByRole("row", { name: /CK2/ })).toHaveCount(0);
});

test("the demo's schedule is read as a week and as a table, on a phone too", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto("/schedule");
  await fits(page);
  await page.getByRole("link", { name: "As a table" }).click();
  await fits(page);
  await page.locator("tbody th a").first().click();
  await fits(page);
  await page.goto("/schedule/session");
  await fits(page);
  await page.getByRole("button", { name: "Add the session" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Enter the day of the session");
});

test("every page of the schedule and of leave is readable", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  const paths = [
    "/schedule",
    "/schedule?view=table",
    "/schedule/new",
    "/schedule/session",
    "/leave",
    "/leave/new",
  ];
  for (const path of [...paths, "/schedule/generate?from=2026-12-21&weeks=2"]) {
    await page.goto(path);
    await readable(page);
  }
  await page.goto("/schedule?view=table");
  await page.locator("tbody th a").first().click();
  await expect(page.getByRole("heading", { name: "End it" })).toBeVisible();
  await readable(page);
});
