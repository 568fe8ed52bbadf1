import type { Page } from "playwright/test";
import type { Role } from "../../app/facts/roles";
import {
  casesOf,
  drag,
  leaveRoomForSwap,
  listOf,
  makeRoom,
  pickMovable,
  said,
  swappable,
} from "./setup/hand-board";
import { LATER_DAY, OPERATING_DAY } from "./setup/operating-day";
import { fits, readable } from "./setup/page-checks";
import { TODAY } from "./setup/places";
import { signedIn } from "./setup/sign-in";
import { spareServer, stopSpareServers, type SpareServer } from "./setup/spare-server";
import { axe, expect, test } from "./setup/test";
import { confirm, upload } from "./setup/uploads";
import { planQuickly, WEEKS } from "./setup/weeks";

/** The whole week of one hub, as its schedulers live it. The other specs look at each of its pages by itself. */
test.describe.configure({ mode: "serial" });

const WEEK = WEEKS.run;
const BOARD = `/weeks/${WEEK}/change`;
let server: SpareServer;
test.beforeAll(async () => {
  server = await spareServer({ HUBLIST_TODAY: TODAY }, { hub: "copy" });
});
test.afterAll(stopSpareServers);

type Open = (role: Role, options?: object) => Promise<Page>;

async function at(open: Open, role: Role = "scheduler", options: object = {}): Promise<Page> {
  const storageState = await signedIn(server.url!, role);
  return open(role, { baseURL: server.url!, storageState, ...options });
}

test("a list is imported, the week planned and accepted", async ({ pageAs }) => {
  const page = await at(pageAs);
  const run = await planQuickly(page, WEEK);
  // The hub's own list as the planner had it, pooled at both sites and with one more patient, is the next import.
  const file = await page.request.get(`${run}/files/waiting-list.csv`);
  const rows = (await file.text()).trimEnd().split("\r\n");
  const columns = rows[0]!.split(",");
  const sites = "RQM01;RQM02";
  const anywhere = { LOCAL_Pooled: "Y", LOCAL_Hub_Suitable: "Y", LOCAL_Sites: sites, LOCAL_Unavailable: "" };
  const pooled = rows.slice(1).map((row) => {
    // The only cells with commas of their own, addresses, come after all of these.
    const cells = row.split(",");
    for (const [name, value] of Object.entries(anywhere)) cells[columns.indexOf(name)] = value;
    return cells.join(",");
  });
  const fresh = pooled[0]!.split(",");
  const patient = { 0: "PPSTORY", 3: "STORY1", 4: "" };
  for (const [column, value] of Object.entries(patient)) fresh[Number(column)] = value;
  const content = [rows[0], ...pooled, fresh.join(",")].join("\r\n") + "\r\n";
  await upload(page, { kind: "Waiting list", name: "waiting-list.csv", content });
  await confirm(page);
  await planQuickly(page, WEEK);
  await page.getByRole("link", { name: "See the plan" }).click();
  await page.getByRole("button", { name: "Accept this plan" }).click();
  await expect(page.getByText(/^Accepted, revision 1, /)).toBeVisible();
});

test("a case is moved by keyboard, told at once, and taken back", async ({ pageAs }) => {
  const page = await at(pageAs);
  await page.goto(BOARD);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Week of");
  await readable(page);
  await makeRoom(page);
  const { entry, places } = await pickMovable(page);
  await readable(page);
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText("Put back.");
  const pick = page.locator(`[data-pick="${entry}"]`);
  await expect(pick).toBeFocused();
  const before = await listOf(page, entry);
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Picked up");
  await expect(places.first()).toBeVisible();
  const target = (await places.first().getAttribute("data-drop"))!;
  const wanted = page.locator(`[data-drop="${target}"]`);
  for (const key of ["ArrowRight", "ArrowLeft"])
    for (let step = 0; step < 60; step++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press(key);
    }
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText(" is in ");
  await expect.poll(() => listOf(page, entry)).toBe(target);
  await expect(pick).toBeFocused();
  await page.getByRole("button", { name: /^Undo: .* back to / }).click();
  await expect(page.getByText(/Your last change is taken back/)).toBeVisible();
  await expect.poll(() => listOf(page, entry)).toBe(before);
});

test("by dragging a case goes to another list, earlier in its own, changes places and leaves", async ({
  pageAs,
}) => {
  const page = await at(pageAs);
  await page.goto(BOARD);
  const { entry, places } = await pickMovable(page);
  const target = (await places.first().getAttribute("data-drop"))!;
  const refused = page.locator(".app-hand-list--refused [data-drop]").first();
  await refused.focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("Refused.");
  const before = await listOf(page, entry);
  await page.keyboard.press("Escape");
  expect(await listOf(page, entry)).toBe(before);
  await drag(page, entry, page.locator(`[data-list="${target}"] h4`));
  await expect.poll(() => listOf(page, entry)).toBe(target);
  await expect(page.locator(".app-hand-bar__done")).toContainText(" is in ");

  const long = await page
    .locator("[data-list]:has([data-case]:nth-of-type(2))")
    .first()
    .getAttribute("data-list");
  const [first, ...others] = await casesOf(page, long!);
  const last = others.at(-1)!;
  await drag(page, last, page.locator(`[data-case="${first}"]`), 0.1);
  await expect.poll(async () => (await casesOf(page, long!))[0]).toBe(last);
  await page.getByRole("button", { name: /^Undo: the order of / }).click();
  await expect.poll(async () => (await casesOf(page, long!))[0]).toBe(first);

  const leaving = (await page.locator("[data-case]").first().getAttribute("data-case"))!;
  await drag(page, leaving, page.locator("[data-out]"));
  await expect(said(page)).toContainText("is off the lists");
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect.poll(() => page.locator(`[data-case="${leaving}"]`).count()).toBe(1);
});

test("on a full list a case is dragged onto another one to change places with that", async ({ pageAs }) => {
  const page = await at(pageAs);
  await page.goto(BOARD);
  const { mine, theirs, minutes } = await swappable(page, WEEK);
  const [own, other] = [await listOf(page, mine), await listOf(page, theirs)];
  await leaveRoomForSwap(page, `${BOARD}/sessions/${other}`, minutes);
  await page.goto(BOARD);
  await drag(page, mine, page.locator(`[data-case="${theirs}"]`));
  await expect(page.getByRole("button", { name: "Swap the two" })).toBeVisible();
  await readable(page);
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText("Put back.");
  await drag(page, mine, page.locator(`[data-case="${theirs}"]`));
  await page.getByRole("button", { name: "Swap the two" }).click();
  await expect.poll(() => listOf(page, mine)).toBe(other);
  expect(await listOf(page, theirs)).toBe(own);
  await page.getByRole("button", { name: /^Undo: .* back to .*; .* back to / }).click();
  await expect.poll(() => listOf(page, mine)).toBe(own);
  expect(await listOf(page, theirs)).toBe(other);

  // The minutes that were held are given free, held again by undo, and given free for good.
  const release = async () => {
    await page.goto(`${BOARD}/sessions/${other}`);
    await page.getByRole("button", { name: "Give these minutes free" }).click();
    await expect(page.getByText("The minutes are free again")).toBeVisible();
  };
  await release();
  await page.goto(BOARD);
  await page.getByRole("button", { name: /^Undo: .* on hold again/ }).click();
  await expect(page.getByText(/Your last change is taken back/)).toBeVisible();
  await release();
});

test("the board serves at 400% zoom, which is 320 pixels", async ({ pageAs }) => {
  const page = await at(pageAs, "scheduler", { viewport: { width: 320, height: 256 } });
  await page.goto(BOARD);
  await fits(page);
  const { entry, places } = await pickMovable(page);
  await fits(page);
  await axe(page);
  const target = (await places.first().getAttribute("data-drop"))!;
  await places.first().click();
  await expect(said(page)).toContainText(" is in ");
  await expect.poll(() => listOf(page, entry)).toBe(target);
});

test("the second of two schedulers is shown what changed, and decides", async ({ pageAs }) => {
  const [first, second] = [await at(pageAs), await at(pageAs)];
  for (const page of [first, second]) await page.goto(BOARD);
  const mine = await pickMovable(second);
  const row = first.locator(`[data-pick]:not([data-pick="${mine.entry}"])`).first();
  await row.click();
  await first.getByRole("button", { name: "Take off the list" }).click();
  await expect(said(first)).toContainText("is off the lists");
  await mine.places.first().click();
  await expect(second.getByRole("alert")).toContainText("Somebody else has changed this week");
  await expect(second.getByRole("alert")).toContainText("lost their place");
  await readable(second);
  await second.getByRole("button", { name: "Make my change all the same" }).click();
  await expect(said(second)).toContainText(" is in ");
});

let list = "";

test("a list is signed off, published and printed, and the rest planned again with at most two told moves", async ({
  pageAs,
}) => {
  const page = await at(pageAs);
  await page.goto(`/weeks/${WEEK}?day=${OPERATING_DAY}`);
  const card = page.locator("article.app-list", { has: page.locator(".app-case:nth-child(2)") }).first();
  await card.getByRole("link", { name: /^The list/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("List of");
  list = new URL(page.url()).pathname;
  for (const step of ["Sign off this list", "Publish this list"]) {
    await page.locator(".app-steps summary", { hasText: step }).click();
    await page.getByRole("button", { name: step }).click();
  }
  await expect(page.getByRole("heading", { name: "Version 1" })).toBeVisible();
  await page.goto(`${list}/print`);
  await expect(page.locator("main, body").first()).toContainText("Version 1");

  await page.goto(`/weeks/${WEEK}/letters`);
  await page.getByRole("button", { name: "Printed and sent", exact: true }).click();
  await expect(page.getByText(/^Recorded as told by letter: /)).toBeVisible();
  await page.goto(`/weeks/${WEEK}`);
  await page.getByText("More options").click();
  await page.getByLabel("Quick look").check();
  await page.getByLabel("Patients already told who may move, at most").fill("2");
  await page.getByRole("button", { name: "Plan this week again" }).click();
  await expect(page.getByRole("heading", { name: "The week is planned" })).toBeVisible({ timeout: 60_000 });
  await page.goto(`/weeks/${WEEK}`);
  await expect(page.locator("main")).toContainText("--max-moves 2");
});

test("on the day a case is cancelled from its list, and a stand-by patient is called in", async ({
  pageAs,
}) => {
  await server.kill();
  server = await spareServer({ HUBLIST_TODAY: OPERATING_DAY }, { data: server.data });
  const page = await at(pageAs);
  await page.goto(list);
  await page
    .getByRole("link", { name: /^Cancel this case/ })
    .last()
    .click();
  await expect(page.getByText("The list is published as version 1.", { exact: false })).toBeVisible();
  await page.getByLabel("Why is the case cancelled?").selectOption("bed");
  await page.getByLabel("How does the patient hear of it?").selectOption("inPerson");
  await readable(page);
  await page.getByRole("button", { name: "Cancel this case" }).click();
  await expect(page.getByText("The case was cancelled", { exact: true })).toBeVisible();
  await page.goto(list);
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible();
  await expect(page.getByText(/is no longer on this list/)).toBeVisible();

  await page.goto(`/today?date=${LATER_DAY}`);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("link", { name: "Stand-by" }).click();
  const call = page.getByRole("link", { name: /^Call / }).first();
  await call.click();
  await page.getByLabel("Comes", { exact: true }).check();
  await page.getByRole("button", { name: "Record the call" }).click();
  await expect(page.getByText("The patient stands on the list now")).toBeVisible();
});
