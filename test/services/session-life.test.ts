import { afterEach, beforeEach, expect, it } from "vitest";
import type { User } from "~/auth/visitor.server";
import { listState } from "~/domain/list-state";
import type { TheatreSession } from "~/domain/theatre";
import { addLeave } from "~/services/leave/keep-leave.server";
import { takeStep } from "~/services/session-life/session-step.server";
import { entriesForPlanning } from "~db/waiting-list";
import { recordPlacements } from "~db/record-placements";
import { sessionEvents } from "~db/session-events";
import { listSessions } from "~db/theatre-sessions";
import { createUser } from "~db/users";
import { ACTOR } from "../db/engines";
import { anEntry, aSession, HUB, importEntries, importSessions, TODAY } from "../db/given-hub";
import { importer, importHub, type ImportHub } from "./import-hub";

let hub: ImportHub;
let user: User;
beforeEach(async () => {
  hub = await importHub();
  user = await importer(hub.store);
});
afterEach(() => hub.close());

const SPAN = { from: "2026-12-14", until: "2026-12-21" };

async function givenSession(facts: Partial<TheatreSession> = {}) {
  await importSessions(hub.store, [aSession(facts)]);
  return present("S1");
}
async function present(sessionId: string) {
  const all = await listSessions(HUB, hub.store.db, SPAN);
  return all.find(({ session }) => session.sessionId === sessionId)!;
}
/** Places the entry of the hub, which is C1's and not pooled, in a session. */
async function placeOne(session: string) {
  await importEntries(hub.store, [anEntry()]);
  const [entry] = await entriesForPlanning(HUB, hub.store.db, "RQM");
  const changes = [{ entry: entry!.id, session, reason: "", override: [] }];
  const wanted = {
    organisation: "RQM",
    week: "2026-12-14",
    baseRevision: 0,
    run: null,
    today: TODAY,
    changes,
  };
  expect(await recordPlacements(HUB, hub.store, ACTOR, wanted)).toMatchObject({ kind: "recorded" });
}

function step(session: string, fields: Record<string, string | number>, by = user) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return takeStep(by, HUB, session, form);
}
const stateOf = async (session: string) => listState(await sessionEvents(HUB, hub.store.db, [session]));
const messages = (answer: Awaited<ReturnType<typeof step>>) =>
  answer.kind === "refused" ? answer.problems.map(({ message }) => message).join(" ") : answer.kind;

it("answers who is there in one step, and takes the same form twice for once", async () => {
  const { id } = await givenSession();
  const yes = { step: "staff", staff: "surgeon:yes", base: 0 };
  expect(await step(id, yes)).toEqual({ kind: "done" });
  expect(await step(id, yes)).toEqual({ kind: "done" });
  expect(await stateOf(id)).toMatchObject({ last: 1, staffing: { surgeon: { answer: "yes" } } });
});

it("never overwrites what somebody else did in between, and names them", async () => {
  const { id } = await givenSession();
  const created = await createUser(hub.store, ACTOR, {
    ...{ email: "b@example.org", name: "Beth Example", passwordHash: "h", demo: false },
  });
  const beth = await importer(hub.store, created.kind === "created" ? created.id : "");
  await step(id, { step: "staff", staff: "surgeon:no", base: 0 }, beth);
  const mine = await step(id, { step: "staff", staff: "surgeon:yes", base: 0 });
  expect(mine).toEqual({ kind: "changedSince", by: "Beth Example" });
  expect((await stateOf(id)).staffing.surgeon.answer).toBe("no");
});

it("closes a session with a reason only, and not under its cases", async () => {
  const { id } = await givenSession();
  expect(messages(await step(id, { step: "closed", base: 0, reason: " " }))).toContain("Say why");
  await placeOne(id);
  expect(messages(await step(id, { step: "closed", base: 0, reason: "Flood" }))).toContain("holds 1 case");
  expect((await stateOf(id)).last).toBe(0);
});

it("marks a session as not staffed, outlives an import, and opens it again", async () => {
  const { id } = await givenSession();
  expect(await step(id, { step: "unstaffed", base: 0, reason: "No team" })).toEqual({ kind: "done" });
  await importSessions(hub.store, [aSession({ heldMinutes: 10 })]);
  expect((await present("S1")).session).toMatchObject({ status: "unstaffed", heldMinutes: 10 });
  expect(messages(await step(id, { step: "unstaffed", base: 1, reason: "Again" }))).toContain("already");
  expect(await step(id, { step: "opened", base: 1, reason: "Found one" })).toEqual({ kind: "done" });
  expect((await present("S1")).session.status).toBe("open");
});

it("opens no session whose theatre another one holds by now", async () => {
  const { id } = await givenSession({ status: "closed" });
  const other = aSession({ sessionId: "S2", start: "16:59", end: "18:00" });
  await importSessions(hub.store, [aSession({ status: "closed" }), other]);
  expect(messages(await step(id, { step: "opened", base: 0, reason: "x" }))).toContain("session S2");
  await importSessions(hub.store, [aSession({ status: "closed" }), { ...other, start: "17:00" }]);
  expect(await step(id, { step: "opened", base: 0, reason: "x" })).toEqual({ kind: "done" });
  expect((await present("S1")).session.status).toBe("open");
});

const take = (base: number, facts: object = {}) => ({
  ...{ step: "take", base, reason: "Long waits", surgeons: "C2", treatmentFunctions: "100", ...facts },
});

it("offers a session, gives it to another team, and back to its owner", async () => {
  const { id } = await givenSession();
  expect(messages(await step(id, take(0)))).toContain("offer it first");
  await step(id, { step: "offer", base: 0, reason: "On leave" });
  expect(await step(id, take(1, { surgeons: "c2; c3" }))).toEqual({ kind: "done" });
  expect((await present("S1")).session.surgeons).toEqual(["C2", "C3"]);
  expect(await stateOf(id)).toMatchObject({ offer: { state: "taken", surgeons: ["C2", "C3"] } });
  expect(await step(id, { step: "giveBack", base: 2, reason: "Leave cancelled" })).toEqual({ kind: "done" });
  expect((await present("S1")).session.surgeons).toEqual(["C1"]);
});

it("names the cases that could not stay with another team, and changes nothing", async () => {
  const { id } = await givenSession();
  await placeOne(id);
  await step(id, { step: "offer", base: 0, reason: "On leave" });
  const refused = messages(await step(id, take(1)));
  expect(refused).toContain("PP1 could not stay");
  expect(refused).toContain("C1");
  expect((await present("S1")).session.surgeons).toEqual(["C1"]);
  expect((await stateOf(id)).last).toBe(1);
  expect(messages(await step(id, take(1, { surgeons: "C1", treatmentFunctions: "110" })))).toContain("PP1");
  expect(await step(id, take(1, { surgeons: "C1, C2" }))).toEqual({ kind: "done" });
});

it("gives no session to somebody who is on leave that day", async () => {
  const { id } = await givenSession();
  const away = {
    person: "C2",
    role: "surgeon",
    from: "2026-12-10",
    half: "day",
    source: "form",
    uid: "",
    note: "",
  } as const;
  await step(id, { step: "offer", base: 0, reason: "x" });
  await addLeave(user, HUB, "RQM", { ...away, to: "2026-12-15" });
  expect(messages(await step(id, take(1)))).toContain("C2 is on leave");
  expect(await step(id, take(1, { surgeons: "C3" }))).toEqual({ kind: "done" });
});

it("refuses specialties that nobody knows, and steps that are none", async () => {
  const { id } = await givenSession();
  await step(id, { step: "offer", base: 0, reason: "x" });
  expect(messages(await step(id, take(1, { treatmentFunctions: "999" })))).toContain("999");
  expect((await step(id, { step: "dance", base: 1, reason: "x" })).kind).toBe("refused");
  expect((await step("nobody", { step: "offer", base: 0, reason: "x" })).kind).toBe("notFound");
});
