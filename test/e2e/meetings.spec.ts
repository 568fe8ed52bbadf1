import type { Page } from "playwright/test";
import { fits, readable } from "./setup/page-checks";
import { expect, test } from "./setup/test";
import { WEEKS } from "./setup/weeks";

/** Starts a meeting about a week with these people; each test has a meeting of its own. */
async function start(page: Page, attendees: string): Promise<void> {
  await page.goto("/meetings");
  await page.getByLabel("Week that it is mostly about").selectOption(WEEKS.week);
  await page.getByLabel("Who is there").fill(attendees);
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Week of 21 December 2026");
}

const progress = (page: Page) => page.getByRole("status").filter({ hasText: /^\d+ of \d+ spoken about$/ });

test.describe.configure({ mode: "serial" });

test("a meeting is held, corrected, closed and written out without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler");
  await page.goto("/meetings");
  await page.getByLabel("Who is there").fill("");
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await expect(page.getByRole("link", { name: "Say who is there" })).toBeVisible();
  await start(page, "Ann, Ben");
  const heading = page.locator("#spoken-about");
  const first = await heading.innerText();
  await page.getByLabel("Decision", { exact: true }).fill("Staff it from the pool");
  await page.getByLabel("Action", { exact: true }).fill("Ask the rota office");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("link", { name: "Say who does it" })).toBeVisible();
  await expect(page.getByLabel("Decision", { exact: true })).toHaveValue("Staff it from the pool");
  await page.getByLabel("Who does it").fill("Ben");
  await page.getByRole("button", { name: "Record, and go to the next" }).click();
  await expect(heading).not.toHaveText(first);
  await expect(progress(page)).toHaveText(/^1 of /);
  await page.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(progress(page)).toHaveText(/^2 of /);
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByRole("link", { name: "Correct decision 1" }).click();
  await page.getByLabel("Correct this decision").fill("Offer it to urology");
  await page.getByRole("button", { name: "Record the correction" }).click();
  await expect(page.getByText("Before: Staff it from the pool")).toBeVisible();
  const meeting = page.url();
  await page.getByRole("link", { name: "Close the meeting" }).click();
  await page.getByRole("button", { name: "Close the meeting" }).click();
  await expect(page.getByText(/^Version 4, final: closed by/)).toBeVisible();
  await expect(page.getByRole("cell", { name: "Ben" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "On the agenda, not spoken about" })).toBeVisible();
  await page.goto(meeting);
  await expect(page.getByText("Nothing more is recorded.")).toBeVisible();
  await expect(page.getByLabel("Decision", { exact: true })).toHaveCount(0);
});

test("the next meeting begins with the open action, goes on by keyboard, and can be read everywhere", async ({
  pageAs,
}) => {
  const page = await pageAs("manager");
  await page.goto("/meetings");
  await readable(page);
  await start(page, "Manager alone");
  await expect(page.getByText("Ask the rota office")).toBeVisible();
  await readable(page);
  await page.getByRole("button", { name: "Mark as done: Ask the rota office" }).click();
  await expect(page.getByText(/^Done, says /)).toBeVisible();
  await page.getByRole("link", { name: "On to the agenda" }).click();
  const heading = page.locator("#spoken-about");
  const first = await heading.innerText();
  const next = page.getByRole("link", { name: "Next", exact: true });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(heading).not.toHaveText(first);
  await expect(next).toBeFocused();
  await readable(page);
  await page.getByLabel("Decision", { exact: true }).focus();
  await page.keyboard.type("Give it back");
  await page.getByRole("button", { name: "Record", exact: true }).press("Enter");
  await expect(page.locator(".app-record__text")).toHaveText("Decision Give it back");
  await expect(page.getByLabel("Decision", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Decision", { exact: true })).toHaveValue("");
  await page.getByRole("link", { name: "Minutes", exact: true }).click();
  await expect(page.getByText(/draft: the meeting is open/)).toBeVisible();
  await readable(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Decisions and actions as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("minutes.csv");
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Decisions and actions as CSV" })).toBeHidden();
  await fits(page);
});
