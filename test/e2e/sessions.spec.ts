import { fits, PHONE, readable } from "./setup/page-checks";
import { expect, test } from "./setup/test";

test("the sessions of a week are listed by site, and narrowed down", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/sessions?week=2026-12-14");
  await readable(page);
  const total = Number(
    /^(\d+) session/.exec(await page.getByText(/^\d+ sessions? taking cases/).innerText())![1],
  );
  const open = await page.getByRole("cell", { name: "Open", exact: true }).count();
  expect(open).toBe(total);
  await page.getByLabel("Site", { exact: true }).selectOption("RQM02");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("table")).toHaveCount(1);
  await expect(page).toHaveURL(/week=2026-12-14.*site=RQM02/);
  await page.getByRole("link", { name: "Plan of this week" }).click();
  await expect(page).toHaveURL(/\/weeks\/2026-12-14/);
});

test("a week without sessions leads to one that has some, on a phone without JavaScript", async ({
  plainPageAs,
}) => {
  const page = await plainPageAs("scheduler", PHONE);
  await page.goto("/sessions?week=2028-01-03");
  await expect(page.getByRole("heading", { name: "No theatre session in this week" })).toBeVisible();
  await fits(page);
  await page.getByRole("link", { name: /^week of 14 December 2026$/ }).click();
  await expect(page.locator("tbody tr").first()).toContainText("14 Dec");
  await fits(page);
  await page.goto("/sessions?week=nonsense&site=%00&day=2026-99-99");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Week of 14 December 2026/);
});
