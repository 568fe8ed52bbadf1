import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overrunProbability, runsOverMore, scoreNeeded, variancesAllowed } from "~solver/overrun";
import { Room, RoomTable } from "~solver/room";
import { slabsOf } from "~solver/slabs";

const limits = fc.constantFrom(0.01, 0.05, 0.15, 0.25, 0.4, 0.5, 0.7);

describe("the probability of overrun", () => {
  it("is one half where the median lies", () => {
    const median = 100 / Math.sqrt(1 + 900 / 10_000);
    expect(overrunProbability(median, 100, 900)).toBeCloseTo(0.5, 6);
  });
  it("is certain without room and settled without spread", () => {
    expect(overrunProbability(0, 100, 900)).toBe(1);
    expect(overrunProbability(100, 100, 0)).toBe(0);
    expect(overrunProbability(99, 100, 0)).toBe(1);
  });
  it("is settled by the means alone where the spread vanishes beside them", () => {
    for (const variance of [1e-9, 1e-13, 1e-30, 1e-300]) {
      expect(overrunProbability(101, 100, variance)).toBe(0);
      expect(overrunProbability(99, 100, variance)).toBeCloseTo(1, 6);
      expect(overrunProbability(100, 100, variance)).toBeCloseTo(0.5, 6);
    }
    expect(overrunProbability(100, 100, 5e-324)).toBe(0);
  });
  it("agrees with a simulation of lognormal times", () => {
    const [mean, sd, room] = [300, 60, 330];
    const s2 = Math.log(1 + (sd / mean) ** 2);
    let [over, state] = [0, 1];
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
    for (let i = 0; i < 200_000; i++) {
      const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
      over += Number(Math.exp(Math.log(mean) - s2 / 2 + Math.sqrt(s2) * normal) > room);
    }
    expect(overrunProbability(room, mean, sd * sd)).toBeCloseTo(over / 200_000, 2);
  });
});

describe("the variances that a limit allows", () => {
  it("are those at which the probability is within it", () =>
    fc.assert(
      fc.property(
        limits,
        fc.integer({ min: 30, max: 600 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 2.5, noNaN: true }),
        (limit, minutes, share, spread) => {
          const mean = Math.max(1, Math.floor(minutes * share));
          const variance = (mean * spread) ** 2;
          const { low, high } = variancesAllowed(scoreNeeded(limit), minutes, mean);
          const probability = overrunProbability(minutes, mean, variance);
          if (Math.abs(probability - limit) > 1e-9)
            expect(variance <= low || variance >= high).toBe(probability <= limit);
        },
      ),
    ));
  it("are none where the means do not fit", () =>
    expect(variancesAllowed(scoreNeeded(0.9), 100, 101)).toEqual({ low: -1, high: Infinity }));
});

describe("growing tighter", () => {
  it("says so only where a further case never helps", () =>
    fc.assert(
      fc.property(
        limits,
        fc.array(
          fc.tuple(fc.integer({ min: 10, max: 90 }), fc.double({ min: 0.05, max: 1.2, noNaN: true })),
          { minLength: 3, maxLength: 7 },
        ),
        fc.integer({ min: 100, max: 500 }),
        (limit, cases, length) => {
          const z = scoreNeeded(limit);
          const widest = Math.max(...cases.map(([, cv]) => cv * cv));
          fc.pre(runsOverMore(z, widest));
          const room = new Room(new RoomTable(z), length, 10, 10);
          const fits = (some: typeof cases) =>
            room.fits(
              some.length,
              some.reduce((sum, [m]) => sum + m, 0),
              some.reduce((sum, [m, cv]) => sum + (m * cv) ** 2, 0),
            );
          if (fits(cases)) expect(fits(cases.slice(0, -1))).toBe(true);
        },
      ),
    ));
});

describe("slabs", () => {
  it("hold every list that fits", () =>
    fc.assert(
      fc.property(
        limits,
        fc.array(fc.tuple(fc.integer({ min: 10, max: 90 }), fc.double({ min: 0, max: 1.5, noNaN: true })), {
          minLength: 2,
          maxLength: 7,
        }),
        fc.integer({ min: 60, max: 400 }),
        fc.constantFrom(0, 5, 15),
        (limit, cases, length, turnaround) => {
          const room = new Room(new RoomTable(scoreNeeded(limit)), length, turnaround, 10);
          const mean = cases.reduce((sum, [m]) => sum + m, 0);
          const variance = cases.reduce((sum, [m, cv]) => sum + (m * cv) ** 2, 0);
          fc.pre(room.fits(cases.length, mean, variance));
          const slab = slabsOf(room, 10 * 135 ** 2).find(
            ({ from, to }) => variance >= from && variance <= to,
          );
          const weight =
            slab && mean * slab.perMean + cases.length * slab.perCase + variance * slab.perVariance;
          expect(weight).toBeLessThanOrEqual(slab?.cap ?? -Infinity);
        },
      ),
      { numRuns: 300 },
    ));
});
