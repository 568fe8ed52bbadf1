import { describe, expect, it } from "vitest";
import { readReadinessForm } from "~/services/readiness-form.server";

const HUBS = ["RQM02", "RQM03"];
const SOUND = { screening: "fit", hubs: "all", reason: "Bloods are back" };

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

const read = (fields: Record<string, string | string[]>) =>
  readReadinessForm(formOf({ ...SOUND, ...fields }), HUBS, null);
const fields = (given: Record<string, string | string[]>) => read(given).problems?.map(({ field }) => field);

describe("the readiness form", () => {
  it("reads a decision with its days", () => {
    const given = read({
      "fitFrom-day": "1",
      "fitFrom-month": "12",
      "fitFrom-year": "2026",
      "fitUntil-day": "28",
      "fitUntil-month": "02",
      "fitUntil-year": "2027",
    }).given;
    expect(given).toEqual({
      screening: "fit",
      fitFrom: "2026-12-01",
      fitUntil: "2027-02-28",
      hubSuitable: true,
      reason: "Bloods are back",
    });
  });

  it("asks to have read just what the patient wrote, where nobody has yet", () => {
    const readOf = (read: string | null, unread: string | null) =>
      readReadinessForm(formOf({ ...SOUND, ...(read === null ? {} : { read }) }), HUBS, unread).problems?.map(
        ({ field }) => field,
      );
    expect(readOf(null, null)).toBeUndefined();
    expect(readOf("2 then", "2 then")).toBeUndefined();
    expect(readOf(null, "2 then")).toEqual(["read"]);
    expect(readOf("1 before", "2 then")).toEqual(["read"]);
  });

  it("takes empty dates for not known", () => {
    expect(read({}).given).toMatchObject({ fitFrom: null, fitUntil: null });
  });

  it.each([
    ["31", "2", "2027"],
    ["1", "13", "2027"],
    ["1", "", "2027"],
    ["1", "1", "27"],
    ["x", "1", "2027"],
  ])("refuses %s/%s/%s as a date", (day, month, year) => {
    expect(fields({ "fitFrom-day": day, "fitFrom-month": month, "fitFrom-year": year })).toEqual(["fitFrom"]);
  });

  const days = (from: string, until: string) => ({
    "fitFrom-day": from,
    "fitFrom-month": "12",
    "fitFrom-year": "2026",
    "fitUntil-day": until,
    "fitUntil-month": "12",
    "fitUntil-year": "2026",
  });
  it("takes one day of fitness, and refuses days that end before they begin", () => {
    expect(read(days("10", "10")).given).not.toBeNull();
    expect(fields(days("10", "9"))).toEqual(["fitUntil"]);
  });

  it("reads the hubs that suit, and only those there are", () => {
    expect(read({ hubs: "none" }).given?.hubSuitable).toEqual([]);
    expect(read({ hubs: "some", hub: ["RQM03", "R0A99"] }).given?.hubSuitable).toEqual(["RQM03"]);
    expect(fields({ hubs: "some" })).toEqual(["hubs"]);
    expect(fields({ hubs: "" })).toEqual(["hubs"]);
  });

  it("wants a reason, and not a book", () => {
    expect(fields({ reason: "  " })).toEqual(["reason"]);
    expect(read({ reason: "a".repeat(500) }).given).not.toBeNull();
    expect(fields({ reason: "a".repeat(501) })).toEqual(["reason"]);
  });

  it("names every field that is wrong at once", () => {
    expect(fields({ screening: "well", hubs: "", reason: "" })).toEqual(["screening", "hubs", "reason"]);
  });
});
