import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { today } from "~/clock.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { PlanContent } from "~/domain/perioperative/preparation/plan";
import { confirmPlan } from "~/services/preparation/confirm-plan.server";
import { planNow } from "~/services/preparation/suggest-now.server";
import { raiseForPlans } from "~/services/preparation/watch-plans.server";
import { recordMoment } from "~db/case-moments";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { listSessions } from "~db/theatre-sessions";
import { findEntry } from "~db/waiting-list";
import { anEntry, aSession, importEntries, importSessions } from "../../db/given-hub";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

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

const suggested = async () =>
  (await planNow(HUB, hub.store.db, (await findEntry(HUB, hub.store.db, entry))!)).suggested!;

/** Confirms what is suggested, or something else. */
async function confirm(content?: PlanContent) {
  const now = await suggested();
  const answer = await confirmPlan(HUB, hub.store, NURSE, entry, {
    ...{ base: 0, assessment: now.assessment, surgeryOn: now.surgeryOn, readinessBase: 0, reason: "" },
    ...{ content: content ?? now.content, optimise: false, seen: "phone", read: false, tell: false },
  });
  expect(answer.kind).toBe("confirmed");
}

const overdue = async () =>
  (await tasksOfEntry(HUB, hub.store.db, entry)).filter(({ kind, ended }) => kind === "overdue" && !ended);

describe("a plan of somebody who was operated on here", () => {
  /** Confirms a plan with something for the GP after surgery, and records the operation on the day after. */
  async function operated() {
    await hub.answer(entry, { smoke: "daily" });
    const { content } = await suggested();
    const after = { ...content.items[0]!, ...AFTER, due: addDays(today(), 15) };
    await confirm({ ...content, items: [...content.items, after] });
    await importSessions(hub.store, [aSession({ date: addDays(today(), 1) })]);
    const span = { from: today(), until: addDays(today(), 2) };
    const session = (await listSessions(HUB, hub.store.db, span))[0]!.id;
    await hub.store.commit(NURSE, "test", async (tx) =>
      recordMoment(
        tx,
        { session, entry, moment: "knifeToSkin", happenedAt: hub.store.now(), reason: "" },
        { organisation: "RQM", site: "RQM02" },
      ),
    );
    vi.useFakeTimers({ toFake: ["Date"] });
  }
  const AFTER = {
    ...{ id: "own-1", title: "Check the blood count", phase: "after" as const, owner: "gp" as const },
    ...{ blocks: false, referral: null, quotes: null },
  };
  const on = async (day: IsoDate) => {
    vi.setSystemTime(new Date(`${day}T12:00:00Z`));
    const raised = await raiseForPlans(hub.store);
    return [raised, (await overdue()).map(({ words }) => words.split(":")[0])];
  };

  it("raises no task for what staff were to do before, and one for what they do after", async () => {
    const start = today();
    await operated();
    expect(await on(addDays(start, 15))).toEqual([0, []]);
    expect(await on(addDays(start, 16))).toEqual([1, ["Check the blood count"]]);
    expect(await on(addDays(start, 90))).toEqual([0, ["Check the blood count"]]);
  });

  it("does so also once the file has dropped the patient, for 84 days", async () => {
    const start = today();
    await operated();
    const leaves = async (day: IsoDate) => {
      vi.setSystemTime(new Date(`${day}T12:00:00Z`));
      await importEntries(hub.store, [anEntry({ pathwayId: "OTHER", patientId: "L9" })], undefined, day);
    };
    await leaves(addDays(start, 3));
    expect((await findEntry(HUB, hub.store.db, entry))?.state).toBe("gone");
    expect(await on(addDays(start, 3 + 85))).toEqual([0, []]);
    expect(await on(addDays(start, 3 + 84))).toEqual([1, ["Check the blood count"]]);
  });

  it("raises nothing for who left the list without an operation", async () => {
    const start = today();
    await hub.answer(entry, { smoke: "daily" });
    await confirm();
    vi.useFakeTimers({ toFake: ["Date"] });
    await importEntries(hub.store, [anEntry({ pathwayId: "OTHER", patientId: "L9" })], undefined, start);
    expect(await on(addDays(start, 60))).toEqual([0, []]);
  });
});
