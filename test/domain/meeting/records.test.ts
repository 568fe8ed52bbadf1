import { describe, expect, it } from "vitest";
import { courseOf, neighbours } from "~/domain/meeting/course";
import { decideRecording, openAction, type ItemWish } from "~/domain/meeting/recording";
import {
  actionsOf,
  currentRecords,
  isStruck,
  spokenAbout,
  type MeetingRecord,
} from "~/domain/meeting/records";
import { keyOf, namedBy, type Subject } from "~/domain/meeting/subject";

const ABOUT: Subject = { section: "contested", title: "PP1", detail: "", place: "", grounds: [] };

function record(number: number, facts: Partial<MeetingRecord> = {}): MeetingRecord {
  return {
    ...{
      meeting: "M1",
      number,
      kind: "decision",
      key: "case:A",
      text: `text ${number}`,
      owner: "",
      dueOn: null,
    },
    ...{ replaces: 0, done: null, about: ABOUT, by: "user:ann", at: "2026-11-25T10:00:00.000Z" },
    ...facts,
  };
}
const wish = (facts: Partial<ItemWish> = {}): ItemWish => ({
  ...{ kind: "decision", text: "text 1", owner: "", dueOn: null, replaces: 0, done: null },
  ...facts,
});

describe("items of a meeting", () => {
  it("count by the last correction, at the place of the first, with what they said before", () => {
    const current = currentRecords([
      record(1),
      record(2),
      record(3, { replaces: 1 }),
      record(4, { replaces: 3 }),
    ]);
    expect(current.map(({ number, before }) => [number, before.map((one) => one.number)])).toEqual([
      [4, [1, 3]],
      [2, []],
    ]);
  });

  it("are struck out by a correction without words, and then nothing was spoken about", () => {
    const current = currentRecords([record(1), record(2, { replaces: 1, text: "" })]);
    expect(current.map(isStruck)).toEqual([true]);
    expect(spokenAbout(current).size).toBe(0);
    expect(spokenAbout(currentRecords([record(1)]))).toEqual(new Set(["case:A"]));
  });
});

describe("typing in", () => {
  const decide = (records: MeetingRecord[], wishes: ItemWish[], seen = 0, by = "user:ann") =>
    decideRecording(records, { wishes, key: "case:A", seen, by });

  it("records a second click once, and the same words again later", () => {
    expect(decide([record(1)], [wish()])).toEqual({ kind: "record", wishes: [] });
    expect(decide([record(1)], [wish()], 1)).toEqual({ kind: "record", wishes: [wish()] });
    expect(decide([record(1)], [wish({ text: "other" })])).toMatchObject({ wishes: [{ text: "other" }] });
  });

  it("keeps what two people say alike", () => {
    expect(decide([record(1)], [wish()], 0, "user:ben")).toEqual({ kind: "record", wishes: [wish()] });
  });

  it("does not correct what somebody else corrected first, nor what is not there", () => {
    const corrected = [record(1), record(2, { replaces: 1, by: "user:ben" })];
    const answer = { kind: "changedSince", by: "user:ben", number: 2 };
    expect(decide(corrected, [wish({ replaces: 1, text: "mine" })])).toEqual(answer);
    expect(decide(corrected, [wish({ replaces: 2, text: "mine" })])).toMatchObject({ kind: "record" });
    expect(decide(corrected, [wish({ replaces: 9 })])).toEqual({ kind: "unknownItem", number: 9 });
  });
});

describe("actions", () => {
  const action = record(1, { kind: "action", owner: "Ben", dueOn: "2026-12-02" });
  const done = record(1, { meeting: "M2", kind: "note", done: { meeting: "M1", number: 1 } });

  it("are open until an item that counts says that they are done", () => {
    expect(openAction([action], { meeting: "M1", number: 1 })?.number).toBe(1);
    expect(openAction([action, done], { meeting: "M1", number: 1 })).toBeNull();
    const struck = record(2, { meeting: "M2", kind: "note", replaces: 1, text: "" });
    expect(openAction([action, done, struck], { meeting: "M1", number: 1 })?.number).toBe(1);
  });

  it("stay done when they are corrected, and come first when they are due first", () => {
    const corrected = record(2, { kind: "action", replaces: 1, dueOn: "2026-12-09" });
    const sooner = record(3, { kind: "action", dueOn: "2026-12-01" });
    const actions = actionsOf([action, corrected, sooner, done]);
    expect(actions.map(({ number, doneBy }) => [number, doneBy !== null])).toEqual([
      [3, false],
      [2, true],
    ]);
  });
});

describe("the course of a meeting", () => {
  const item = (key: "case:A" | "case:B" | "case:C") => ({ key, section: "contested" as const });

  it("keeps what was spoken about when it has left the agenda", () => {
    const { stops } = courseOf([item("case:B")], currentRecords([record(1)]), 40);
    expect(stops.map(({ key, spoken, item: live }) => [key, spoken, live !== null])).toEqual([
      ["case:B", false, true],
      ["case:A", true, false],
    ]);
    expect(neighbours(stops, "case:B")).toEqual({ previous: null, next: "case:A" });
    expect(neighbours(stops, "case:A")).toEqual({ previous: "case:B", next: null });
  });

  it("shows so many of a section, and those that were spoken about", () => {
    const items = [item("case:B"), item("case:C"), item("case:A")];
    expect(courseOf(items, [], 2).left.contested).toBe(1);
    expect(courseOf(items, [], 3).left.contested).toBe(0);
    const { stops, left } = courseOf(items, currentRecords([record(1)]), 1);
    expect(stops.map(({ key }) => key)).toEqual(["case:B", "case:A"]);
    expect(left.contested).toBe(1);
  });
});

it.each(["case:A", "session:S1", "week"] as const)("the key %s names its subject", (key) => {
  expect(keyOf(namedBy(key)!)).toBe(key);
});
it.each(["case:", "other:A", ""])("%j is no key", (key) => expect(namedBy(key)).toBeNull());
