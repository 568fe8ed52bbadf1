import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listStates } from "~/domain/list-state";
import { listNow } from "~/services/lists/list-now.server";
import { recordLetters } from "~/services/lists/record-letters.server";
import { recordNotices, type NoticeAsked } from "~/services/lists/tell-patients.server";
import { untoldCases } from "~/services/lists/untold-cases.server";
import { noticesOfEntries } from "~db/patient-notices";
import { placedCases } from "~db/placed-cases";
import { sessionEventsWithin } from "~db/session-events";
import { HUB, listsHub, SCHEDULER, TODAY, type ListsHub } from "./lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

const DATE = "2026-12-15";
const record = (entries: string[], more: Partial<NoticeAsked> = {}) =>
  recordNotices(HUB, hub.store, SCHEDULER, {
    ...{ session: hub.session, entries, kind: "told", channel: "phone", note: "", date: DATE, today: TODAY },
    ...more,
  });
const kept = async (entry: string) =>
  ((await noticesOfEntries(HUB, hub.store.db, [entry])).get(entry) ?? []).map(
    ({ kind, channel }) => `${kind} ${channel}`,
  );
const told = async () => (await listNow(HUB, hub.store.db, hub.session, TODAY))!.state.patientsTold;

describe("telling patients their date", () => {
  it("counts the list as told with the last who may be told", async () => {
    expect(await record([hub.ids[0]])).toEqual({ kind: "recorded", entries: 1 });
    expect(await told()).toBeNull();
    await record([hub.ids[1]]);
    expect(await told()).toMatchObject({ by: "user:scheduler" });
  });

  it("no longer counts the list as told when somebody comes on it later, until they are told too", async () => {
    const untold = async () => {
      const span = { from: DATE, until: "2026-12-16" };
      const states = listStates(await sessionEventsWithin(HUB, hub.store.db, span, "RQM"));
      const placed = await placedCases(HUB, hub.store.db, span, "RQM");
      return (await untoldCases(hub.store.db, placed, states)).get(hub.session) ?? 0;
    };
    await hub.place(hub.ids[1], null);
    expect(await untold()).toBe(0);
    await record([hub.ids[0]]);
    expect(await told()).not.toBeNull();
    expect(await untold()).toBe(0);
    await hub.place(hub.ids[1], hub.session);
    expect(await untold()).toBe(1);
    await record([hub.ids[1]]);
    expect(await untold()).toBe(0);
  });

  it("never tells who is not confirmed fit, nor anybody beside them", async () => {
    expect(await record(hub.ids)).toMatchObject({ kind: "refused" });
    expect(await kept(hub.ids[0])).toEqual([]);
  });

  it("is one notice for a double click, and another for another way", async () => {
    await Promise.all([record([hub.ids[0]]), record([hub.ids[0]])]);
    expect(await kept(hub.ids[0])).toEqual(["told phone"]);
    await record([hub.ids[0]], { channel: "letter" });
    expect(await kept(hub.ids[0])).toEqual(["told phone", "told letter"]);
  });

  it("is not recorded for a date or a list that is no longer theirs", async () => {
    expect(await record([hub.ids[0]], { date: "2026-12-16" })).toEqual({ kind: "changedSince" });
    await hub.place(hub.ids[0], hub.other);
    expect(await record([hub.ids[0]])).toEqual({ kind: "changedSince" });
  });

  it("takes an answer only from who was told, and frees no place for it", async () => {
    expect(await record([hub.ids[0]], { kind: "declined" })).toMatchObject({ kind: "refused" });
    await record([hub.ids[0]]);
    expect(await record([hub.ids[0]], { kind: "declined", note: "Away" })).toEqual({
      kind: "recorded",
      entries: 1,
    });
    const list = (await listNow(HUB, hub.store.db, hub.session, TODAY))!;
    expect(list.cases.map(({ held }) => held.id)).toContain(hub.ids[0]);
  });
});

describe("letters that were printed and sent", () => {
  const letters = (chosen: string[], size = "") => {
    const form = new FormData();
    for (const one of chosen) form.append("letter", one);
    form.append("size", size);
    return recordLetters(HUB, hub.store, SCHEDULER, { form, today: TODAY });
  };
  const letter = (entry: string, date = DATE) => `${hub.session}|${date}|${entry}`;

  it("are recorded as told by letter, by large print letter where it was one", async () => {
    expect(await letters([letter(hub.ids[0])])).toEqual({ kind: "recorded", letters: 1 });
    expect(await letters([letter(hub.ids[1])], "large")).toEqual({ kind: "recorded", letters: 1 });
    expect(await kept(hub.ids[0])).toEqual(["told letter"]);
    expect(await kept(hub.ids[1])).toEqual(["told largePrintLetter"]);
  });

  it("are all recorded or none", async () => {
    await hub.place(hub.ids[1], hub.other);
    expect(await letters([letter(hub.ids[0]), letter(hub.ids[1])])).toMatchObject({
      kind: "problem",
      status: 409,
    });
    expect(await kept(hub.ids[0])).toEqual([]);
    const moved = `${hub.other}|2026-12-17|${hub.ids[1]}`;
    expect(await letters([letter(hub.ids[0]), moved])).toMatchObject({ kind: "problem", status: 409 });
    expect(await kept(hub.ids[0])).toEqual([]);
    expect(await letters([])).toMatchObject({ kind: "problem", status: 400 });
  });
});
