import { DEMO_PASSWORD } from "../../app/auth/demo-accounts";
import { spareServer, stopSpareServers } from "./setup/spare-server";
import { expect, test } from "./setup/test";

test.afterEach(stopSpareServers);

test("bad settings are named, all of them, and nothing starts", async () => {
  const server = await spareServer({ PORT: "many", HUBLIST_TODAY: "20/11/2026" });
  expect(server.url).toBeNull();
  expect(server.errors()).toContain('PORT = "many": expected a whole number from 0 to 65535');
  expect(server.errors()).toContain('HUBLIST_TODAY = "20/11/2026": expected a date as YYYY-MM-DD');
  expect(server.errors()).not.toContain("    at ");
  expect(await server.stop()).toBe(1);
});

test("a live installation keeps true time, and a demo may set it", async () => {
  const live = await spareServer({ HUBLIST_TODAY: "2026-11-20" });
  expect(live.url).toBeNull();
  expect(live.errors()).toContain("this is a live installation, where today is today");
  await live.stop();
  const demo = await spareServer({ HUBLIST_TODAY: "2030-01-01" }, { hub: "copy" });
  expect(await (await fetch(`${demo.url}/sign-in`)).text()).toContain("Tuesday 1 January 2030");
  expect(await demo.stop()).toBe(0);
});

test("a live installation shows no demo account", async () => {
  const live = await spareServer({});
  const page = await (await fetch(`${live.url}/sign-in`)).text();
  expect(page).toContain("Sign in to Hublist");
  expect(page).not.toMatch(/demo\.hublist|Try the demo|Demo:/);
  expect(await live.stop()).toBe(0);
  expect(live.errors()).toBe("");
});

test("the server that npm start leads to can be signed in to", async () => {
  const server = await spareServer({}, { hub: "small", program: "app/setup/start.mjs" });
  const headers = { Origin: server.url!, "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ email: "scheduler@demo.hublist", password: DEMO_PASSWORD });
  const answer = await fetch(`${server.url}/sign-in`, { method: "POST", headers, body, redirect: "manual" });
  expect(answer.status).toBe(302);
  const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
  const week = await fetch(`${server.url}/weeks`, { headers: { cookie } });
  expect(await week.text()).toContain("Accept this plan");
  expect(await server.stop()).toBe(0);
});

test("behind a proxy with https the cookie is Secure and the host the public one", async () => {
  const server = await spareServer({ TRUST_PROXY: "1" }, { hub: "copy" });
  const headers = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "hublist.trust.example",
    Origin: "https://hublist.trust.example",
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const body = new URLSearchParams({ email: "scheduler@demo.hublist", password: DEMO_PASSWORD });
  const answer = await fetch(`${server.url}/sign-in`, { method: "POST", headers, body, redirect: "manual" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("set-cookie")).toMatch(
    /^__Host-hublist=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=");
  await server.stop();
});

test("without a proxy its headers count for nothing", async ({ baseURL }) => {
  const headers = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
    Origin: "https://evil.example",
  };
  const answer = await fetch(`${baseURL}/sign-in`, { method: "POST", headers, body: new URLSearchParams() });
  expect(answer.status).toBe(403);
  expect(answer.headers.get("strict-transport-security")).toBeNull();
});
