import { describe, expect, it } from "vitest";
import { CANCELLATION_REASONS } from "~/facts/cancellation-reasons";
import { DEBRIEF_REASONS } from "~/facts/debrief-reasons";
import { readDebriefForm } from "~/services/operating-day/debrief-form.server";
import { momentOf, readMomentForm, timeTyped } from "~/services/operating-day/moment-form.server";
import { gapsOf } from "~/services/operating-day/record-debrief.server";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const fieldsOf = (problems: { field: string }[] | null) => problems?.map(({ field }) => field);

describe("a time as a person types it", () => {
  it.each([
    ["8:05", "08:05"],
    ["08.05", "08:05"],
    ["0805", "08:05"],
    ["23:59", "23:59"],
    ["24:00", null],
    ["8:60", null],
    ["805pm", null],
    ["", null],
  ])("%s", (typed, expected) => {
    expect(timeTyped(typed)).toBe(expected);
  });
});

describe("the form of a moment", () => {
  it("needs a time, and for a correction a reason", () => {
    expect(fieldsOf(readMomentForm(formOf({ time: "" })).problems)).toEqual(["time"]);
    expect(fieldsOf(readMomentForm(formOf({ time: "09:00", base: "s/1" })).problems)).toEqual(["reason"]);
    expect(readMomentForm(formOf({ time: "09:00" })).given).toMatchObject({
      time: "09:00",
      takenBack: false,
    });
  });

  it("needs no time where the moment did not happen", () => {
    const taken = formOf({ happened: "no", base: "s/1", reason: "Wrong patient" });
    expect(readMomentForm(taken).given).toMatchObject({ takenBack: true, reason: "Wrong patient" });
  });

  it("knows only the moments of a case", () => {
    expect([momentOf("out"), momentOf("lunch"), momentOf(undefined)]).toEqual(["out", null, null]);
  });
});

describe("the form of a debrief", () => {
  const asked = { lateStart: 20, gaps: [{ before: "e1" }, { before: "e2" }], earlyFinish: null };

  it("asks a reason for whatever the times ask about, and for nothing else", () => {
    expect(fieldsOf(readDebriefForm(formOf({}), asked).problems)).toEqual(["lateStart", "gap-e1", "gap-e2"]);
    const given = formOf({
      lateStart: "ward",
      "gap-e1": "transfer",
      "gap-e2": "bed",
      earlyFinish: "quicker",
    });
    const { said } = readDebriefForm(given, asked);
    expect(said).toMatchObject({ lateStart: "ward", earlyFinish: "" });
    expect([...said!.gaps]).toEqual([
      ["e1", "transfer"],
      ["e2", "bed"],
    ]);
  });

  it("takes no reason that is not in its list, and asks which other reason it was", () => {
    const one = { lateStart: 20, gaps: [], earlyFinish: null };
    expect(fieldsOf(readDebriefForm(formOf({ lateStart: "transfer" }), one).problems)).toEqual(["lateStart"]);
    expect(fieldsOf(readDebriefForm(formOf({ lateStart: "other" }), one).problems)).toEqual(["note"]);
    expect(readDebriefForm(formOf({ lateStart: "other", note: "Fire alarm" }), one).problems).toBeNull();
  });

  it("keeps the gaps as they are read again", () => {
    expect([...gapsOf("e1:transfer;e2:bed")]).toEqual([
      ["e1", "transfer"],
      ["e2", "bed"],
    ]);
    expect(gapsOf("").size).toBe(0);
  });
});

describe("the reasons", () => {
  it("have codes of their own, and groups that the 28-day clock understands", () => {
    const codes = CANCELLATION_REASONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(CANCELLATION_REASONS.filter(({ clinical, by }) => clinical && by === "patient")).toEqual([]);
    for (const { source, status } of CANCELLATION_REASONS) {
      expect(source).not.toBe("");
      expect(["found", "partly found", "unverified"]).toContain(status);
    }
  });

  it("of a debrief have codes of their own in each list", () => {
    for (const list of Object.values(DEBRIEF_REASONS).filter(Array.isArray)) {
      const codes = list.map(({ code }: { code: string }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});
