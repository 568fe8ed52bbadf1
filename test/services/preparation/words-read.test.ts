import { afterEach, beforeEach, expect, it } from "vitest";
import { today } from "~/clock.server";
import { confirmPlan, type PlanGiven } from "~/services/preparation/confirm-plan.server";
import { planNow } from "~/services/preparation/suggest-now.server";
import { wordsRead } from "~/services/preparation/words-read.server";
import { decideScreening } from "~/services/triage/decide.server";
import { recordMeasures } from "~/services/triage/record-measures.server";
import type { Actor } from "~db/actor";
import { findReadiness } from "~db/readiness";
import { findEntry } from "~db/waiting-list";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

const DOCTOR = { kind: "user", id: "doctor" } as const;

let hub: TriageHub;
let entry: string;
beforeEach(async () => {
  hub = await triageHub({}, {});
  entry = hub.ids[0]!;
});
afterEach(() => hub.close());

async function given(more: Partial<PlanGiven>): Promise<PlanGiven> {
  const found = (await findEntry(HUB, hub.store.db, entry))!;
  const { plan, suggested } = await planNow(HUB, hub.store.db, found);
  const readiness = await findReadiness(HUB, hub.store.db, entry);
  return {
    ...{ base: plan?.number ?? 0, assessment: suggested!.assessment, surgeryOn: suggested!.surgeryOn },
    ...{ readinessBase: readiness!.decisions[0]?.number ?? 0, content: suggested!.content, reason: "" },
    ...{ optimise: false, seen: "phone", read: false, tell: false },
    ...more,
  };
}
const confirm = async (more: Partial<PlanGiven>) =>
  confirmPlan(HUB, hub.store, NURSE, entry, await given(more));

it("asks nobody again for words that their own decision on the same answers says that they read", async () => {
  await hub.answer(entry, { anything_else: "I was ill" });
  await recordMeasures(HUB, hub.store, NURSE, entry, [{ measure: "hba1c", value: 70, takenOn: today() }]);
  const unread = { kind: "notDecided", answer: { kind: "unread" } };
  const read = (actor: Actor) => wordsRead(HUB, hub.store.db, entry, actor);
  expect([await read(NURSE), await confirm({ optimise: true })]).toEqual([false, unread]);
  const decision = await hub.decision(entry, {
    ...{ screening: "unfit", seen: "phone", fitUntil: null, hubs: [], read: true },
    reason: "Blood sugar",
  });
  expect(await decideScreening(HUB, hub.store, NURSE, entry, decision, true)).toMatchObject({
    kind: "decided",
  });
  expect([await read(NURSE), await read(DOCTOR)]).toEqual([true, false]);
  const asked = await given({ optimise: true });
  expect(await confirmPlan(HUB, hub.store, DOCTOR, entry, asked)).toEqual(unread);
  expect(await confirmPlan(HUB, hub.store, NURSE, entry, asked)).toMatchObject({ kind: "confirmed" });
  // Later answers are other words.
  await hub.answer(entry, { anything_else: "I was ill again" });
  expect([await read(NURSE), await confirm({ optimise: true, reason: "Later" })]).toEqual([false, unread]);
});
