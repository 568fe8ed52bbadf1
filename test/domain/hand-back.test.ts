import { describe, expect, it } from "vitest";
import { handBackFrom, isHandedBack, type HeldPlace } from "~/domain/hand-back";

const SETTINGS = { handBackWeeks: 4, handBackGraceDays: 7 };
/** A place four weeks after Tuesday 17 November, given long before. */
const place: HeldPlace = {
  date: "2026-12-15",
  placedOn: "2026-10-01",
  screening: "optimising",
  override: [],
};

describe("a place whose patient is not confirmed fit", () => {
  it("is handed back from the day of the setting on, and not a day before", () => {
    expect(isHandedBack(place, SETTINGS, "2026-11-16")).toBe(false);
    expect(isHandedBack(place, SETTINGS, "2026-11-17")).toBe(true);
    expect(isHandedBack(place, { ...SETTINGS, handBackWeeks: 3 }, "2026-11-23")).toBe(false);
    expect(isHandedBack(place, { ...SETTINGS, handBackWeeks: 3 }, "2026-11-24")).toBe(true);
  });

  it("has some days of its own where it was given later than that", () => {
    const late = { ...place, placedOn: "2026-11-20" };
    expect(handBackFrom(late, SETTINGS)).toBe("2026-11-27");
    expect(isHandedBack(late, SETTINGS, "2026-11-26")).toBe(false);
    expect(isHandedBack(late, SETTINGS, "2026-11-27")).toBe(true);
  });

  it("keeps its record once the day is over", () => {
    expect(isHandedBack(place, SETTINGS, "2026-12-15")).toBe(true);
    expect(isHandedBack(place, SETTINGS, "2026-12-16")).toBe(false);
  });

  it("stays with a confirmed patient, or where a person set that rule aside", () => {
    expect(handBackFrom({ ...place, screening: "fit" }, SETTINGS)).toBeNull();
    expect(handBackFrom({ ...place, override: ["optimising"] }, SETTINGS)).toBeNull();
    expect(handBackFrom({ ...place, override: ["notice"] }, SETTINGS)).toBe("2026-11-17");
  });
});
