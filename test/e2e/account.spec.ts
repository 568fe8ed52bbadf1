import { DEMO_PASSWORD } from "../../app/auth/demo-accounts";
import { newUser } from "./setup/new-user";
import { axe, expect, test } from "./setup/test";

test("the account page shows roles and ends other sign-ins", async ({ page, playwright, baseURL }) => {
  const { email, password } = await newUser("clinician");
  const elsewhere = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL! } });
  await elsewhere.post("/sign-in", { form: { email, password } });
  expect((await elsewhere.get("/account")).url()).toContain("/account");
  await page.goto("/sign-in?to=/account");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(
    page.getByText(/^Chelsea and Westminster Hospital NHS Foundation Trust.*: all sites$/),
  ).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "End all but this one" }).click();
  await expect(page.getByRole("alert")).toContainText("ended");
  expect((await elsewhere.get("/account")).url()).toContain("/sign-in");
  await elsewhere.dispose();
});

test("a new password ends every other sign-in and is the one that counts", async ({
  page,
  playwright,
  baseURL,
}) => {
  const { email, password } = await newUser("ward");
  const elsewhere = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL! } });
  await elsewhere.post("/sign-in", { form: { email, password } });
  await page.goto("/sign-in?to=/account/password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const change = async (present: string, next: string, again: string) => {
    await page.getByLabel("Present password").fill(present);
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByLabel("New password again").fill(again);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change("not the password", "violet harbour kettle", "violet harbour kettle");
  await expect(page.getByRole("alert")).toContainText("Enter your present password");
  await change(password, "theatre2026!!", "theatre2026!!");
  await expect(page.getByRole("alert")).toContainText("harder to guess");
  await change(password, "violet harbour kettle", "violet harbour cattle");
  await expect(page.getByRole("alert")).toContainText("a second time");
  await axe(page);
  await change(password, "violet harbour kettle", "violet harbour kettle");
  await expect(page.getByRole("alert")).toContainText("Your password was changed");
  expect((await elsewhere.get("/account")).url()).toContain("/sign-in");
  const old = await elsewhere.post("/sign-in", { form: { email, password } });
  expect(old.status()).toBe(400);
  await elsewhere.dispose();
});

test("a demo account keeps its password", async ({ pageAs, baseURL }) => {
  const page = await pageAs("theatre");
  await page.goto("/account/password");
  await expect(page.getByText("A demo account keeps its password")).toBeVisible();
  const form = { present: DEMO_PASSWORD, next: "copper lantern orchid", repeated: "copper lantern orchid" };
  const answer = await page.request.post("/account/password", { form, headers: { Origin: baseURL! } });
  expect(answer.status()).toBe(400);
});

test("a link followed after the sign-in was ended elsewhere leads to the sign-in page and back", async ({
  page,
  playwright,
  baseURL,
}) => {
  const { email, password } = await newUser("manager");
  const signIn = async () => {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await page.goto("/sign-in");
  await signIn();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Good day");
  const elsewhere = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL! } });
  await elsewhere.post("/sign-in", { form: { email, password } });
  await elsewhere.post("/account?index", { form: { task: "endOthers" } });
  await elsewhere.dispose();
  await page.getByRole("link", { name: /your account/ }).click();
  await expect(page).toHaveURL("/sign-in?to=%2Faccount");
  await signIn();
  await expect(page).toHaveURL("/account");
});
