import { fits, PHONE, readable } from "./setup/page-checks";
import { expect, test } from "./setup/test";

test("the home page says what needs doing, and each count leads to its entries", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto("/");
  await readable(page);
  await expect(page.getByRole("row", { name: /28 December 2026/ })).toBeVisible();
  const figures = page.getByRole("list", { name: /without a date|can be planned/ }).getByRole("listitem");
  const counts = await figures.evaluateAll((items) =>
    items.map((item) => ({
      count: item.querySelector(".app-figure__value")!.textContent!,
      to: item.querySelector("a")!.getAttribute("href")!,
    })),
  );
  expect(counts.length).toBe(8);
  for (const { count, to } of counts.slice(0, 7)) {
    await page.goto(to);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    expect(heading, to).toMatch(count === "0" ? /^(0|No) entr/ : new RegExp(`^${count} entr`));
  }
});

test("it shows each role its own, on a phone without JavaScript too", async ({ plainPageAs }) => {
  for (const [role, seen, unseen] of [
    ["manager", "The coming weeks", "Import a file"],
    ["administrator", "Users", "The coming weeks"],
  ] as const) {
    const page = await plainPageAs(role, PHONE);
    await page.goto("/");
    await expect(page.locator("main")).toContainText(seen);
    await expect(page.locator("main")).not.toContainText(unseen);
    await fits(page);
  }
});
