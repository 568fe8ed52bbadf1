import { axe, expect, test } from "./setup/test";

test("header, navigation and footer suit the role", async ({ pageAs }) => {
  const page = await pageAs("ward");
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Demo" })).toContainText("invented patients");
  await expect(page.locator(".app-context")).toContainText("Friday 20 November 2026");
  await expect(page.getByRole("navigation", { name: "Menu" }).getByRole("link")).toHaveText([
    "Home",
    "Sessions",
    "6-4-2",
    "Today",
  ]);
  await axe(page);
  const scheduler = await pageAs("scheduler");
  await scheduler.goto("/");
  const places = scheduler.getByRole("navigation", { name: "Menu" }).getByRole("link");
  await expect(places).toHaveText([
    ...["Home", "Waiting list", "Messages", "Sessions", "6-4-2", "Week", "Today", "Meeting", "Import"],
  ]);
});

test("the first tab stop skips to the main content", async ({ pageAs }) => {
  const page = await pageAs("manager");
  // Jumping within the page while its scripts still take it over is React's own known fault, not this page's.
  await page.goto("/account", { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#maincontent")).toBeFocused();
});

test("a page that is not there says so", async ({ pageAs }) => {
  const page = await pageAs("manager");
  const answer = await page.goto("/nowhere/at/all");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await axe(page);
});

test("who lacks a permission reads which one and whom to ask", async ({ pageAs }) => {
  const page = await pageAs("ward");
  const answer = await page.goto("/users");
  expect(answer?.status()).toBe(403);
  const main = page.getByRole("main");
  await expect(main).toContainText("user.manage");
  await expect(main).toContainText("Administrator");
  await expect(main).toContainText("ask Aled Rowlands");
  await axe(page);
});

test("no page is wider than a telephone", async ({ pageAs }) => {
  const page = await pageAs("administrator", { viewport: { width: 320, height: 640 } });
  for (const path of ["/", "/account", "/users", "/users/new", "/nowhere"]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test("the header of a long table stays in sight", async ({ pageAs }) => {
  const page = await pageAs("administrator", { viewport: { width: 1280, height: 400 } });
  await page.goto("/users");
  const header = page.getByRole("columnheader", { name: "Roles" });
  expect((await header.boundingBox())!.y).toBeGreaterThan(200);
  await page.locator("tbody tr").last().scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
  expect((await header.boundingBox())!.y).toBeCloseTo(0, 0);
});
