import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright/test";
import { KINGSTON } from "./setup/kingston";
import { readable } from "./setup/page-checks";
import { expect, test } from "./setup/test";
import { confirm, csvOf, upload, waitingList, type Cells } from "./setup/uploads";

const COUNT = 40;

const uploadList = (page: Page, rows: Cells[], name = "waiting-list.csv") =>
  upload(page, { kind: "Waiting list", name, content: csvOf(rows) });

/** Kingston's own, signed in by the form. */
async function kingston(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(KINGSTON.email);
  await page.getByLabel("Password", { exact: true }).fill(KINGSTON.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Decides that the patient of an entry is unfit, which from then on is Hublist's to say. */
async function decideUnfit(page: Page, familyName: string): Promise<void> {
  await page.goto(`/waiting-list?search=${familyName}`);
  await page.locator("tbody tr").first().getByRole("link").first().click();
  await page.getByRole("link", { name: "Decide on readiness" }).click();
  await page.getByLabel("Unfit", { exact: true }).check();
  await page.getByLabel("Why?").fill("Chest infection");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(page.getByText("The decision on readiness was recorded")).toBeVisible();
}

/** The list a week later: one patient has left it, three are new, and some cells are others. */
function aWeekLater(): Cells[] {
  const faulty: Record<number, Cells> = {
    3: { PERSON_BIRTH_DATE: "=31/31/1999" },
    4: { Procedure_Priority_Code: "P9" },
  };
  const rows = waitingList(COUNT + 3, (index) =>
    index === 2 ? { Procedure_Priority_Code: "P2" } : (faulty[index] ?? {}),
  );
  return rows.filter((_row, index) => index !== COUNT - 1);
}

/** The tiles of a comparison say these numbers. */
async function counts(page: Page, expected: Record<string, number>): Promise<void> {
  const tiles = page.getByRole("list", { name: "What the file says" }).getByRole("listitem");
  for (const [label, count] of Object.entries(expected))
    await expect(tiles.filter({ hasText: new RegExp(`^${count}${label}`) }), label).toHaveCount(1);
}

/** The rows of one kind, on a page that is readable. */
async function look(page: Page, kind: string): Promise<Locator> {
  await page
    .getByRole("navigation", { name: "Rows of the import" })
    .getByRole("link", { name: kind })
    .click();
  await expect(page).toHaveURL(new RegExp(`show=${kind.toLowerCase()}`));
  await readable(page);
  return page.getByRole("table");
}

test("a waiting list: what is new, changed, gone, faulty and decided in Hublist is told apart", async ({
  page,
}) => {
  await kingston(page);
  await uploadList(page, waitingList(COUNT));
  await counts(page, { New: COUNT });
  await confirm(page);
  await decideUnfit(page, "Invented1");
  await uploadList(page, aWeekLater());
  await counts(page, { New: 3, Changed: 1, Unchanged: COUNT - 5, Gone: 1, Drift: 1, Faults: 2 });
  await expect(await look(page, "Changed")).toContainText(
    /KP3.*4.*Priority.*P4.*P2.*The file’s value is taken/,
  );
  await expect(await look(page, "Drift")).toContainText(/KP1.*2.*Screening.*Hublist keeps its value/);
  await expect(await look(page, "New")).toContainText("KP43");
  await expect(await look(page, "Gone")).toContainText(/KP40.*Leaves the list with today’s date/);
  const faults = await look(page, "Faults");
  await expect(faults.getByRole("row", { name: /PERSON_BIRTH_DATE/ })).toContainText(
    /^5.*=31\/31\/1999.*expected a date/,
  );
  await expect(faults.getByRole("row", { name: /Procedure_Priority_Code/ })).toContainText(
    /^6.*P9.*expected one of/,
  );
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download faults and warnings (CSV)" }).click(),
  ]);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv).toContain(`waiting-list.csv,5,PERSON_BIRTH_DATE,"'=31/31/1999",`);
  await confirm(page);
  await readable(page);
  // Decided in Hublist, so it stays, and the same file changes nothing more.
  await uploadList(page, aWeekLater());
  await counts(page, { New: 0, Changed: 0, Gone: 0, Drift: 1, Faults: 2 });
  await page.goto("/waiting-list?search=Invented1");
  await expect(page.locator("tbody tr").first()).toContainText("Unfit");
});

test("a column that is not in the file is named: what is held in it stays, unless no row can do without", async ({
  page,
}) => {
  await kingston(page);
  const without = (name: string) =>
    waitingList(COUNT).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => column !== name)),
    );
  await uploadList(page, without("CONSULTANT_CODE"));
  await page.getByText(/columns are not in the file: what Hublist holds in them stays as it is/).click();
  await expect(page.getByRole("listitem").filter({ hasText: /^CONSULTANT_CODE$/ })).toBeVisible();
  await readable(page);
  await page.getByRole("button", { name: "Leave everything as it is" }).click();
  await uploadList(page, without("Procedure_Priority_Code"));
  await expect(page.getByText("The file could not be read, and nothing was changed.")).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Procedure_Priority_Code");
  await readable(page);
});
