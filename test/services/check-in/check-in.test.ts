import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import type { Answers } from "~/domain/perioperative/answers";
import { currentForm } from "~/facts/questionnaire";
import { completeForm } from "~/services/questionnaire/complete.server";
import { endUnanswered } from "~/services/questionnaire/end-unanswered.server";
import { savePage } from "~/services/questionnaire/save-page.server";
import { beginForStaff, staffKey } from "~/services/questionnaire/staff-key.server";
import { saveDraft, responseById } from "~db/questionnaire-responses";
import { wordsOfEntries } from "~db/patient-words";
import { changedSince } from "~db/screening/changed-since";
import { insertInvitation } from "~db/invitations";
import { openTasks, raiseTasks, tasksOfEntry } from "~db/screening/care-tasks";
import { decideScreening } from "~/services/triage/decide.server";
import { heldBack } from "~/services/planning/held-back.server";
import { entriesForPlanning, findEntry } from "~db/waiting-list";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

let hub: TriageHub;
afterEach(() => hub.close());

const WELL: Answers = {
  ...{ still_want: "yes", ci_signs: ["none"], ci_health: "same", condition_change: "same" },
  ...{ ci_medicines: "no", ci_contact: "no", ci_dates: "no", ci_short_notice: "yes", ci_help: "no" },
};
const inDays = (days: number) => addDays(today(), days);

/** A check-in that staff enter from a call. */
async function checkIn(entry: string, more: Answers = {}): Promise<void> {
  const asked = { entry, channel: "phone", form: "checkIn", part: 1 } as const;
  const response = (await beginForStaff(HUB, NURSE, asked))!;
  const key = (await staffKey(HUB, NURSE, { entry, response }))!;
  await hub.store.commit(NURSE, "questionnaire.save", async (tx) =>
    saveDraft(
      tx,
      (await responseById(tx.db, response))!,
      { ...WELL, ...more },
      {
        ...{ sourceBy: "staff", sourceChannel: "phone" },
      },
    ),
  );
  expect(await completeForm(key, true)).toEqual({ kind: "completed" });
}
const decide = async (entry: string, more: object = {}) =>
  decideScreening(HUB, hub.store, NURSE, entry, await hub.decision(entry, more), false);
const tasks = async () =>
  (await openTasks(HUB, hub.store.db)).map(({ kind, urgent }) => `${kind}${urgent ? "!" : ""}`);
const held = async () => [...(await changedSince(HUB, hub.store.db))];

async function fit(facts: object = {}): Promise<string> {
  hub = await triageHub(facts);
  const [entry] = hub.ids as [string];
  await hub.answer(entry);
  await decide(entry, { fitUntil: inDays(90) });
  return entry;
}

describe("a check-in that is not sent", () => {
  it("raises the task of a symptom that interrupts at once, and one alone when it is sent", async () => {
    const entry = await fit();
    const asked = { entry, channel: "phone", form: "checkIn", part: 1 } as const;
    const response = (await beginForStaff(HUB, NURSE, asked))!;
    const key = (await staffKey(HUB, NURSE, { entry, response }))!;
    const signs = (codes: string[]) =>
      savePage(key, { page: "signs", posted: { ci_signs: codes }, sure: true, changing: false });
    const wants = { page: "still_want", posted: { still_want: ["yes"] }, sure: true, changing: false };
    expect(await savePage(key, wants)).toMatchObject({ kind: "saved" });
    expect(await signs(["blackout"])).toMatchObject({ kind: "saved" });
    expect(await tasks()).toEqual([]);
    await signs(["blackout", "chest_pain"]);
    expect(await tasks()).toEqual(["urgent!"]);
    await hub.store.commit(NURSE, "questionnaire.save", async (tx) =>
      saveDraft(
        tx,
        (await responseById(tx.db, response))!,
        { ...WELL, ci_signs: ["chest_pain"] },
        { sourceBy: "staff", sourceChannel: "phone" },
      ),
    );
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect(await tasks()).toEqual(["urgent!"]);
  });
});

describe("a check-in of somebody who is fit", () => {
  it("that tells of no change leaves them fit, and short notice counts", async () => {
    const entry = await fit();
    await checkIn(entry);
    expect(await hub.state(entry)).toBe("fit");
    expect([await tasks(), await held()]).toEqual([[], []]);
    const words = await wordsOfEntries(HUB, hub.store.db, [entry]);
    expect(words.map(({ kind, code, needsReading }) => [kind, code, needsReading])).toEqual([
      ["shortNotice", "yes", false],
      ["stillWant", "yes", false],
    ]);
  });

  it("that tells of a change goes to a person, and is held until one decides", async () => {
    const entry = await fit();
    await checkIn(entry, { ci_health: "changed", ci_health_what: "A new cough" });
    expect(await hub.latest(entry)).toMatchObject({ number: 2, route: "phone", lowRisk: false });
    expect(await hub.state(entry)).toBe("phone, changed");
    expect([await tasks(), await held()]).toEqual([[], [entry]]);
    const planned = await entriesForPlanning(HUB, hub.store.db, "RQM");
    const nobody = { organisation: "RQM", placed: new Set<string>() };
    const [back] = await heldBack(HUB, hub.store.db, planned, nobody);
    expect([planned[0]!.entry.screening, back!.entry.screening]).toEqual(["fit", "awaiting"]);
    const placed = { ...nobody, placed: new Set([entry]) };
    expect((await heldBack(HUB, hub.store.db, planned, placed))[0]!.entry.screening).toBe("fit");
    await checkIn(entry);
    expect(await hub.state(entry)).toBe("phone, changed");
    expect(await decide(entry, { fitUntil: inDays(90) })).toMatchObject({ kind: "against" });
    await decide(entry, { fitUntil: inDays(90), seen: "phone" });
  });

  it("and has a date raises a task at once, which deciding ends, and only once for one check-in", async () => {
    const entry = await fit({ tciDate: inDays(30) });
    await checkIn(entry, { ci_medicines: "yes", ci_medicines_what: "A blood thinner" });
    expect(await tasks()).toEqual(["worsened!"]);
    await hub.answer(entry);
    expect(await tasks()).toEqual(["worsened!"]);
  });

  it("tells an urgent symptom to a person the same day, and an unsure one keeps the place", async () => {
    const entry = await fit();
    await checkIn(entry, {
      still_want: "unsure",
      ci_signs: ["chest_pain"],
      ci_help: "yes",
      ci_help_what: "Stairs",
    });
    expect((await tasks()).sort()).toEqual(["stillWant", "urgent!"]);
    expect((await findEntry(HUB, hub.store.db, entry))!.state).toBe("listed");
    const words = await wordsOfEntries(HUB, hub.store.db, [entry]);
    expect(words.find(({ kind }) => kind === "help")).toMatchObject({ text: "Stairs", needsReading: true });
    expect((await hub.latest(entry)).content.fired).toEqual(expect.arrayContaining(["G06", "G15"]));
  });
});

it.each([
  ["screening", ["checkIn", "page"]],
  ["checkIn", ["questions", "page"]],
] as const)("ends of the calls only those that the answers to %s are for", async (form, left) => {
  hub = await triageHub();
  const [entry] = hub.ids as [string];
  const about = { organisation: "RQM", site: "RQM01", entry };
  await hub.store.commit(NURSE, "test", async (tx) => {
    const asked = { ...about, part: 1, expiresAt: "2999-01-01T00:00:00.000Z" };
    for (const purpose of ["questions", "checkIn", "page"] as const) {
      const invitation = await insertInvitation(tx, { ...asked, purpose });
      await raiseTasks(tx, [{ ...about, kind: "noReply", about: invitation, urgent: false, words: purpose }]);
    }
    await endUnanswered(tx, { ...about, form });
  });
  const open = (await tasksOfEntry(HUB, hub.store.db, entry)).filter(({ ended }) => ended === null);
  expect(open.map(({ words }) => words).sort()).toEqual([...left].sort());
});

it("ends the call for a check-in without an answer, and leaves the one for the questions", async () => {
  hub = await triageHub();
  const [entry] = hub.ids as [string];
  const about = { organisation: "RQM", site: "RQM01", entry };
  await hub.store.commit(NURSE, "test", async (tx) => {
    const asked = { ...about, part: 1, expiresAt: "2999-01-01T00:00:00.000Z" };
    const call = { ...about, kind: "noReply" as const, urgent: false, words: "Call" };
    for (const purpose of ["questions", "checkIn"] as const)
      await raiseTasks(tx, [{ ...call, about: await insertInvitation(tx, { ...asked, purpose }) }]);
  });
  expect(await tasks()).toEqual(["noReply", "noReply"]);
  await checkIn(entry);
  expect(await tasks()).toEqual(["noReply"]);
});

describe("a check-in of somebody whom nobody has screened", () => {
  beforeEach(async () => void (hub = await triageHub()));

  it("goes to a person where something has changed, and counts as contact", async () => {
    const [entry] = hub.ids as [string];
    await checkIn(entry, { ci_health: "worse", ci_health_what: "Worse" });
    const { content } = await hub.latest(entry);
    expect(content.facts).toMatchObject({
      "t.health_change_reported": true,
      "t.days_since_last_contact": 0,
    });
    expect(await hub.state(entry)).toBe("new");
  });
});

it("asks the newest version of the check-in", async () => {
  hub = await triageHub();
  const asked = { entry: hub.ids[0]!, channel: "phone", form: "checkIn", part: 1 } as const;
  const response = (await beginForStaff(HUB, NURSE, asked))!;
  expect(await responseById(hub.store.db, response)).toMatchObject({
    form: "checkIn",
    version: currentForm("checkIn").version,
  });
});
