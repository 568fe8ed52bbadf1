import type { Page } from "playwright/test";
import { axe, expect, test } from "./setup/test";

const HEAD = "site_code,date,period,resource,quantity\n";
// Far ahead of the demo's weeks: what this file says nothing of is not touched.
const rowOf = (day: number, quantity: string | number) => `RQM01,2027-12-${10 + day},night,bed,${quantity}\n`;
const fileOf = (quantities: (string | number)[]) => HEAD + quantities.map((q, day) => rowOf(day, q)).join("");
const RESOURCES = "Beds, critical care and equipment";

async function upload(page: Page, text: string, name = "resources.csv") {
  await page.goto("/imports/new");
  await page.getByLabel(RESOURCES).check();
  await page
    .locator("input[name=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Upload and compare" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Row by row" })).toBeVisible({ timeout: 20_000 });
}

/** The number of a tile. */
const tile = (page: Page, label: string) =>
  page.getByRole("list", { name: "What the file says" }).getByRole("listitem").filter({ hasText: label });

test("a scheduler uploads, sees what changes, confirms; the same file then changes nothing", async ({
  pageAs,
}) => {
  const page = await pageAs("scheduler");
  await page.goto("/imports");
  await axe(page);
  await page.getByRole("button", { name: "Upload a file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Upload a file");
  await axe(page);
  await page.getByRole("button", { name: "Upload and compare" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Choose a file");
  await axe(page);
  await upload(page, fileOf([4, 5, 6]));
  await expect(tile(page, "New")).toContainText("3");
  await axe(page);
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.getByText("Confirmed by")).toBeVisible();
  await axe(page);
  await upload(page, fileOf([4, 5, 6]));
  await expect(page.getByText("Nothing would change")).toBeVisible();
  await page.getByRole("button", { name: "Close the import" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await upload(page, fileOf([4, 9, 6]));
  const row = page.getByRole("row", { name: /RQM01 2027-12-11 night bed/ });
  await expect(row).toContainText("Quantity");
  await expect(row).toContainText("59The file’s value is taken");
  await axe(page);
  await page.getByRole("button", { name: "Leave everything as it is" }).click();
  await expect(page.getByText(/^Left by/)).toBeVisible();
  await page.goto("/imports");
  await expect(page.getByRole("row").nth(1)).toContainText("Left");
  await axe(page);
});

test("without JavaScript: faults are words and a CSV, and many gone are asked about again", async ({
  plainPageAs,
}) => {
  const page = await plainPageAs("scheduler");
  await upload(page, fileOf([1, "many"]), "faulty.csv");
  await expect(page.getByText("The file could not be read")).toBeVisible();
  const fault = page.getByRole("row", { name: /quantity/ });
  await expect(fault).toContainText("many");
  await expect(fault).toContainText("expected a whole number");
  const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const csv = await page.request.get(href!);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain("faulty.csv,3,quantity,many,");
  await upload(page, HEAD + [20, 21, 22].map((day) => `RQM01,2028-03-${day},night,bed,4\n`).join(""));
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.getByText("Confirmed by")).toBeVisible();
  await upload(page, HEAD + [20, 22].map((day) => `RQM01,2028-03-${day},night,bed,4\n`).join(""));
  await expect(tile(page, "Gone")).toContainText("1");
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText(
    "Say that it is right that so many are gone",
  );
  await page.getByLabel("It is right that so many are gone").check();
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.getByText("Confirmed by")).toBeVisible();
});

test("whoever compared with a list that was changed since reads by whom, and compares anew", async ({
  pageAs,
}) => {
  const page = await pageAs("scheduler");
  await upload(page, `${HEAD}RQM01,2029-01-10,night,bed,4\n`);
  const early = page.url();
  await upload(page, `${HEAD}RQM01,2029-01-10,night,bed,5\n`);
  await page.getByRole("button", { name: "Confirm the import" }).click();
  await expect(page.getByText("Confirmed by")).toBeVisible();
  await page.goto(early);
  await expect(page.getByText("changed this list by another import on")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm the import" })).toHaveCount(0);
  await axe(page);
  await page.getByRole("link", { name: "Upload the file again" }).click();
  await expect(page.getByLabel(RESOURCES)).toBeChecked();
});

test("a manager sees imports and cannot make one", async ({ pageAs }) => {
  const page = await pageAs("manager");
  await page.goto("/imports");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Imports");
  await expect(page.getByText("Upload a file")).toHaveCount(0);
});
