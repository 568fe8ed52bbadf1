import type { Page } from "playwright/test";
import { readable } from "./setup/page-checks";
import { expect, test } from "./setup/test";
import { planQuickly, WEEKS } from "./setup/weeks";

const PAGE = `/weeks/${WEEKS.accept}`;
const accept = (page: Page) => page.getByRole("button", { name: "Accept this plan" });

test.describe.configure({ mode: "serial" });

test("a plan is accepted without JavaScript, and once", async ({ pageAs, plainPageAs }) => {
  const scheduler = await pageAs("scheduler");
  await planQuickly(scheduler, WEEKS.accept);
  const [page, again] = [await plainPageAs("scheduler"), await pageAs("scheduler")];
  for (const one of [page, again]) await one.goto(PAGE);
  await accept(page).click();
  await expect(page).toHaveURL(/accepted=\d+/);
  await expect(page.getByText(/^Accepted, revision 1, by Sam Okonkwo on /)).toBeVisible();
  await expect(accept(page)).toHaveCount(0);
  await accept(again).dblclick();
  await expect(again.getByText(/^Accepted, revision 1, /)).toBeVisible();
  await readable(again);
});

test("who accepts on an old page is told what somebody else did, and nothing changes", async ({ pageAs }) => {
  const old = await pageAs("scheduler");
  await old.goto(PAGE);
  const run = await old.getByRole("link", { name: "All of them" }).getAttribute("href");
  const patient = old.locator(".app-case a").first();
  const [name, entry] = [await patient.innerText(), await patient.getAttribute("href")];
  const nurse = await pageAs("preAssessmentNurse");
  await nurse.goto(`${entry}/readiness`);
  await nurse.getByLabel("Unfit", { exact: true }).check();
  await nurse.getByLabel("Why?").fill("Chest infection");
  await nurse.getByRole("button", { name: "Record the decision" }).click();
  await expect(nurse.getByText("The decision on readiness was recorded")).toBeVisible();

  const other = await pageAs("scheduler");
  await planQuickly(other, WEEKS.accept);
  await other.getByRole("link", { name: "See the plan" }).click();
  await expect(other.getByRole("heading", { name: "What it changes of the accepted week" })).toBeVisible();
  await other.getByText("Who would lose their place").click();
  await expect(other.locator(".app-week__dropped")).toContainText(name);
  await readable(other);
  await accept(other).click();
  await expect(other.getByText(/^Accepted, revision 2, /)).toBeVisible();

  // The old page as it was sent: the first plan, decided on the first revision.
  await old.evaluate(
    ([action, plan]) => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action });
      const fields = { organisation: "RQM", run: plan!, baseRevision: "1" };
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      document.body.append(form);
      form.submit();
    },
    [`${PAGE}/accept`, run!.split("/")[2]],
  );
  await expect(old.getByRole("heading", { level: 1 })).toHaveText(
    "Somebody else has changed this week since you opened it",
  );
  await expect(old.getByRole("alert")).toContainText(`${name}: lost their place`);
  await readable(old);
  await old.getByRole("link", { name: "Go to the week as it stands now" }).click();
  await expect(old.getByText(/^Accepted, revision 2, /)).toBeVisible();
});

test("a form that was tampered with is refused with a word", async ({ pageAs }) => {
  const page = await pageAs("scheduler");
  await page.goto(PAGE);
  const post = async (run: string, baseRevision: string) => {
    const headers = { Origin: new URL(page.url()).origin };
    const form = { organisation: "RQM", run, baseRevision };
    return (await page.request.post(`${PAGE}/accept`, { form, headers })).status();
  };
  expect(await post("no-such-run", "0")).toBe(404);
  expect(await post("no-such-run", "many")).toBe(400);
});
