import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENOUGH_ADMISSIONS, likelyWait } from "~/domain/perioperative/likely-wait";

describe("the likely wait", () => {
  it("is the middle half of the admissions", () => {
    expect(likelyWait([10, 10, 10, 10])).toEqual({ from: 1, to: 3, patients: 40 });
    expect(likelyWait([9, 11, 9, 11])).toEqual({ from: 2, to: 4, patients: 40 });
    expect(likelyWait([0, 0, 30])).toEqual({ from: 3, to: 3, patients: 30 });
  });

  it("is not told from fewer than 30", () => {
    expect(likelyWait([ENOUGH_ADMISSIONS - 1])).toBeNull();
    expect(likelyWait([])).toBeNull();
  });

  it("holds at least half of the admissions between its ends", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 105 }), (byWeeks) => {
        const wait = likelyWait(byWeeks);
        if (!wait) return;
        const within = byWeeks.slice(wait.from - 1, wait.to).reduce((sum, some) => sum + some, 0);
        expect(within * 2).toBeGreaterThanOrEqual(wait.patients);
        expect(wait.from).toBeLessThanOrEqual(wait.to);
      }),
    );
  });
});
