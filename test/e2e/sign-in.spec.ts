import { DEMO_PASSWORD } from "../../app/auth/demo-accounts";
import { axe, expect, test } from "./setup/test";

test("a visitor is led to the sign-in page and back to the page asked for", async ({ page }) => {
  await page.goto("/account?from=here");
  await expect(page).toHaveURL("/sign-in?to=%2Faccount%3Ffrom%3Dhere");
  await page.getByLabel("E-mail address").fill("scheduler@demo.hublist");
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/account?from=here");
});

test("the sign-in page keeps WCAG 2.2 AA, with and without a problem", async ({ page }) => {
  await page.goto("/sign-in");
  await axe(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("There is a problem");
  await expect(page.locator(".nhsuk-error-summary")).toBeFocused();
  await axe(page);
});

test("signing in, wrong and right, works without JavaScript", async ({ plainPage: page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("ward@demo.hublist");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.locator(".nhsuk-error-summary")).toContainText("E-mail address or password is not right");
  await expect(page.getByLabel("E-mail address")).toHaveValue("ward@demo.hublist");
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Grace Mensah");
});

test("a demo account signs in with one button and out again for good", async ({ page, context }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in as Helen Carmichael" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Helen Carmichael");
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await context.addCookies(cookies);
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in/);
});

test("an address elsewhere is no place to go after signing in", async ({ page }) => {
  await page.goto("/sign-in?to=//evil.example/");
  await page.getByRole("button", { name: "Sign in as Tom Ashworth" }).click();
  await expect(page).toHaveURL("/");
});

test("five wrong attempts shut an account, known or not, in the same words", async ({ request, baseURL }) => {
  const words = [];
  for (const email of ["locked-out@demo.hublist", "coordinator@demo.hublist"]) {
    for (let attempt = 1; attempt <= 6; attempt++) {
      const form = { email, password: attempt === 6 ? DEMO_PASSWORD : "wrong password here" };
      const answer = await request.post("/sign-in", { form, headers: { Origin: baseURL! } });
      expect(answer.status(), `${email}, attempt ${attempt}`).toBe(400);
      if (attempt === 6) words.push(/E-mail address or password[^<]*/.exec(await answer.text())?.[0]);
    }
  }
  expect(words[0]).toBeTruthy();
  expect(words[1]).toBe(words[0]);
});
