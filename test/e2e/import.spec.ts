import type { Page } from "playwright/test";
import { fits, readable } from "./setup/page-checks";
import { axe, expect, test } from "./setup/test";
import { confirm, send, tile, upload } from "./setup/uploads";

const HEAD = "site_code,date,period,resource,quantity\n";
const RESOURCES = "Beds, critical care and equipment";
// Far ahead of the demo's weeks: what this file says nothing of is not touched.
const rowOf = (day: number, quantity: string | number) => `RQM01,2027-12-${10 + day},night,bed,${quantity}\n`;
const fileOf = (quantities: (string | number)[]) => HEAD + quantities.map((q, day) => rowOf(day, q)).join("");
const resources = (content: string | Buffer, name = "resources.csv") => ({ kind: RESOURCES, name, content });
const sendResources = (page: Page, content: string | Buffer, name?: string) =>
  send(page, resources(content, name));
const uploadResources = (page: Page, text: string, name?: string) => upload(page, resources(text, name));

test("a scheduler uploads, sees what changes, confirms; the same file then changes nothing", async ({
  pageAs,
}) => {
  const page = await pageAs("scheduler");
  await page.goto("/imports");
  await page.getByRole("button", { name: "Upload a file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Upload a file");
  await readable(page);
  await page.getByRole("button", { name: "Upload and compare" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Choose a file");
  await readable(page);
  await uploadResources(page, fileOf([4, 5, 6]));
  await expect(tile(page, "New")).toContainText("3");
  await readable(page);
  await confirm(page);
  await readable(page);
  await uploadResources(page, fileOf([4, 5, 6]));
  await expect(page.getByText("Nothing would change")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm the import" })).toHaveCount(0);
  await readable(page);
  await page.getByRole("button", { name: "Close the import" }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await uploadResources(page, fileOf([4, 9, 6]));
  const row = page.getByRole("row", { name: /RQM01 2027-12-11 night bed/ });
  await expect(row).toContainText("Quantity");
  await expect(row).toContainText("59The file’s value is taken");
  await readable(page);
  await page.getByRole("button", { name: "Leave everything as it is" }).click();
  await expect(page.getByText(/^Left by/)).toBeVisible();
  await readable(page);
  await page.goto("/imports");
  await expect(page.getByRole("row").nth(1)).toContainText("Left");
  await readable(page);
});

test("a file waits its turn on a page that tells so, and goes on when it is left", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  // Of other days, so that nothing of it is held; read one after the other, the last has to wait.
  const days = Array.from({ length: 40_000 }, (_, day) => `RQM01,2035-01-01,night,item ${day},4\n`).join("");
  const ahead = await page.context().newPage();
  await sendResources(ahead, HEAD + days);
  await sendResources(ahead, HEAD + days);
  // The page stays as it is while it is looked at: its question what has come of it gets no answer yet.
  const isQuestion = (url: URL) => /^\/imports\/.*\.data$/.test(url.pathname);
  await page.route(isQuestion, () => undefined);
  await sendResources(page, `${HEAD}RQM01,2035-02-01,night,bed,4\n`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The file is being worked on");
  await readable(page);
  await expect(page.getByText("Nothing changes before you confirm it.")).toBeVisible();
  await page.unroute(isQuestion);
  await expect(page.getByRole("heading", { level: 2, name: "Row by row" })).toBeVisible({ timeout: 40_000 });
  await expect(tile(page, "New")).toContainText("1");
});

test("without JavaScript: faults are words and a CSV, and many gone are asked about again", async ({
  plainPageAs,
}) => {
  const page = await plainPageAs("scheduler");
  await uploadResources(page, fileOf([1, "=many()"]), "faulty.csv");
  await expect(page.getByText("The file could not be read")).toBeVisible();
  const fault = page.getByRole("row", { name: /quantity/ });
  await expect(fault).toContainText("=many()");
  await expect(fault).toContainText("expected a whole number");
  await fits(page);
  const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const csv = await page.request.get(href!);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain(`faulty.csv,3,quantity,"'=many()",`);
  await uploadResources(
    page,
    HEAD + [20, 21, 22].map((day) => `RQM01,2028-03-${day},night,bed,4\n`).join(""),
  );
  await confirm(page);
  await uploadResources(page, HEAD + [20, 22].map((day) => `RQM01,2028-03-${day},night,bed,4\n`).join(""));
  await expect(tile(page, "Gone")).toContainText("1");
  await fits(page);
  await page.getByRole("button", { name: "Confirm the import" }).click();
  const ask = "Say that it is right that so many are gone";
  await expect(page.locator(".nhsuk-error-summary")).toContainText(ask);
  await fits(page);
  await page.getByLabel("It is right that so many are gone").check();
  await confirm(page);
});

test("of two people who compared with the same list the second reads who changed it, and compares anew", async ({
  pageAs,
}) => {
  const [early, late] = [await pageAs("scheduler"), await pageAs("scheduler")];
  await uploadResources(early, `${HEAD}RQM01,2029-01-10,night,bed,4\n`);
  await uploadResources(late, `${HEAD}RQM01,2029-01-10,night,bed,5\n`);
  await confirm(late);
  await early.getByRole("button", { name: "Confirm the import" }).click();
  await expect(early.getByText("changed this list by another import on")).toBeVisible();
  await expect(early.getByRole("button", { name: "Confirm the import" })).toHaveCount(0);
  await readable(early);
  await early.getByRole("link", { name: "Upload the file again" }).click();
  await expect(early.getByLabel(RESOURCES)).toBeChecked();
  await uploadResources(early, `${HEAD}RQM01,2029-01-10,night,bed,4\n`);
  await expect(early.getByRole("row", { name: /RQM01 2029-01-10/ })).toContainText("54The file’s value");
});

test("confirming twice, at once and later, writes once", async ({ pageAs, baseURL }) => {
  const page = await pageAs("scheduler");
  await uploadResources(page, `${HEAD}RQM01,2030-01-10,night,bed,4\n`);
  const again = await page.context().newPage();
  await again.goto(page.url());
  const post = () =>
    page.request.post(`${page.url()}?index`, { form: { task: "confirm" }, headers: { Origin: baseURL! } });
  for (const answer of await Promise.all([post(), post()]))
    expect(await answer.text()).toMatch(/Confirmed by|being worked on/);
  await again.getByRole("button", { name: "Confirm the import" }).click();
  await expect(again.getByText("Confirmed by")).toBeVisible();
  await expect(tile(again, "New")).toContainText("1");
  await uploadResources(page, `${HEAD}RQM01,2030-01-10,night,bed,4\n`);
  await expect(page.getByText("Nothing would change")).toBeVisible();
});

test("files that cannot be read are refused in a clear word, and the page keeps what was chosen", async ({
  pageAs,
}) => {
  const page = await pageAs("scheduler");
  await sendResources(page, "");
  await expect(page.locator(".nhsuk-error-summary")).toContainText("The file is empty (0 bytes).");
  await expect(page.getByLabel(RESOURCES)).toBeChecked();
  await readable(page);
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]);
  const refused: [string | Buffer, string][] = [
    [picture, "an image (PNG)"],
    [
      HEAD.replaceAll(",", ";") + "RQM01;2027-12-10;night;bed;4\n",
      "separated by semicolons: expected commas",
    ],
    ["site_code,date,period,resource\nRQM01,2027-12-10,night,bed\n", "quantity"],
  ];
  for (const [content, words] of refused) {
    await uploadResources(page, content as string, "refused.csv");
    await expect(page.getByText("The file could not be read, and nothing was changed.")).toBeVisible();
    await expect(page.getByRole("table")).toContainText(words);
    await readable(page);
  }
  await sendResources(page, HEAD + " ".repeat(3 * 1_048_576), "large.csv");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("That file is too large");
  await expect(page.getByText("up to 2 MB")).toBeVisible();
  await readable(page);
});

test("a manager sees imports and cannot make one", async ({ pageAs }) => {
  const page = await pageAs("manager");
  await page.goto("/imports");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Imports");
  await expect(page.getByText("Upload a file")).toHaveCount(0);
  await axe(page);
});
