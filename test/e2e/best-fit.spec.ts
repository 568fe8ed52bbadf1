import type { Page } from "playwright/test";
import { TODAY } from "./setup/places";
import { readable } from "./setup/page-checks";
import { spareServer, stopSpareServers } from "./setup/spare-server";
import { expect, test } from "./setup/test";

test.describe.configure({ mode: "serial" });

// Places are looked for in weeks that other tests plan, so these have a hub of their own.
let there: { baseURL: string };
test.beforeAll(async () => {
  const server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
  there = { baseURL: server.url! };
});
test.afterAll(stopSpareServers);

const placeHere = (page: Page) => page.getByRole("button", { name: /^Place here/ });

/** Opens the places of patients of the waiting list until some have free ones; their addresses. */
async function withPlaces(page: Page, count: number): Promise<string[]> {
  await page.goto("/waiting-list");
  const links = await page
    .locator('main a[href^="/waiting-list/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
  const open: string[] = [];
  for (const link of [...new Set(links)].filter((href) => /^\/waiting-list\/[0-9a-f-]{36}$/.test(href))) {
    await page.goto(`${link}/places`);
    if ((await placeHere(page).count()) > 0) open.push(link);
    if (open.length === count) return open;
  }
  throw new Error(`only ${open.length} patients have a free place`);
}

test("a patient is placed by one post, once, and who comes too late is told", async ({
  pageAs,
  plainPageAs,
}) => {
  const page = await pageAs("scheduler", there);
  const [one, two] = await withPlaces(page, 2);
  await page.goto(one!);
  await page.getByRole("link", { name: "Best places, each with its cost" }).click();
  await readable(page);
  const first = page.locator("form", { has: placeHere(page) }).first();
  const week = await first.locator("[name=week]").inputValue();

  const plain = await plainPageAs("scheduler", there);
  await plain.goto(`${two}/places`);
  await placeHere(page).first().dblclick();
  await expect(page).toHaveURL(new RegExp(`${one}$`));
  await expect(page.getByText(/^Placed: /)).toHaveCount(1);
  await page.goto(`${one}/places`);
  await expect(page.getByText("Has a place now:")).toBeVisible();
  await expect(placeHere(page)).toHaveCount(0);

  await plain
    .locator("form", { has: plain.locator(`[name=week][value="${week}"]`) })
    .first()
    .getByRole("button")
    .click();
  await expect(plain.getByRole("alert")).toContainText("Somebody else has changed this week");
  await placeHere(plain).first().click();
  await expect(plain.getByText(/^Placed: /)).toHaveCount(1);
});

test("the earliest reasonable offer is kept with what was seen, and can be replayed", async ({ pageAs }) => {
  const page = await pageAs("scheduler", there);
  const [entry] = await withPlaces(page, 1);
  await page.goto(`${entry}/places`);
  await page.getByRole("button", { name: "Work it out now" }).dblclick();
  const offers = page.getByRole("region", { name: "Earliest reasonable offer" }).getByRole("listitem");
  await expect(offers).toHaveCount(1);
  await offers.getByRole("link").click();
  await expect(page.getByText("the answer is the same", { exact: false })).toBeVisible();
  await expect(page.getByText("The earliest reasonable offer", { exact: true })).toHaveCount(1);
  await readable(page);
  await page.goto(entry!);
  await expect(page.getByRole("link", { name: /^Earliest reasonable offer: / })).toBeVisible();
});

test("a gap is offered to whoever fits, what they say is kept, and they are placed", async ({
  pageAs,
  plainPageAs,
}) => {
  const page = await pageAs("scheduler", there);
  const [entry] = await withPlaces(page, 1);
  await page.goto(`${entry}/places`);
  const form = page.locator("form", { has: placeHere(page) }).first();
  const session = await form.locator("[name=session]").inputValue();
  const plain = await plainPageAs("scheduler", there);
  await plain.goto(`/sessions/${session}/gap`);
  const fits = plain.getByRole("region", { name: "Who fits" });
  const row = fits.getByRole("row").nth(1);
  const patient = await row.getByRole("link").first().innerText();
  await row.getByText(/^Offer or place/).click();
  await row.getByLabel("They were rung and").selectOption("declined");
  await row.getByLabel("Note").fill("Away that day");
  await row.getByRole("button", { name: "Record the call" }).click();
  const same = fits.getByRole("row", { name: patient }).first();
  await expect(same).toContainText("declined, Away that day");
  await page.goto(`/sessions/${session}/gap`);
  await readable(page);
  const last = page.getByRole("region", { name: "Who fits" }).getByRole("row").nth(2);
  const other = await last.getByRole("link").first().innerText();
  await last.getByText(/^Offer or place/).click();
  await last.getByRole("button", { name: "Place here" }).dblclick();
  await expect(page.getByRole("link", { name: other })).toHaveCount(0);
});
