import type { Page } from "playwright/test";
import { TODAY } from "./setup/places";
import { readable } from "./setup/page-checks";
import { signedIn } from "./setup/sign-in";
import { spareServer, stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";
import { WEEKS } from "./setup/weeks";

const PAGE = `/weeks/${WEEKS.run}`;
const SETTINGS = { HUBLIST_TODAY: TODAY };
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test.describe.configure({ mode: "serial" });

// A hub of true size: a solve of it lasts longer than a test looks at it.
let server: SpareServer;
let there: { baseURL: string; storageState: Awaited<ReturnType<typeof signedIn>> };
test.beforeAll(async () => {
  server = await spareServer(SETTINGS, { hub: "full" });
  there = { baseURL: server.url!, storageState: await signedIn(server.url!, "scheduler") };
});
test.afterAll(stopSpareServers);

async function startLong(page: Page): Promise<void> {
  await page.goto(PAGE);
  await page.getByText("More options").click();
  await page.getByLabel("Four times as long").check();
  await button(page, /^Plan this week/).click();
  await page.waitForURL(/\/runs\//);
}

test("two clicks, and two people, start one solve, and cancelling it leaves a word", async ({ pageAs }) => {
  const [page, other] = [await pageAs("scheduler", there), await pageAs("scheduler", there)];
  await other.goto(PAGE);
  await startLong(page);
  await button(other, /^Plan this week/).dblclick();
  await other.waitForURL(/\/runs\//);
  expect(other.url()).toBe(page.url());
  await expect(page.getByText("You can leave this page: the solve goes on.")).toBeVisible();
  await button(page, "Cancel").click();
  for (const one of [page, other]) await expect(heading(one)).toHaveText(/Cancelled$/);
  await expect(page.getByText("Cancelled. Nothing was changed.")).toBeVisible();
  await readable(page);
  await page.getByRole("link", { name: "Back to the week" }).click();
  await expect(page.getByText("No plan yet.")).toBeVisible();
});

test("a solve is watched and its best plan kept when it is stopped", async ({ pageAs }) => {
  const page = await pageAs("scheduler", there);
  await startLong(page);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(button(page, "Stop and keep the best")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The best plan so far is at most .* below any possible plan/)).toBeVisible();
  await axe(page);
  await button(page, "Stop and keep the best").click();
  await expect(heading(page)).toHaveText(/Stopped; the best plan was kept$/, { timeout: 60_000 });
  await expect(page.getByText(/^Stopped before its last step\. This plan is at most/)).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/so far|You can leave/);
  await readable(page);
  await page.getByRole("link", { name: "See the plan" }).click();
  await expect(button(page, "Accept this plan")).toBeVisible();
});

test("a server that dies in the middle of a solve closes the run with a word", async ({ pageAs }) => {
  const page = await pageAs("scheduler", there);
  await startLong(page);
  const run = new URL(page.url()).pathname;
  await page.goto("about:blank");
  await server.kill();
  server = await spareServer(SETTINGS, { data: server.data });
  const after = await pageAs("scheduler", { ...there, baseURL: server.url! });
  await after.goto(run);
  await expect(heading(after)).toHaveText(/The solve did not end with a plan$/);
  await expect(after.locator("main")).toContainText("Hublist was restarted while this plan was being made");
  await after.getByRole("link", { name: "Back to the week" }).click();
  await expect(after.getByText("The last solve ended without a plan.")).toBeVisible();
  await expect(button(after, "Accept this plan")).toBeVisible();
  await startLong(after);
  expect(new URL(after.url()).pathname).not.toBe(run);
  await button(after, "Cancel").click();
  await expect(heading(after)).toHaveText(/Cancelled$/);
  expect(server.errors()).toBe("");
});
