import type { Page } from "playwright/test";
import { expect } from "./test";

/** The weeks of the demo hub that seed.ts makes: each spec that changes one has its own. */
export const WEEKS = { run: "2026-12-14", week: "2026-12-21", accept: "2026-12-28", hand: "2027-01-04" };

/** Plans a week quickly on its page and waits for the end; the address of the run. */
export async function planQuickly(page: Page, week: string): Promise<string> {
  await page.goto(`/weeks/${week}`);
  await page.getByText("More options").click();
  await page.getByLabel("Quick look").check();
  await page.getByRole("button", { name: /^Plan this week/ }).click();
  await page.waitForURL(/\/runs\//);
  const run = page.url();
  await expect(page.getByRole("heading", { name: "The week is planned" })).toBeVisible({ timeout: 60_000 });
  return run;
}
