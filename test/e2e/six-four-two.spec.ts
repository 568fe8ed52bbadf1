import { fits, PHONE, readable } from "./setup/page-checks";
import { axe, expect, test } from "./setup/test";

/** A week of the demo that no other test touches. */
const BOARD = "/six-four-two?week=2026-12-28";

test("the board shows what is late first, and a session is staffed with one click", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/");
  await page.getByRole("link", { name: "6-4-2" }).first().click();
  await readable(page);
  await expect(page.getByRole("row").filter({ hasText: "late" }).first()).toBeVisible();
  await page.goto(BOARD);
  const row = page.locator("tbody tr[id^=s-]").last();
  const id = await row.getAttribute("id");
  const button = page.locator(`[id="${id}"]`).getByRole("button", { name: /^No ?, anaesthetist/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  // On paper the answer alone stands there, and is read without its background.
  await page.emulateMedia({ media: "print" });
  await expect(button).toBeVisible();
  await expect(button).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(
    page.locator(`[id="${id}"]`).getByRole("button", { name: /^Yes ?, anaesthetist/ }),
  ).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.locator(`[id="${id}"] th a`).click();
  await expect(page.getByRole("row", { name: /Anaesthetist: not there/ })).toContainText("Sam");
  await readable(page);
});

test("a session is offered, taken and given back by plain forms on a phone", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto(`${BOARD}&site=RQM01`);
  await fits(page);
  await page.locator("tbody tr[id^=s-] th a").first().click();
  await fits(page);
  await page.locator("summary", { hasText: "Offer this session" }).click();
  await page.getByRole("button", { name: "Offer this session" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Say why");
  await page.locator("#offer-reason").fill("Surgeon is away");
  await page.getByRole("button", { name: "Offer this session" }).click();
  await expect(page.getByText("On offer to others: Surgeon is away")).toBeVisible();
  await page.locator("summary", { hasText: "Give it to a team" }).click();
  await page.locator("#surgeons").fill("C7654321");
  await page.locator("#take-reason").fill("Long waits");
  await page.getByRole("button", { name: "Give it to a team" }).click();
  await expect(page.getByText(/Taken by C7654321 for/).first()).toBeVisible();
  await page.locator("summary", { hasText: "Give it back to its owner" }).click();
  await page.locator("#giveBack-reason").fill("Leave was cancelled");
  await page.getByRole("button", { name: "Give it back to its owner" }).click();
  await expect(page.getByText("Back with its owner").first()).toBeVisible();
  await fits(page);
});

test("the second of two people is shown what the first one did", async ({ pageAs }) => {
  const [first, second] = [await pageAs("scheduler"), await pageAs("scheduler")];
  await first.goto(BOARD);
  const address = await first.locator("tbody tr[id^=s-] th a").nth(1).getAttribute("href");
  for (const page of [first, second]) await page.goto(address!);
  await first.getByRole("button", { name: /^Yes ?, surgeon/ }).click();
  await first.getByRole("button", { name: /^Yes ?, theatre team/ }).click();
  await expect(first.getByRole("row", { name: /Theatre team/ }).first()).toBeVisible();
  await second.getByRole("button", { name: /^No ?, surgeon/ }).click();
  await expect(second.locator(".nhsuk-error-summary")).toContainText("changed this session after you opened");
  await axe(second);
});

test("who may not change sessions sees the board without its buttons", async ({ pageAs }) => {
  const page = await pageAs("clinician");
  await page.goto(BOARD);
  await expect(page.locator("tbody tr[id^=s-]").first()).toBeVisible();
  await expect(page.locator(".app-staff")).toHaveCount(0);
});
