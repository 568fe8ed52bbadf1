import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentRecords } from "~/domain/meeting/records";
import type { ItemWish } from "~/domain/meeting/recording";
import { acceptPlan } from "~/services/accept-plan.server";
import { changeAttendees, closeMeeting } from "~/services/meetings/close-meeting.server";
import { markActionDone, recordItems } from "~/services/meetings/record-items.server";
import { startMeeting } from "~/services/meetings/start-meeting.server";
import { agendaToKeep, meetingPage, openMeeting } from "~/views/meetings/meeting-page.server";
import { minutesCsv, minutesPage } from "~/views/meetings/minutes.server";
import type { Actor } from "~db/actor";
import { listMeetings, meetingRecords } from "~db/meetings";
import { currentPlacements } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { importer } from "../import-hub";
import { plannedHub, PLAN_DATE, SCHEDULER, WEEK } from "../solve-week-hub";

let held: Awaited<ReturnType<typeof plannedHub>>;
let meeting: string;
const OTHER: Actor = { kind: "user", id: "other" };
const WANTED = { organisation: "RQM", heldOn: PLAN_DATE, week: WEEK, attendees: "Ann, Ben" };

beforeEach(async () => {
  held = await plannedHub();
  meeting = (await startMeeting(held.scope, held.store, SCHEDULER, WANTED))!;
});
afterEach(() => held.close());

const wish = (text: string, facts: Partial<ItemWish> = {}): ItemWish => ({
  ...{ kind: "decision", text, owner: "", dueOn: null, replaces: 0, done: null },
  ...facts,
});
const record = (wishes: ItemWish[], { by = SCHEDULER, seen = 0, of = meeting } = {}) =>
  recordItems(held.scope, held.store, by, {
    ...{ meeting: of, key: "week", about: null, session: null, seen, wishes },
  });
const records = async () => currentRecords(await meetingRecords(held.scope, held.store.db, meeting));
const texts = async () => (await records()).map(({ text }) => text);

describe("a meeting", () => {
  it("is started once by a double click, and only in the person's organisation", async () => {
    expect(await startMeeting(held.scope, held.store, SCHEDULER, WANTED)).toBe(meeting);
    const other = { organisations: ["RKE"], sites: [] };
    expect(await startMeeting(other, held.store, SCHEDULER, WANTED)).toBeNull();
    expect(await listMeetings(held.scope, held.store.db)).toHaveLength(1);
  });

  it("loses nothing of what two people type at once, and keeps a double click once", async () => {
    const answers = await Promise.all([
      record([wish("one"), wish("two", { kind: "note" })]),
      record([wish("one")], { by: OTHER }),
      record([wish("one"), wish("two", { kind: "note" })]),
    ]);
    expect(answers).toEqual([{ kind: "recorded" }, { kind: "recorded" }, { kind: "recorded" }]);
    const kept = await records();
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(kept.map(({ text, by }) => `${text} ${by}`).sort()).toEqual([
      ...["one user:other", "one user:scheduler", "two user:scheduler"],
    ]);
  });

  it("keeps what a correction took the place of, and refuses the second of two corrections", async () => {
    await record([wish("Move it")]);
    expect(await record([wish("Keep it", { replaces: 1 })], { seen: 1 })).toEqual({ kind: "recorded" });
    expect(await record([wish("Other", { replaces: 1 })], { by: OTHER, seen: 1 })).toEqual({
      ...{ kind: "changedSince", by: "user:scheduler" },
    });
    const [kept] = await records();
    expect(kept).toMatchObject({ text: "Keep it", before: [{ text: "Move it" }] });
    await expect(
      held.store.commit(SCHEDULER, "meeting.tamper", async (tx) => {
        const { meetingItem } = await import("~db/schema");
        await tx.update(meetingItem, { meeting, number: 1 }, { text: "never said" });
      }),
    ).rejects.toSatisfy((error: Error) => `${error.message} ${String(error.cause)}`.includes("append-only"));
  });

  it("refuses more once it is closed, and stays as it was closed first", async () => {
    await record([wish("Before")]);
    expect(await closeMeeting(held.scope, held.store, SCHEDULER, { meeting, agenda: [] })).toEqual({
      kind: "closed",
    });
    const closed = { kind: "closed", by: "user:scheduler" };
    expect(await record([wish("After")], { by: OTHER })).toEqual(closed);
    expect(
      await changeAttendees(held.scope, held.store, OTHER, { meeting, was: "Ann, Ben", attendees: "Cy" }),
    ).toEqual(closed);
    await closeMeeting(held.scope, held.store, OTHER, { meeting, agenda: [] });
    expect((await listMeetings(held.scope, held.store.db))[0]).toMatchObject({ closedBy: "user:scheduler" });
    expect(await texts()).toEqual(["Before"]);
  });

  it("carries an open action into the next meeting until it is said to be done", async () => {
    await record([wish("Ring her", { kind: "action", owner: "Ben", dueOn: "2026-11-27" })]);
    const next = (await startMeeting(held.scope, held.store, SCHEDULER, { ...WANTED, attendees: "Ann" }))!;
    const user = await importer(held.store, "scheduler");
    const page = () => meetingPage(user, held.scope, { id: next, asked: null, today: PLAN_DATE });
    expect(await page()).toMatchObject({ view: "actions", actions: [{ text: "Ring her", doneBy: "" }] });
    const done = { meeting: next, action: { meeting, number: 1 }, note: "" };
    await markActionDone(held.scope, held.store, SCHEDULER, done);
    await markActionDone(held.scope, held.store, SCHEDULER, done);
    expect(await meetingRecords(held.scope, held.store.db, next)).toHaveLength(1);
    expect((await page())!.actions[0]!.doneBy).not.toBe("");
    expect(await minutesCsv(held.scope, meeting)).toContain("Ring her,Ben,2026-11-27,yes");
  });
});

describe("what a meeting speaks about", () => {
  /** Accepts the plan, and takes one case out of it by hand into another session of the week. */
  async function movedByHand() {
    const { run, scope, store } = held;
    await acceptPlan(scope, store, SCHEDULER, { run, baseRevision: 0, today: PLAN_DATE });
    const standing = await currentPlacements(scope, store.db, "RQM", WEEK);
    const [first] = standing;
    const session = standing.find((one) => one.session !== first!.session)!.session;
    const changes = [{ entry: first!.entry, session, reason: "Asked for", override: ["notice" as const] }];
    const wanted = { organisation: "RQM", week: WEEK, baseRevision: 1, run: null, today: PLAN_DATE, changes };
    await recordPlacements(scope, store, SCHEDULER, wanted);
    return first!.entry;
  }

  it("is told, decided and kept as it was, with names only for who may know them", async () => {
    const entry = await movedByHand();
    const key = `case:${entry}` as const;
    const user = await importer(held.store, "scheduler");
    const blind = {
      ...user,
      scope: (permission: string) => (permission === "patient.view" ? NOBODY : held.scope),
    };
    const asked = { id: meeting, asked: key, today: PLAN_DATE };
    const seen = (await meetingPage(user, held.scope, asked))!;
    expect(seen.current).toMatchObject({ key, section: "contested", past: false });
    expect(seen.current!.grounds[0]).toContain("Placed by hand in ");
    expect(seen.current!.grounds.join()).toContain("too little notice): Asked for.");
    const unnamed = (await meetingPage(blind, held.scope, asked))!;
    const opened = (await openMeeting(held.scope, { id: meeting, asked: key, today: PLAN_DATE }))!;
    const kept = await opened.subject(key, "contested");
    expect(unnamed.current!.title).toBe(kept.about!.title);
    expect(seen.current!.title).not.toBe(kept.about!.title);
    const wishes = [wish("Leave it")];
    await recordItems(held.scope, held.store, SCHEDULER, { meeting, key, seen: 0, wishes, ...kept });
    const after = (await meetingPage(user, held.scope, asked))!;
    expect([after.spoken, after.total]).toEqual([seen.spoken + 1, seen.total]);

    const agenda = (await agendaToKeep(held.scope, meeting, PLAN_DATE))!;
    await closeMeeting(held.scope, held.store, SCHEDULER, { meeting, agenda });
    const minutes = (await minutesPage(user, held.scope, meeting))!;
    expect(minutes.sections[0]!.subjects[0]).toMatchObject({
      ...kept.about!,
      records: [{ text: "Leave it" }],
    });
    expect(minutes.notReached.flatMap(({ subjects }) => subjects)).toHaveLength(seen.total - 1);
    expect((await minutesPage(blind, held.scope, meeting))!.sections[0]!.subjects[0]!.patient).toBe("");
    expect(minutes.sections[0]!.subjects[0]!.patient).not.toBe("");
  });
});

const NOBODY = { organisations: [], sites: [] };
