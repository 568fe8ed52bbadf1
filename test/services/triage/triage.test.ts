import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { today } from "~/clock.server";
import { decideScreening } from "~/services/triage/decide.server";
import { endCareTask } from "~/services/triage/end-task.server";
import { raiseExpired } from "~/services/triage/raise-expired.server";
import { recordMeasures } from "~/services/triage/record-measures.server";
import type { Severity } from "~/domain/perioperative/patient-facts";
import { saveScreening } from "~/services/triage/save-screening.server";
import { assessOutdated, leftToAssess } from "~/services/triage/watch-fitness.server";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { decisionsOfEntry } from "~db/screening/decisions";
import { openTasks } from "~db/screening/care-tasks";
import { tellUs } from "~/services/patient-page/tell-us.server";
import { insertInvitation, invitationById } from "~db/invitations";
import { heldBack } from "~/services/planning/held-back.server";
import { entriesForPlanning, findEntry } from "~db/waiting-list";
import { HUB, NURSE, triageHub, type TriageHub } from "./triage-hub";

let hub: TriageHub;
const inDays = (days: number) => addDays(today(), days);
const decide = async (entry: string, more: object = {}, mayOverride = false) =>
  decideScreening(HUB, hub.store, NURSE, entry, await hub.decision(entry, more), mayOverride);
const tasks = async () =>
  (await openTasks(HUB, hub.store.db)).map(({ kind, urgent }) => `${kind}${urgent ? "!" : ""}`);

afterEach(() => hub.close());

describe("a low-risk patient", () => {
  beforeEach(async () => void (hub = await triageHub()));

  it("is new, then low once they have answered, then fit once a nurse confirms", async () => {
    const [entry] = hub.ids as [string];
    expect(await hub.state(entry)).toBe("new");
    expect(await hub.answer(entry)).toMatchObject({ route: "none", lowRisk: true, hub: "ok" });
    expect(await hub.state(entry)).toBe("low");
    expect(await decide(entry, { fitUntil: inDays(90) })).toEqual({ kind: "decided", as: "confirmed" });
    expect(await hub.state(entry)).toBe("fit");
  });

  it("is confirmed in the one readiness that the planner reads, with who and on which assessment", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    await decide(entry, { fitUntil: inDays(90) });
    const held = (await findEntry(HUB, hub.store.db, entry))!.entry;
    expect(held).toMatchObject({ screening: "fit", fitUntil: inDays(90), hubSuitable: ["RQM02"] });
    const [readiness] = (await findReadiness(HUB, hub.store.db, entry))!.decisions;
    const [decision] = await decisionsOfEntry(HUB, hub.store.db, entry);
    expect(decision).toMatchObject({
      by: "user:nurse",
      kind: "confirmed",
      assessment: 1,
      readiness: readiness!.number,
    });
    const [assessment] = await assessmentsOfEntry(HUB, hub.store.db, entry);
    expect(assessment!.content.facts["q.stroke"]).toBe("never");
    expect(assessment!.content.traces.find(({ rule }) => rule === "Z05")?.truth).toBe(true);
  });

  it("has what the rules found in the order of lists from the decision on, beside the flags of the file", async () => {
    const [entry] = hub.ids as [string];
    const flags = async () => (await findEntry(HUB, hub.store.db, entry))!.entry.orderFlags;
    const before = await flags();
    await hub.answer(entry, { allergy: "yes", allergy_severe: "latex" });
    expect(await flags()).toEqual(before);
    const fit = { fitUntil: inDays(90), reason: "Latex-free theatre is booked" };
    expect(await decide(entry, fit, true)).toMatchObject({ kind: "decided" });
    expect(await flags()).toEqual([...before, "latex"]);
    // Answers that take it back count from the next decision on, too.
    await hub.answer(entry);
    expect(await flags()).toEqual([...before, "latex"]);
    await decide(entry, fit, true);
    expect(await flags()).toEqual(before);
  });

  it("is confirmed once by a double click, and by the first of two people", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    const given = await hub.decision(entry, { fitUntil: inDays(90) });
    const both = await Promise.all(
      [NURSE, { kind: "user", id: "other" } as const].map((actor) =>
        decideScreening(HUB, hub.store, actor, entry, given, false),
      ),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(["changedSince", "decided"]);
    expect(await decisionsOfEntry(HUB, hub.store.db, entry)).toHaveLength(1);
  });

  it("is not confirmed on answers that are no longer the last", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    const old = await hub.decision(entry, { fitUntil: inDays(90) });
    await hub.answer(entry, { blackouts: "yes" });
    expect(await decideScreening(HUB, hub.store, NURSE, entry, old, true)).toMatchObject({
      kind: "changedSince",
      what: "assessment",
    });
    expect((await findEntry(HUB, hub.store.db, entry))!.entry.screening).toBe("not_screened");
  });

  it("stays with a person while something is written, and until that person has read it", async () => {
    const [entry] = hub.ids as [string];
    expect(await hub.answer(entry, { anything_else: "I was ill" })).toMatchObject({ lowRisk: false });
    expect(await hub.state(entry)).toBe("phone");
    expect(await decide(entry, { fitUntil: inDays(90), seen: "phone" })).toEqual({ kind: "unread" });
    expect(await decide(entry, { fitUntil: inDays(90), seen: "phone", read: true })).toMatchObject({
      kind: "decided",
    });
  });

  it("is not looked at twice for the same answers", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    await recordMeasures(HUB, hub.store, NURSE, entry, []).catch(() => undefined);
    expect(await assessmentsOfEntry(HUB, hub.store.db, entry)).toHaveLength(1);
  });
});

describe("a high-risk patient", () => {
  beforeEach(async () => void (hub = await triageHub({ tciDate: inDays(30) })));

  it("goes to a consultant, is optimised, fit, and out again when that has ended", async () => {
    const [entry] = hub.ids as [string];
    expect(await hub.answer(entry, { breathless: "flat" })).toMatchObject({ route: "anaes", risk: "high" });
    expect(await hub.state(entry)).toBe("consultant");
    await decide(entry, {
      screening: "optimising",
      seen: "phone",
      fitFrom: inDays(20),
      fitUntil: null,
      hubs: [],
    });
    expect(await hub.state(entry)).toBe("optimising");
    await decide(entry, { seen: "consultant", fitUntil: inDays(25), hubs: [] });
    expect(await hub.state(entry)).toBe("fit");
    expect(await hub.state(entry, inDays(26))).toBe("new, expired");
    expect(await tasks()).toEqual(["expired!"]);
    expect(await raiseExpired(hub.store, inDays(26))).toBe(0);
    await decide(entry, { seen: "consultant", fitUntil: inDays(30), hubs: [] });
    expect(await tasks()).toEqual([]);
    expect(await raiseExpired(hub.store, today())).toBe(0);
  });

  it.each([
    ["made ready until the day of their date", { screening: "optimising", days: 30 }, []],
    ["made ready until the day after it", { screening: "optimising", days: 31 }, ["expired!"]],
    ["found unfit", { screening: "unfit", days: null }, ["expired!"]],
  ])(
    "who is %s raises a task where that speaks against their date",
    async (_, { screening, days }, raised) => {
      const [entry] = hub.ids as [string];
      await hub.answer(entry, { breathless: "flat" });
      const fitFrom = days === null ? null : inDays(days);
      const given = { screening, seen: "consultant", fitFrom, fitUntil: null, hubs: [], reason: "Anaemia" };
      expect(await decide(entry, given, true)).toMatchObject({ kind: "decided" });
      const open = await openTasks(HUB, hub.store.db);
      expect(open.filter(({ kind }) => kind === "expired").map(({ kind }) => `${kind}!`)).toEqual(raised);
    },
  );

  it("is fit without the consultant only by somebody who may override, with a reason", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry, { breathless: "flat" });
    const fit = { fitUntil: inDays(90), hubs: [], seen: "phone" };
    expect(await decide(entry, fit)).toMatchObject({ kind: "against", lacking: "permission" });
    expect(await decide(entry, fit, true)).toMatchObject({ kind: "against", lacking: "reason" });
    expect(await decide(entry, { ...fit, reason: "Seen last week by cardiology" }, true)).toEqual({
      kind: "decided",
      as: "overridden",
    });
    expect((await decisionsOfEntry(HUB, hub.store.db, entry))[0]).toMatchObject({
      kind: "overridden",
      reason: "Seen last week by cardiology",
    });
  });

  it("cannot be given a hub that does not suit without an override", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry, { kidney: "dialysis" });
    const fit = { fitUntil: inDays(90), seen: "consultant", hubs: ["RQM02"] };
    expect(await decide(entry, fit)).toMatchObject({ against: [{ kind: "hub", site: "RQM02" }] });
    expect(await decide(entry, { ...fit, hubs: [] })).toMatchObject({ kind: "decided", as: "confirmed" });
  });

  it("raises an urgent task at once for a symptom, which nobody ends without a reason", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry, { chest_pain: "rest" });
    expect(await tasks()).toEqual(["urgent!"]);
    const [task] = await openTasks(HUB, hub.store.db);
    const end = (reason: string) => endCareTask(HUB, hub.store, NURSE, task!.id, "done", reason);
    expect(await end("")).toMatchObject({ kind: "reasonNeeded" });
    expect(await end("Called: pain is gone, saw the GP")).toMatchObject({ kind: "ended" });
    expect(await end("Again")).toMatchObject({ kind: "endedBefore" });
    await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hb", value: 118, takenOn: today() }]);
    expect(await tasks()).toEqual(["measure"]);
    await hub.answer(entry, { chest_pain: "rest", reflux: "often" });
    expect(await tasks()).toEqual(expect.arrayContaining(["urgent!"]));
  });

  it("who was confirmed fit and has a date raises a task at once when new answers are worse", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    await decide(entry, { fitUntil: inDays(90) });
    await hub.answer(entry, { travel_hub: "unsure" });
    expect([await tasks(), await hub.state(entry)]).toEqual([[], "fit"]);
    await hub.answer(entry, { heart_conditions: ["af"] });
    expect(await tasks()).toEqual(["worsened!"]);
    expect(await hub.state(entry)).toBe("faceToFace, worsened");
    await decide(entry, { seen: "faceToFace", fitUntil: inDays(60) });
    expect([await tasks(), await hub.state(entry)]).toEqual([[], "fit"]);
  });

  it.each([
    ["a blood thinner", { meds_any: "yes", blood_thinners: ["warfarin"] }],
    ["steroids for asthma", { lung_conditions: ["asthma"], lung_flare: "yes" }],
    ["words that nobody has read", { anything_else: "I fainted in the shower" }],
  ])("who was confirmed fit raises a task for %s, though the way is as long as it was", async (_, told) => {
    const [entry] = hub.ids as [string];
    const before = { heart_conditions: ["af"] };
    await hub.answer(entry, before);
    await decide(entry, { seen: "faceToFace", fitUntil: inDays(90), hubs: [] });
    expect(await hub.state(entry)).toBe("fit");
    expect(await hub.answer(entry, { ...before, ...told })).toMatchObject({ route: "f2f", risk: "moderate" });
    expect([await tasks(), await hub.state(entry)]).toEqual([["worsened!"], "faceToFace, worsened"]);
  });

  it("who is being made ready and has a date raises a task when new answers are worse", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry, { heart_conditions: ["af"] });
    const optimised = { screening: "optimising", seen: "faceToFace", fitFrom: inDays(20), fitUntil: null };
    await decide(entry, { ...optimised, hubs: [], reason: "Heart rate" });
    expect([await tasks(), await hub.state(entry)]).toEqual([[], "optimising"]);
    await hub.answer(entry, { heart_conditions: ["mi"], heart_event_when: "lt3" });
    expect([await tasks(), await hub.state(entry)]).toEqual([["worsened!"], "consultant, worsened"]);
  });
});

describe("a patient without a date, confirmed fit", () => {
  beforeEach(async () => void (hub = await triageHub()));

  it.each([
    ["before they answered", -1, "awaiting"],
    ["on a day that it does not name", null, "awaiting"],
    ["after they answered", 1, "fit"],
  ])("whom the file calls fit %s is held back by urgent answers: %s %s", async (_, days, planned) => {
    await hub.close();
    const screeningDate = days === null ? null : inDays(days);
    hub = await triageHub({ screening: "fit", screeningDate });
    const [entry] = hub.ids as [string];
    expect(await hub.answer(entry, { chest_pain: "rest" })).toMatchObject({ urgent: true });
    const entries = await entriesForPlanning(HUB, hub.store.db, "RQM");
    const where = { organisation: "RQM", placed: new Set<string>() };
    expect((await heldBack(HUB, hub.store.db, entries, where))[0]!.entry.screening).toBe(planned);
    expect(await hub.state(entry)).toBe(planned === "fit" ? "fit" : "consultant, worsened");
  });

  it("is held back from new plans by answers that are worse, until somebody has decided on them", async () => {
    const [entry] = hub.ids as [string];
    const asPlanned = async (placed: string[] = []) => {
      const entries = await entriesForPlanning(HUB, hub.store.db, "RQM");
      const where = { organisation: "RQM", placed: new Set(placed) };
      return (await heldBack(HUB, hub.store.db, entries, where))[0]!.entry.screening;
    };
    await hub.answer(entry);
    await decide(entry, { fitUntil: inDays(90) });
    expect(await asPlanned()).toBe("fit");
    await hub.answer(entry, { heart_conditions: ["mi"], heart_event_when: "lt3" });
    expect([await asPlanned(), await asPlanned([entry])]).toEqual(["awaiting", "fit"]);
    await decide(entry, { seen: "consultant", fitUntil: inDays(90), hubs: [] });
    expect(await asPlanned()).toBe("fit");
  });
});

describe("a patient who says on their page that they are not sure", () => {
  beforeEach(async () => void (hub = await triageHub()));

  it("is out of low risk, and fitness that was confirmed is looked at again, until they say yes", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    await decide(entry, { fitUntil: inDays(90) });
    const of = await hub.store.commit(NURSE, "invitation.send", async (tx) => {
      const about = { entry, organisation: "RQM", site: "RQM01", expiresAt: inDays(60), part: 1 };
      const id = await insertInvitation(tx, { ...about, purpose: "page" });
      return (await invitationById(tx.db, id))!;
    });
    const say = (code: string) => tellUs(of, "patient", { kind: "stillWant", code, text: "", date: "" });
    await say("unsure");
    expect((await hub.latest(entry)).content.fired).toContain("G06");
    expect([await tasks(), await hub.state(entry)]).toEqual([["stillWant"], "phone, worsened"]);
    await say("yes");
    expect(await hub.state(entry)).toBe("fit");
  });
});

describe("measures and settings", () => {
  beforeEach(async () => void (hub = await triageHub()));

  it("change what the rules say at once, and the last value of a measure counts", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    const measure = (value: number | null) =>
      recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hb", value, takenOn: today() }]);
    expect(await measure(118)).toBe(true);
    expect(await hub.state(entry)).toBe("faceToFace");
    await measure(135);
    expect(await hub.state(entry)).toBe("low");
    await measure(118);
    await measure(null);
    expect(await hub.state(entry)).toBe("low");
  });

  it("of a site move its rules, and patients are looked at again by the next turn", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry, { reflux: "often" });
    expect(await hub.state(entry)).toBe("phone");
    expect(await assessOutdated(hub.store)).toBe(0);
    const given = {
      base: 0,
      choices: { rules: { A05: false }, thresholds: {} },
      hub: null,
      reason: "Agreed",
    };
    expect(await saveScreening(HUB, hub.store, NURSE, "RQM", "RQM01", given)).toEqual({
      kind: "saved",
      number: 1,
    });
    expect(await saveScreening(HUB, hub.store, NURSE, "RQM", null, given)).toMatchObject({
      kind: "changedSince",
    });
    expect(await leftToAssess(HUB, hub.store)).toBe(1);
    expect(await leftToAssess({ ...HUB, sites: ["RQM02"] }, hub.store)).toBe(0);
    expect(await assessOutdated(hub.store)).toBe(1);
    expect(await hub.state(entry)).toBe("low");
    expect(await leftToAssess(HUB, hub.store)).toBe(0);
    expect(await assessOutdated(hub.store)).toBe(0);
  });

  it("of a site say how severe an operation is, which the table only estimates", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    const severity = async () => (await hub.latest(entry)).content.facts["proc.severity"];
    expect([await severity(), await hub.state(entry)]).toEqual(["intermediate", "low"]);
    const set = (site: string, base: number, chosen: Record<string, Severity>) =>
      saveScreening(HUB, hub.store, NURSE, "RQM", site, {
        ...{ base, hub: null, reason: "As our anaesthetists see it" },
        choices: { rules: {}, thresholds: {}, severity: chosen },
      });
    await set("RQM02", 0, { T202: "major" });
    await assessOutdated(hub.store);
    expect(await severity()).toBe("intermediate");
    await set("RQM01", 1, { T202: "major" });
    await assessOutdated(hub.store);
    expect([await severity(), await hub.state(entry)]).toEqual(["major", "faceToFace"]);
    expect((await hub.latest(entry)).content.fired).toContain("Z01");
  });

  it("of a hub say whom it takes", async () => {
    const [entry] = hub.ids as [string];
    await hub.answer(entry);
    const given = {
      base: 0,
      choices: { rules: {}, thresholds: {} },
      hub: { procedures: ["W"] },
      reason: "Joints only",
    };
    await saveScreening(HUB, hub.store, NURSE, "RQM", "RQM02", given);
    await assessOutdated(hub.store);
    expect((await hub.latest(entry)).content.hubs).toMatchObject([{ site: "RQM02", level: "no" }]);
  });
});
