import type { Page } from "playwright/test";
import { axe, expect, test } from "./setup/test";

async function addUser(page: Page, name: string, email: string): Promise<string> {
  await page.goto("/users/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption("scheduler");
  await page.getByLabel("Where").selectOption("RQM/RQM01");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByText(`One-time password for ${name}`)).toBeVisible();
  return (await page.locator(".nhsuk-panel .app-code").textContent())!;
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("an administrator adds a user, who chooses a password and works at that site alone", async ({
  pageAs,
  page,
}) => {
  const administrator = await pageAs("administrator");
  const once = await addUser(administrator, "Amara Okafor", "a.okafor@nhs.net");
  await axe(administrator);
  await signIn(page, "a.okafor@nhs.net", once);
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Choose a new one");
  await axe(page);
  await page.getByLabel("One-time password").fill(once);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("at least 12 characters");
  await page.getByLabel("One-time password").fill(once);
  await page.getByLabel("New password").fill("copper lantern orchid");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Amara Okafor");
  await expect(page.locator(".app-context")).toContainText("Chelsea and Westminster Hospital");
});

test("a user who is shut out is signed out at once and cannot come back", async ({ pageAs, page }) => {
  const administrator = await pageAs("administrator");
  const once = await addUser(administrator, "Ben Sørensen", "b.sorensen@nhs.net");
  await signIn(page, "b.sorensen@nhs.net", once);
  await page.getByLabel("One-time password").fill(once);
  await page.getByLabel("New password").fill("copper lantern orchid");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ben Sørensen");
  await administrator.getByRole("link", { name: "See the account of Ben Sørensen" }).click();
  await expect(administrator.getByRole("region", { name: "Signed-in browsers" })).toContainText("Linux");
  await administrator.getByRole("link", { name: "Shut the account" }).click();
  await axe(administrator);
  await administrator.getByRole("button", { name: "Shut the account" }).click();
  await expect(administrator.getByRole("alert")).toContainText("shut and signed out");
  await axe(administrator);
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, "b.sorensen@nhs.net", "copper lantern orchid");
  await expect(page.locator(".nhsuk-error-summary")).toContainText("not right");
});

test("roles are granted and taken back, without JavaScript too", async ({ plainPageAs }) => {
  const page = await plainPageAs("administrator");
  await addUser(page, "Chidi Eze", "c.eze@nhs.net");
  await page.getByRole("link", { name: "See the account of Chidi Eze" }).click();
  await page.getByRole("button", { name: "Grant role" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("Choose a role");
  await page.getByLabel("Role", { exact: true }).selectOption("manager");
  await page.getByLabel("Where").selectOption("RQM/");
  await page.getByRole("button", { name: "Grant role" }).click();
  await expect(page.getByRole("alert")).toContainText("The role was granted");
  await page.getByRole("button", { name: "Take back the role Manager" }).click();
  await expect(page.getByRole("alert")).toContainText("taken back");
});

test("an administrator changes neither their own account nor a demo account", async ({ pageAs, baseURL }) => {
  const page = await pageAs("administrator");
  await page.goto("/users");
  await axe(page);
  await page.getByRole("link", { name: "Aled Rowlands", exact: true }).click();
  await expect(page.getByText("This is your own account")).toBeVisible();
  const own = page.url();
  await page.goto("/users");
  await page.getByRole("link", { name: "Sam Okonkwo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sam Okonkwo");
  for (const url of [own, page.url()]) {
    const answer = await page.request.post(`${url}/shut`, { form: {}, headers: { Origin: baseURL! } });
    expect(answer.status()).toBe(403);
  }
});

test("an address that has an account gets the role there", async ({ pageAs }) => {
  const page = await pageAs("administrator");
  await addUser(page, "Dilys Evans", "d.evans@nhs.net");
  await page.goto("/users/new");
  await page.getByLabel("Name", { exact: true }).fill("D Evans");
  await page.getByLabel("E-mail address").fill("D.Evans@nhs.net");
  await page.getByLabel("Role", { exact: true }).selectOption("manager");
  await page.getByLabel("Where").selectOption("RQM/");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("alert")).toContainText("Dilys Evans had an account already");
});
