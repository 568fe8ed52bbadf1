import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapPercent, gapWords } from "~/domain/gap-words";

describe("the gap in words", () => {
  it.each([
    [0, "as good as any possible plan"],
    [0.000001, "at most 0.01% below any possible plan"],
    [0.0034501, "at most 0.35% below any possible plan"],
    [0.0099, "at most 0.99% below any possible plan"],
    [0.0101, "at most 1.1% below any possible plan"],
    [0.07, "at most 7.0% below any possible plan"],
    [0.123, "at most 13% below any possible plan"],
    [1, "at most 100% below any possible plan"],
  ])("%d reads %s", (gap, words) => expect(gapWords(gap)).toBe(words));

  it("never claims less than the gap", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), (gap) => {
        expect(parseFloat(gapPercent(gap)) / 100).toBeGreaterThanOrEqual(gap - 1e-9);
      }),
    );
  });
});
