import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearRoom } from "~/cli/bench/safe-overrun";
import { overrunProbability } from "~solver/overrun";

const duration = fc
  .record({ mean: fc.integer({ min: 10, max: 200 }), percent: fc.integer({ min: 0, max: 90 }) })
  .map(({ mean, percent }) => ({ mean, variance: ((mean * percent) / 100) ** 2 }));
const list = fc.record({
  length: fc.integer({ min: 120, max: 600 }),
  turnaround: fc.constantFrom(0, 5, 12, 20),
});

describe("the overrun rule in its linear form", () => {
  it.each([0.05, 0.15, 0.25, 0.4, 0.6])("never lets a list run over more often than %s", (limit) => {
    let full = 0;
    fc.assert(
      fc.property(list, fc.array(duration, { minLength: 2, maxLength: 14 }), (shape, cases) => {
        const linear = linearRoom(shape, cases, limit);
        if (!linear) return;
        let { room } = linear;
        const taken = cases.filter((_, at) => {
          const fits = linear.weights[at]! <= room;
          if (fits) room -= linear.weights[at]!;
          return fits;
        });
        if (taken.length < 2) return;
        full++;
        const sum = (of: (c: (typeof cases)[number]) => number) => taken.reduce((all, c) => all + of(c), 0);
        const minutes = shape.length - shape.turnaround * (taken.length - 1);
        const mean = sum((c) => c.mean);
        expect(mean).toBeLessThanOrEqual(minutes);
        expect(
          overrunProbability(
            minutes,
            mean,
            sum((c) => c.variance),
          ),
        ).toBeLessThanOrEqual(limit + 1e-6);
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(full).toBeGreaterThan(500);
  });

  it("lets a case in alone however long it is, and nothing beside it", () => {
    const cases = [
      { mean: 300, variance: 900 },
      { mean: 20, variance: 9 },
    ];
    const { weights, room } = linearRoom({ length: 240, turnaround: 10 }, cases, 0.25)!;
    expect(weights[0]).toBe(room);
    expect(weights[0]! + weights[1]!).toBeGreaterThan(room);
  });

  it("is the sum of minutes and turnarounds where durations are certain", () => {
    const cases = [1, 2, 3].map(() => ({ mean: 60, variance: 0 }));
    expect(linearRoom({ length: 200, turnaround: 10 }, cases, 0.25)).toEqual({
      weights: [70, 70, 70],
      room: 210,
    });
  });

  it("has no form that lets two cases in when nothing may ever run over", () => {
    expect(linearRoom({ length: 240, turnaround: 10 }, [{ mean: 60, variance: 400 }], 0)).toBeNull();
  });
});
