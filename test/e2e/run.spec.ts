import type { Page } from "playwright/test";
import { expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";

const PAGE = `/weeks/${WEEKS.run}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const see = (page: Page) => page.getByRole("link", { name: "See the plan" });

test("a solve is started, refreshed and read without JavaScript", async ({ plainPageAs }) => {
  const page = await plainPageAs("scheduler");
  await page.goto(PAGE);
  await page.getByRole("button", { name: /^Plan this week/ }).click();
  await page.waitForURL(/\/runs\//);
  await page.getByRole("link", { name: "Refresh by itself every 5 seconds" }).click();
  await expect(heading(page)).toHaveText(/The week is planned$/, { timeout: 60_000 });
  expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0);
  await see(page).click();
  await expect(heading(page)).toContainText("Week of 14 December 2026");
});

test("nonsense is refused where it was typed, and starts nothing", async ({ pageAs, plainPageAs }) => {
  for (const page of [await pageAs("scheduler"), await plainPageAs("scheduler")]) {
    await page.goto(PAGE);
    await page.getByText("More options").click();
    await page.getByLabel("Seed").fill("lucky");
    await page.getByRole("button", { name: /^Plan this week/ }).click();
    await expect(page.locator(".nhsuk-error-summary")).toContainText("not “lucky”");
    await expect(page.getByLabel("Seed")).toHaveValue("lucky");
    await page.getByLabel("Seed").fill("7");
    await page.getByLabel("Quick look").check();
    await page.getByRole("button", { name: /^Plan this week/ }).click();
    await expect(page).toHaveURL(/\/runs\//);
    await expect(async () => {
      await page.reload();
      await expect(heading(page)).toHaveText(/The week is planned$/, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText(/seed 7, \d+ steps/)).toBeVisible();
  }
});

test("what is no week, nobody's organisation or empty is refused with a word", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  const post = async (week: string, form: Record<string, string>) => {
    const headers = { Origin: new URL(page.url()).origin };
    const answer = await page.request.post(`/weeks/${week}/solve`, { form, headers });
    return [answer.status(), await answer.text()] as const;
  };
  const ours = { organisation: "RQM" };
  for (const [week, form, status, words] of [
    ["2026-12-15", ours, 404, "There is no such week"],
    ["2026-13-45", ours, 404, "There is no such week"],
    [WEEKS.run, { organisation: "RZZ" }, 404, "There is no such week"],
    [WEEKS.run, {}, 404, "There is no such week"],
    [WEEKS.run, { ...ours, steps: "constructor" }, 400, "Choose how thorough"],
    [WEEKS.run, { ...ours, seed: "1e9" }, 400, "not “1e9”"],
    ["2028-01-03", ours, 409, "No session of this week takes cases"],
  ] as const) {
    const [answered, text] = await post(week, form);
    expect(answered, `${week} ${JSON.stringify(form)}`).toBe(status);
    expect(text).toContain(words);
    expect(text).not.toMatch(/\n\s+at /);
  }
  await page.goto(`/weeks/${WEEKS.run}/solve`);
  await expect(heading(page)).toHaveText("A week is planned on its own page");
  await page.getByRole("link", { name: "Go to the week" }).click();
  await expect(page).toHaveURL(new RegExp(`/weeks/${WEEKS.run}$`));
});

test("a solve is seen by who may see plans, and ended only by who may plan", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  const run = await planQuickly(page, WEEKS.run);
  const manager = await pageAs("manager");
  await manager.goto(run);
  await expect(heading(manager)).toHaveText(/The week is planned$/);
  const headers = { Origin: new URL(run).origin };
  expect((await manager.request.post(run, { form: { intent: "cancel" }, headers })).status()).toBe(403);
  expect((await page.request.post(run, { form: { intent: "dance" }, headers })).status()).toBe(400);
  expect((await page.goto("/runs/nothing-of-the-kind"))!.status()).toBe(404);
});
