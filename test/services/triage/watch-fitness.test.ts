import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as log from "~/http/error-log";
import { saveScreening } from "~/services/triage/save-screening.server";
import { assessOutdated, leftToAssess } from "~/services/triage/watch-fitness.server";
import { newId } from "~db/new-id";
import { completeDraft, insertDraft, responseById } from "~db/questionnaire-responses";
import { HUB, NURSE, PATIENT, triageHub, type TriageHub } from "./triage-hub";

let hub: TriageHub;
beforeEach(async () => {
  hub = await triageHub({}, {}, {}, {}, {});
  for (const entry of hub.ids) await hub.answer(entry, { reflux: "often" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await hub.close();
});

/** Switches a rule off that all of them meet, as the version after `base`. */
const change = (base: number, rule = "A05") =>
  saveScreening(HUB, hub.store, NURSE, "RQM", "RQM01", {
    ...{ base, choices: { rules: { [rule]: false }, thresholds: {} }, hub: null, reason: "Agreed" },
  });
const states = () => Promise.all(hub.ids.map((entry) => hub.state(entry)));
const left = () => leftToAssess(HUB, hub.store);

/** Answers to questions that nobody has any more: to assess them throws. */
async function spoil(entry: string) {
  await hub.store.commit(PATIENT, "test", async (tx) => {
    const id = newId();
    await insertDraft(tx, {
      ...{ id, entry, organisation: "RQM", site: "RQM01", invitation: null, part: 1, given: {} },
      ...{ form: "screening", version: "gone", sourceBy: "staff", sourceChannel: "phone" },
    });
    await completeDraft(tx, (await responseById(tx.db, id))!, {});
  });
}

describe("after a change of the rules", () => {
  it.each([1, 2, 4, 5, 6])("all 5 patients are looked at again in one turn, in pages of %i", async (page) => {
    await change(0);
    expect(await left()).toBe(5);
    expect(await assessOutdated(hub.store, { page })).toBe(5);
    expect(new Set(await states())).toEqual(new Set(["low"]));
    expect(await left()).toBe(0);
    expect(await assessOutdated(hub.store, { page })).toBe(0);
  });

  it("others write between two patients, and a change meanwhile reaches everybody at last", async () => {
    await change(0);
    let looked = 0;
    const stopping = () => ++looked > 3;
    expect(await assessOutdated(hub.store, { page: 2, stopping })).toBe(3);
    expect(await left()).toBe(2);
    const both = await Promise.all([assessOutdated(hub.store, { page: 1 }), change(1, "A06")]);
    expect(both[1]).toMatchObject({ kind: "saved" });
    await assessOutdated(hub.store);
    expect(await left()).toBe(0);
  });

  it("one who cannot be assessed keeps nobody else from it, and is counted as left", async () => {
    const logged = vi.spyOn(log, "logError").mockImplementation(() => undefined);
    const [first] = [...hub.ids].sort();
    await spoil(first!);
    await change(0);
    expect(await assessOutdated(hub.store, { page: 2 })).toBe(4);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(await left()).toBe(1);
  });

  it("two processes that look at the same time assess each patient once", async () => {
    await change(0);
    await Promise.all([assessOutdated(hub.store), assessOutdated(hub.store, { page: 2 })]);
    for (const entry of hub.ids) expect((await hub.latest(entry)).number).toBe(2);
  });
});
