import type { Page } from "playwright/test";
import { TODAY } from "./setup/places";
import { readable, untilClickable } from "./setup/page-checks";
import { spareServer, stopSpareServers } from "./setup/spare-server";
import { expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";

/** A full week: the one that another test accepts has two bank holidays. */
const WEEK = WEEKS.hand;
const PAGE = `/weeks/${WEEK}`;
const DIFFERENCE = `${PAGE}/difference`;

/** Waits on the page of a what-if until it has a plan. */
async function planned(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("list", { name: "Figures of its plan" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
}

test.describe.configure({ mode: "serial" });

// Another test accepts this week too, so these have a hub of their own.
let there: { baseURL: string };
test.beforeAll(async () => {
  const { url } = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
  there = { baseURL: url! };
});
test.afterAll(stopSpareServers);

test("a week is planned again around what stands, and the difference is seen before it is accepted", async ({
  pageAs,
  plainPageAs,
}) => {
  const page = await pageAs("scheduler", there);
  await planQuickly(page, WEEK);
  await page.getByRole("link", { name: "See the plan" }).click();
  await page.getByRole("button", { name: "Accept this plan" }).click();
  await expect(page.getByText(/^Accepted, revision 1, /)).toBeVisible();
  await expect(page.getByText(/cases may move\./)).toBeVisible();

  const patient = page.locator(".app-case a").first();
  const [name, entry] = [await patient.innerText(), await patient.getAttribute("href")];
  const nurse = await pageAs("preAssessmentNurse", there);
  await nurse.goto(`${entry}/readiness`);
  await nurse.getByLabel("Unfit", { exact: true }).check();
  await nurse.getByLabel("Why?").fill("Chest infection");
  await nurse.getByRole("button", { name: "Record the decision" }).click();
  await expect(nurse.getByText("The decision on readiness was recorded")).toBeVisible();

  await page.goto(PAGE);
  await page.getByText("More options").click();
  await expect(page.getByLabel("Patients already told who may move, at most")).toHaveValue("0");
  await page.getByLabel("Patients already told who may move, at most").fill("201");
  await page.getByRole("button", { name: "Plan this week again" }).click();
  await expect(page.getByRole("alert")).toContainText("enter a whole number from 0 to 200, not “201”");

  await planQuickly(page, WEEK);
  const plain = await plainPageAs("scheduler", there);
  await plain.goto(PAGE);
  await plain.getByRole("link", { name: /See each change with its reason/ }).click();
  await expect(plain).toHaveURL(new RegExp(`${DIFFERENCE}\\?`));
  const dropped = plain.getByRole("region", { name: "Who loses their place" });
  await expect(dropped.getByRole("row", { name: name })).toContainText(/unfit/i);
  await expect(plain.getByRole("row", { name: /^Score, points/ })).toBeVisible();
  await expect(plain.getByRole("heading", { name: "Who wins and who loses" })).toBeVisible();
  await page.goto(DIFFERENCE);
  await readable(page);
  await page.getByRole("button", { name: "Accept the proposal" }).dblclick();
  await expect(page.getByText(/^Accepted, revision 2, /)).toBeVisible();

  await plain.getByRole("button", { name: "Accept the proposal" }).click();
  await expect(plain.getByText(/^Accepted, revision 2, /)).toBeVisible();
});

test("a what-if leaves the live week alone, and two of them are compared", async ({
  pageAs,
  plainPageAs,
}) => {
  const page = await pageAs("scheduler", there);
  await page.goto(PAGE);
  await page.getByRole("link", { name: "What if", exact: true }).click();
  await expect(page.getByText("No what-if of this week yet")).toBeVisible();
  await page.getByRole("link", { name: "New what-if" }).click();
  await readable(page);
  await page.getByRole("button", { name: "Plan this what-if" }).click();
  await expect(page.getByRole("alert")).toContainText("Name it, so that others know what it asks");
  await page.getByLabel("Name, such as “Theatre 2 closed on Thursday”").fill("No Theatre 1");
  const part = page.getByRole("group", { name: "Lose a theatre" });
  await part.getByLabel("Theatre").selectOption({ index: 1 });
  await part.getByLabel("First day").selectOption({ index: 1 });
  await part.getByLabel("Last day, if it is another").selectOption({ index: 6 });
  await untilClickable(page);
  await page.getByRole("button", { name: "Plan this what-if" }).dblclick();
  await page.waitForURL(/\/scenarios\//);
  const first = page.url();
  await planned(page);
  await readable(page);

  const plain = await plainPageAs("scheduler", there);
  await plain.goto(first);
  await plain.getByRole("link", { name: "Another what-if from this one" }).click();
  await plain.getByLabel("Name, such as “Theatre 2 closed on Thursday”").fill("And fewer overruns");
  await plain.getByLabel(/^Lists that may run over, of 100/).fill("5");
  await plain.getByRole("button", { name: "Plan this what-if" }).click();
  await plain.waitForURL(/\/scenarios\//);
  await planned(plain);
  await expect(plain.locator(".app-what-if__changes").first()).toContainText("No ");
  await expect(plain.locator(".app-what-if__changes").first()).toContainText("Lists may run over 1 in 20");

  await plain.goto(`${PAGE}/what-if`);
  await expect(plain.getByRole("row", { name: /No Theatre 1|And fewer overruns/ })).toHaveCount(2);
  await plain.getByLabel("From").selectOption({ label: "What if: No Theatre 1" });
  await plain.getByLabel("To").selectOption({ label: "What if: And fewer overruns" });
  await plain.getByRole("button", { name: "Compare" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toContainText(
    "No Theatre 1, and And fewer overruns",
  );
  await expect(plain.getByText("A what-if is never accepted.", { exact: false })).toBeVisible();
  await expect(plain.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  await page.goto(plain.url());
  await readable(page);

  await page.goto(PAGE);
  await expect(page.getByText(/^Accepted, revision 2, /)).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept this plan" })).toHaveCount(0);

  await page.goto(`${first}/close`);
  await page.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("row", { name: /No Theatre 1/ })).toHaveCount(1);
  await page.goto(first);
  await expect(page.getByText("This what-if is closed.", { exact: false })).toBeVisible();
});
