import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { eligibility, eligibilityContext } from "~/domain/eligibility/eligibility";
import { ResourceIndex } from "~/domain/resource-index";
import { DEFAULT_POLICY } from "~/domain/policy";
import { confirmPlan, type PlanGiven } from "~/services/preparation/confirm-plan.server";
import { planNow, type PlanNow } from "~/services/preparation/suggest-now.server";
import { confirmPlanForm, planForReview, shownDigest } from "~/services/preparation/plan-to-review.server";
import { takeStep, type StepGiven } from "~/services/preparation/take-step.server";
import { actOnText, type TextGiven } from "~/services/preparation/texts.server";
import { raiseForPlans } from "~/services/preparation/watch-plans.server";
import { recordMeasures } from "~/services/triage/record-measures.server";
import { messagesOfEntry } from "~db/messages";
import { plansOfEntry } from "~db/preparation/plans";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { findReadiness } from "~db/readiness";
import { entriesForPlanning, findEntry } from "~db/waiting-list";
import { approvedAt } from "~/domain/perioperative/preparation/approved-text";
import { fileNames } from "~/facts/sentence-names";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { textsOf } from "~db/preparation/texts";
import { saveSettings } from "~db/workspace-settings";
import { HUB, NURSE, respond, triageHub, type TriageHub } from "../triage/triage-hub";
import { aSession } from "../../db/given-hub";
import { answersOf, OLDER_ANSWERS } from "../../domain/perioperative/fit-patient";

const DOCTOR = { kind: "user", id: "doctor" } as const;

let hub: TriageHub;
let entry: string;
beforeEach(async () => {
  hub = await triageHub({}, {});
  entry = hub.ids[0]!;
});
afterEach(async () => {
  vi.useRealTimers();
  await hub.close();
});

const now = async (): Promise<PlanNow> =>
  planNow(HUB, hub.store.db, (await findEntry(HUB, hub.store.db, entry))!);
const tasks = async (kind: string) =>
  (await tasksOfEntry(HUB, hub.store.db, entry)).filter((task) => task.kind === kind && task.ended === null);
const PLAN_OF = () => ({ organisation: "RQM", site: "RQM01", entry });
const step = (
  item: string,
  kind: StepGiven["kind"],
  more: Partial<StepGiven> = {},
  actor: Parameters<typeof takeStep>[2] = NURSE,
) => takeStep(PLAN_OF(), hub.store, actor, { item, kind, referral: null, text: "", ...more });
const PATIENT = { kind: "patient", invitation: "1" } as const;

async function given(more: Partial<PlanGiven> = {}): Promise<PlanGiven> {
  const { plan, suggested } = await now();
  const readiness = await findReadiness(HUB, hub.store.db, entry);
  return {
    ...{ base: plan?.number ?? 0, assessment: suggested!.assessment, surgeryOn: suggested!.surgeryOn },
    ...{ readinessBase: readiness!.decisions[0]?.number ?? 0, content: suggested!.content, reason: "" },
    ...{ optimise: false, seen: "phone", read: false, tell: false },
    ...more,
  };
}
const confirm = async (more: Partial<PlanGiven> = {}) =>
  confirmPlan(HUB, hub.store, NURSE, entry, await given(more));

describe("confirming a plan", () => {
  it("keeps it under a name, tells the patient by the queue, and refuses what was opened before", async () => {
    await hub.answer(entry, { smoke: "daily" });
    const opened = await given({ tell: true });
    expect(await confirmPlan(HUB, hub.store, NURSE, entry, opened)).toEqual({ kind: "confirmed", number: 1 });
    expect(await plansOfEntry(HUB, hub.store.db, entry)).toMatchObject([{ number: 1, by: "user:nurse" }]);
    expect(await messagesOfEntry(HUB, hub.store.db, entry)).toMatchObject([
      { kind: "plan", state: "queued" },
    ]);
    // Twice, as by a double click or two people.
    expect(await confirmPlan(HUB, hub.store, NURSE, entry, opened)).toEqual({
      kind: "changedSince",
      what: "plan",
    });
    expect(await confirm({ reason: "Reworded" })).toEqual({ kind: "confirmed", number: 2 });
    const before = await given();
    await hub.answer(entry, { smoke: "never" });
    expect(await confirmPlan(HUB, hub.store, NURSE, entry, before)).toEqual({
      kind: "changedSince",
      what: "assessment",
    });
    expect(await confirmPlan(HUB, hub.store, NURSE, entry, await given({ surgeryOn: "2027-01-20" }))).toEqual(
      {
        ...{ kind: "changedSince", what: "date" },
      },
    );
    expect(await plansOfEntry(HUB, hub.store.db, entry)).toHaveLength(2);
  });

  it("says to the planner until when the patient is made ready: not placed the day before, and placed on it", async () => {
    await hub.answer(entry, {});
    await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value: 70, takenOn: today() }]);
    expect(await confirm({ optimise: true })).toMatchObject({ kind: "confirmed" });
    const planned = (await entriesForPlanning(HUB, hub.store.db, "RQM")).find(
      ({ id }) => id === entry,
    )!.entry;
    const ready = (await now()).plan!.earliestReady!;
    expect(ready).toBe((await now()).plan!.content.items.find(({ id }) => id === "hba1c-recheck")!.due);
    expect(planned).toMatchObject({ screening: "optimising", fitFrom: ready });
    const session = (date: string) =>
      aSession({
        ...{
          date,
          site: planned.listingSite,
          siteType: "main",
          treatmentFunctions: [planned.treatmentFunction],
        },
        surgeons: planned.consultant ? [planned.consultant] : [],
      });
    const context = eligibilityContext(
      today(),
      { ...DEFAULT_POLICY, noticeDays: 0 },
      new ResourceIndex([]),
      fileNames("2026-11-20"),
    );
    const placed = (date: string) => eligibility(planned, session(date), context, null);
    expect(placed(addDays(ready, -1))).toMatchObject({ allowed: false, reason: "not_ready" });
    expect(placed(ready)).toEqual({ allowed: true });
    expect(await hub.state(entry)).toBe("optimising");
  });

  it("leaves readiness alone where the nurse says so, and keeps nothing where readiness cannot be set", async () => {
    await hub.answer(entry, {});
    await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value: 70, takenOn: today() }]);
    expect(await confirm()).toMatchObject({ kind: "confirmed" });
    expect((await findReadiness(HUB, hub.store.db, entry))!.decisions).toEqual([]);
    expect(await confirm({ optimise: true, readinessBase: 7, reason: "again" })).toMatchObject({
      ...{ kind: "notDecided", answer: { kind: "changedSince" } },
    });
    expect(await plansOfEntry(HUB, hub.store.db, entry)).toHaveLength(1);
  });

  it("raises a task for going home until it is settled", async () => {
    await hub.answer(entry, { adult_24h: "no", ride_home: "need" });
    await confirm();
    expect(await tasks("goingHome")).toMatchObject([
      { words: expect.stringContaining("stays for 24 hours") },
    ]);
    await hub.answer(entry, { adult_24h: "yes", ride_home: "lift" });
    await confirm({ reason: "Sister stays" });
    expect(await tasks("goingHome")).toEqual([]);
  });
});

describe("a date of surgery", () => {
  const dated = async (days: number) => {
    await hub.close();
    hub = await triageHub({ tciDate: addDays(today(), days) });
    entry = hub.ids[0]!;
    await hub.answer(entry, { skin: "yes", smoke: "daily" });
  };

  it("counts for due dates, and raises an urgent task where it comes before what blocks is due", async () => {
    await dated(30);
    await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value: 70, takenOn: today() }]);
    const { surgeryOn, content } = (await now()).suggested!;
    expect(surgeryOn).toBe(addDays(today(), 30));
    expect(content.items.find(({ id }) => id === "way-home")!.due).toBe(addDays(today(), 23));
    await confirm();
    expect((await tasks("worsened")).map(({ words }) => words).join()).toContain("what blocks is due by");
    await dated(150);
    await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value: 70, takenOn: today() }]);
    await confirm();
    expect((await tasks("worsened")).map(({ words }) => words).join()).not.toContain("what blocks");
  });
});

describe("once surgery is over", () => {
  const operation = addDays(today(), 30);
  const on = (date: string) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date(`${date}T12:00:00Z`));
  };
  beforeEach(async () => {
    await hub.close();
    hub = await triageHub({ tciDate: operation });
    entry = hub.ids[0]!;
    await hub.answer(entry, { smoke: "daily" });
    await confirm();
  });

  it("a plan still fits, though the patient has no date any more", async () => {
    on(operation);
    await raiseForPlans(hub.store);
    on(addDays(operation, 1));
    expect((await now()).suggested!.surgeryOn).toBeNull();
    expect((await now()).changes).toBeNull();
    await raiseForPlans(hub.store);
    expect(await tasks("plan")).toEqual([]);
  });
});

describe("a plan that no longer fits", () => {
  it("is asked about once when answers change, and no more once it was confirmed again", async () => {
    await hub.answer(entry, { smoke: "daily" });
    await confirm();
    expect((await now()).changes).toBeNull();
    expect(await tasks("plan")).toEqual([]);
    await hub.answer(entry, { smoke: "daily", skin: "yes", high_bp: "untreated" });
    const [task] = await tasks("plan");
    expect(task!.words).toContain("new: Bring your blood pressure down");
    expect(await raiseForPlans(hub.store)).toBe(0);
    await confirm({ reason: "Blood pressure" });
    expect(await tasks("plan")).toEqual([]);
    expect(await raiseForPlans(hub.store)).toBe(0);
  });
});

describe("steps", () => {
  beforeEach(async () => {
    await hub.answer(entry, { smoke: "daily" });
    await confirm();
  });

  it("are ticked once, taken back, and only of actions in the plan", async () => {
    expect(await step("stop-smoking", "done", {}, PATIENT)).toEqual({ kind: "taken" });
    expect(await step("stop-smoking", "done", {}, PATIENT)).toEqual({ kind: "asItWas" });
    expect(await step("stop-smoking", "open", {}, PATIENT)).toEqual({ kind: "taken" });
    expect(await step("blood-thinners", "done")).toEqual({ kind: "notFound" });
    expect(await step("stop-smoking", "referral", { referral: "sent" })).toEqual({ kind: "notFound" });
    expect(await step("smoking-service", "referral", { referral: "sent" })).toEqual({ kind: "taken" });
    expect(await step("smoking-service", "referral", { referral: "sent" })).toEqual({ kind: "asItWas" });
  });

  it("of staff and advice are not the patient's to tick, who may ask for help with any", async () => {
    const mine = { "stop-smoking": "taken", "smoking-service": "notFound", unwell: "notFound" };
    for (const [item, kind] of Object.entries(mine)) {
      expect(await step(item, "done", {}, PATIENT), item).toEqual({ kind });
      expect(await step(item, "help", {}, PATIENT), item).toEqual({ kind: "taken" });
    }
    const sent = { referral: "sent" } as const;
    expect(await step("smoking-service", "referral", sent, PATIENT)).toEqual({ kind: "notFound" });
    expect(await step("smoking-service", "done")).toEqual({ kind: "taken" });
    expect(await step("smoking-service", "open", {}, PATIENT)).toEqual({ kind: "notFound" });
  });

  it("count no more once the action left the plan and came back", async () => {
    await step("stop-smoking", "done", {}, PATIENT);
    const { content } = (await now()).suggested!;
    const items = content.items.filter(({ id }) => id !== "stop-smoking");
    await confirm({ reason: "Stopped", content: { ...content, items } });
    await confirm({ reason: "Smokes again" });
    expect(await step("stop-smoking", "done", {}, PATIENT)).toEqual({ kind: "taken" });
    expect(await step("stop-smoking", "done", {}, PATIENT)).toEqual({ kind: "asItWas" });
    await confirm({ reason: "Kept" });
    expect(await step("stop-smoking", "done", {}, PATIENT)).toEqual({ kind: "asItWas" });
  });

  it("asking for help raise one task, which ends when staff tick the action", async () => {
    await step("stop-smoking", "help", { text: "I tried twice" }, PATIENT);
    expect(await step("stop-smoking", "help", { text: "Again" }, PATIENT)).toEqual({ kind: "asItWas" });
    expect(await tasks("help")).toMatchObject([{ words: "The patient needs help with: Stop smoking" }]);
    await step("stop-smoking", "done", {}, PATIENT);
    expect(await tasks("help")).toHaveLength(1);
    await step("stop-smoking", "open");
    await step("stop-smoking", "done");
    expect(await tasks("help")).toEqual([]);
  });

  it("of staff that are late raise a task the day after, once", async () => {
    const { due } = (await now()).plan!.content.items.find(({ id }) => id === "smoking-service")!;
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date(`${due}T12:00:00Z`));
    expect(await raiseForPlans(hub.store)).toBe(0);
    vi.setSystemTime(new Date(`${addDays(due!, 1)}T12:00:00Z`));
    expect(await raiseForPlans(hub.store)).toBeGreaterThan(0);
    expect((await tasks("overdue")).map(({ words }) => words).join()).toContain("Free help to stop smoking");
    expect(await raiseForPlans(hub.store)).toBe(0);
  });
});

it("looks at plans in pages, so that others write between two", async () => {
  for (const id of hub.ids) {
    await hub.answer(id, { smoke: "daily" });
    entry = id;
    await confirm();
  }
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(new Date(`${addDays(today(), 90)}T12:00:00Z`));
  const commit = vi.spyOn(hub.store, "commit");
  await raiseForPlans(hub.store, { page: 1 });
  expect(commit).toHaveBeenCalledTimes(2);
  for (entry of hub.ids) expect(await tasks("overdue"), entry).not.toEqual([]);
  // Where there is nothing to raise, nobody is kept from writing.
  expect(await raiseForPlans(hub.store)).toBe(0);
  expect(commit).toHaveBeenCalledTimes(2);
});

describe("a measure that makes unfit", () => {
  it("raises a task at its border, and once", async () => {
    await hub.answer(entry, {});
    const measure = (value: number) =>
      recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value, takenOn: today() }]);
    await measure(68);
    expect(await tasks("measure")).toEqual([]);
    await measure(69);
    expect(await tasks("measure")).toMatchObject([{ about: "D02" }]);
    await measure(75);
    expect(await tasks("measure")).toHaveLength(1);
  });
});

describe("texts about medicines and fasting", () => {
  const act = (
    kind: TextGiven["act"],
    more: Partial<TextGiven> = {},
    by = kind === "entered" ? NURSE : DOCTOR,
  ) =>
    actOnText(HUB, hub.store, by, {
      ...{ organisation: "RQM", site: "RQM01", topic: "fasting", base: 0, act: kind, text: "", reason: "" },
      ...more,
    });
  const fasting = async () => (await now()).suggested!.content.items.find(({ id }) => id === "fasting")!;

  it("are approved by somebody else than their writer, but where a site has set that one person is enough", async () => {
    const approved = async () => approvedAt(await textsOf(HUB, hub.store.db, "RQM"), "RQM01").get("fasting");
    await act("entered", { text: "Words of this site." });
    expect(await act("approved", { base: 1 }, NURSE)).toMatchObject({
      ...{ kind: "refused", message: expect.stringContaining("You wrote this text") },
    });
    expect(await approved()).toBeUndefined();
    expect(await act("approved", { base: 1 }, DOCTOR)).toEqual({ kind: "kept", number: 2 });
    expect(await approved()).toMatchObject({ by: "user:doctor", alone: false });
    await saveSettings(HUB, hub.store, NURSE, {
      ...{ organisation: "RQM", base: 0, reason: "A single clinician" },
      settings: { ...DEFAULT_SETTINGS, sites: { RQM01: { textPeople: 1 } } },
    });
    await act("entered", { text: "Other words.", base: 2 });
    expect(await act("approved", { base: 3 }, NURSE)).toEqual({ kind: "kept", number: 4 });
    expect(await approved()).toMatchObject({ by: "user:nurse", alone: true });
    // Of all sites two are needed still.
    await act("entered", { text: "Words of all.", site: "" });
    expect(await act("approved", { base: 1, site: "" }, NURSE)).toMatchObject({ kind: "refused" });
  });

  it("are quoted from their approval until they are withdrawn, and plans that quote them are asked about", async () => {
    await hub.answer(entry, {});
    expect((await fasting()).quotes).toMatchObject({ number: null });
    expect(await act("approved")).toMatchObject({ kind: "refused" });
    expect(await act("entered", { text: "Words of this site." })).toEqual({ kind: "kept", number: 1 });
    expect((await fasting()).quotes).toMatchObject({ number: null });
    expect(await act("approved", { base: 0 })).toMatchObject({ kind: "changedSince", by: "user:nurse" });
    expect(await act("approved", { base: 1 })).toEqual({ kind: "kept", number: 2 });
    expect((await fasting()).quotes).toEqual({ topic: "fasting", site: "RQM01", number: 2 });
    await confirm();
    expect(await act("withdrawn", { base: 2 })).toMatchObject({
      kind: "refused",
      message: "Say why it is withdrawn",
    });
    expect(await act("withdrawn", { base: 2, reason: "Wrong hours" })).toEqual({ kind: "kept", number: 3 });
    expect((await now()).changes!.requoted.map(({ id }) => id)).toEqual(["fasting"]);
    expect(await raiseForPlans(hub.store)).toBe(1);
  });

  it("are not confirmed in a plan that was opened before they were approved", async () => {
    await hub.answer(entry, {});
    const review = async () =>
      (await planForReview(HUB, hub.store.db, (await findEntry(HUB, hub.store.db, entry))!))!;
    const opened = await review();
    const form = new FormData();
    const fields = { base: "0", assessment: String(opened.suggested.assessment), readinessBase: "0" };
    const rest = { optimise: "no", seen: "phone", shown: shownDigest(opened) };
    for (const [name, value] of Object.entries({ ...fields, ...rest })) form.set(name, value);
    for (const { id, due } of opened.content.items) form.set(`due-${id}`, due ?? "");
    await act("entered", { text: "Words of this site." });
    await act("approved", { base: 1 });
    const send = () => confirmPlanForm(HUB, hub.store, NURSE, entry, form);
    expect(await send()).toEqual({ kind: "changedSince", what: "actions" });
    form.set("shown", shownDigest(await review()));
    expect(await send()).toEqual({ kind: "confirmed", number: 1 });
    form.set("shown", "");
    expect(await send()).toEqual({ kind: "changedSince", what: "plan" });
  });

  it("are of topics and sites that there are", async () => {
    expect(await act("entered", { topic: "homeopathy", text: "x" })).toEqual({ kind: "notFound" });
    expect(await act("entered", { site: "RKE01", text: "x" })).toEqual({ kind: "notFound" });
    expect(await act("entered", { text: "x".repeat(1501) })).toMatchObject({ kind: "refused" });
  });
});

it("suggests nothing before anything is known of the patient's health", async () => {
  expect((await now()).suggested).toBeNull();
  await respond(hub.store, entry, { ...OLDER_ANSWERS, ...answersOf({}) });
  expect((await now()).suggested).toBeNull();
});
