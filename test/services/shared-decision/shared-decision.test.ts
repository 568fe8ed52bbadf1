import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { DISCUSSED, type DecisionStage } from "~/domain/perioperative/shared-decision/shared-decision";
import { DEFAULT_SETTINGS, type WorkspaceSettings } from "~/domain/workspace-settings";
import { heldBack } from "~/services/planning/held-back.server";
import { recordStage } from "~/services/shared-decision/record-stage.server";
import { readStageForm } from "~/services/shared-decision/stage-form.server";
import { stageTwoMissing } from "~/services/shared-decision/stage-two.server";
import { entriesForPlanning } from "~db/waiting-list";
import { saveSettings } from "~db/workspace-settings";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

const STAGE = { heldBy: "Mr Ali", discussed: [...DISCUSSED], note: "", heldOn: today() };
const stage = (of: DecisionStage, base: number, more: object = {}) => ({
  ...{ ...STAGE, stage: of, base, choice: of === "one" ? ("moreTime" as const) : ("operation" as const) },
  ...more,
});

describe("the form of a stage", () => {
  const read = (more: Record<string, string | string[]> = {}) => {
    const form = new FormData();
    const [year, month, day] = today().split("-");
    const sound = {
      ...{ base: "0", stage: "one", choice: "moreTime", heldBy: "Mr Ali", discussed: ["risks", "nothing"] },
      ...{ "heldOn-day": day!, "heldOn-month": month!, "heldOn-year": year! },
    };
    for (const [name, value] of Object.entries({ ...sound, ...more }))
      for (const one of [value].flat()) form.append(name, one);
    return readStageForm(form, today());
  };
  const wrong = (more: Record<string, string | string[]>) => read(more).problems?.map(({ field }) => field);

  it("reads who, when, what was talked about and what was decided", () => {
    expect(read().given).toMatchObject({ stage: "one", heldOn: today(), discussed: ["risks", "nothing"] });
  });

  it("says what is missing, and takes no day to come", () => {
    expect(wrong({ stage: "", choice: "maybe", heldBy: "" })).toEqual(["stage", "heldBy", "choice"]);
    expect(wrong({ discussed: [] })).toEqual(["discussed"]);
    expect(wrong({ stage: "two", discussed: [] })).toBeUndefined();
    expect(wrong({ "heldOn-year": String(Number(today().slice(0, 4)) + 1) })).toEqual(["heldOn"]);
  });
});

describe("a two-stage shared decision", () => {
  let hub: TriageHub;
  let entry: string;
  beforeEach(async () => {
    const fit = { screening: "fit", fitFrom: today(), fitUntil: addDays(today(), 60) } as const;
    hub = await triageHub(
      { tciDate: null, ...fit },
      { tciDate: addDays(today(), 30), ...fit },
      { tciDate: null, screening: "unfit" },
      { tciDate: null, screening: "optimising", fitFrom: addDays(today(), 21) },
      { tciDate: null, screening: "optimising", fitFrom: null },
    );
    entry = hub.ids[0]!;
  });
  afterEach(() => hub.close());
  const record = (of: DecisionStage, base: number, more: object = {}) =>
    recordStage(HUB, hub.store, NURSE, entry, stage(of, base, more));
  const planned = () => entriesForPlanning(HUB, hub.store.db, "RQM");
  const awaiting = async (placed: string[] = []) =>
    (await heldBack(HUB, hub.store.db, await planned(), { organisation: "RQM", placed: new Set(placed) }))
      .filter((one) => one.entry.screening === "awaiting")
      .map(({ id }) => hub.ids.indexOf(id));
  const set = (settings: Partial<WorkspaceSettings>) =>
    saveSettings(HUB, hub.store, NURSE, {
      ...{ organisation: "RQM", base: 0, reason: "test", settings: { ...DEFAULT_SETTINGS, ...settings } },
    });

  it("keeps rule G05 until stage two is recorded", async () => {
    await hub.answer(entry);
    expect((await hub.latest(entry)).content.fired).toContain("G05");
    await record("one", 0);
    expect((await hub.latest(entry)).content.fired).toContain("G05");
    await record("two", 1);
    expect((await hub.latest(entry)).content.fired).not.toContain("G05");
    expect([...(await stageTwoMissing(HUB, hub.store.db, await planned())).keys()]).toEqual(hub.ids.slice(1));
  });

  it("is recorded once by a double click", async () => {
    expect(await record("one", 0)).toEqual({ kind: "recorded" });
    expect(await record("one", 0)).toEqual({ kind: "changedSince", by: "user:nurse" });
  });

  it("holds nobody back as it comes; where a site says so, who has neither date nor place", async () => {
    expect(await awaiting()).toEqual([]);
    await set({ holds: { RQM01: { stageTwo: true } } });
    // Who cannot be planned anyway, unfit or optimised with no date yet, is not called anything else.
    expect(await awaiting()).toEqual([0, 3]);
    expect(await awaiting([entry])).toEqual([3]);
    await record("one", 0);
    await record("two", 1);
    expect(await awaiting()).toEqual([3]);
  });

  it("keeps of whoever it holds back how screening stands, and until when", async () => {
    await set({ holds: { RQM01: { stageTwo: true } } });
    const nobody = { organisation: "RQM", placed: new Set<string>() };
    const held = await heldBack(HUB, hub.store.db, await planned(), nobody);
    const of = (at: number) => held.find(({ id }) => id === hub.ids[at]);
    expect(of(3)?.heldBack).toEqual({
      ...{ why: ["stageTwo"], screening: "optimising", fitFrom: addDays(today(), 21), fitUntil: null },
    });
    expect([of(1), of(2), of(4)].map((one) => one?.heldBack)).toEqual([undefined, undefined, undefined]);
  });
});
