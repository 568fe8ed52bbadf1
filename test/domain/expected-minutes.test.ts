import { describe, expect, it } from "vitest";
import { listExpectation } from "~/domain/list-fit";
import { expectedMinutes } from "~/domain/overrun";
import { randomOf } from "~solver/random";

const LISTS: [mean: number, deviation: number, room: number][] = [
  [200, 60, 240],
  [230, 40, 240],
  [120, 100, 100],
  [400, 20, 480],
  [60, 42, 30],
];

describe("expected minutes of a list", () => {
  it.each(LISTS)(
    "mean %i, deviation %i, room %i: are those of simulated operating times",
    (mean, sd, room) => {
      const random = randomOf(mean + room);
      const s2 = Math.log(1 + (sd / mean) ** 2);
      const draws = 100_000;
      let [overrun, unused] = [0, 0];
      for (let draw = 0; draw < draws; draw++) {
        const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        const time = Math.exp(Math.log(mean) - s2 / 2 + Math.sqrt(s2) * normal);
        overrun += Math.max(0, time - room);
        unused += Math.max(0, room - time);
      }
      const within = (5 * sd) / Math.sqrt(draws);
      const found = expectedMinutes(mean, sd * sd, room);
      expect(Math.abs(found.overrun - overrun / draws)).toBeLessThan(within);
      expect(Math.abs(found.unused - unused / draws)).toBeLessThan(within);
    },
  );

  it.each(LISTS)("mean %i, deviation %i, room %i: differ by what the means leave", (mean, sd, room) => {
    const { overrun, unused } = expectedMinutes(mean, sd * sd, room);
    expect(unused - overrun).toBeCloseTo(room - mean, 9);
    expect(overrun).toBeGreaterThan(0);
    expect(unused).toBeGreaterThan(0);
  });

  it.each(LISTS)(
    "mean %i, deviation %i, room %i: fall with each minute by the probability",
    (mean, sd, room) => {
      // The other identity: d E max(T - room, 0) / d room = -P(T > room), here over a minute on either side.
      const at = (minutes: number) => expectedMinutes(mean, sd * sd, minutes).overrun;
      const s = Math.sqrt(Math.log(1 + (sd / mean) ** 2));
      const tail = 1 - phi((Math.log(room / mean) + (s * s) / 2) / s);
      expect((at(room - 1) - at(room + 1)) / 2).toBeCloseTo(tail, 3);
    },
  );

  it("are a question of minutes without spread, and all overrun without room", () => {
    expect(expectedMinutes(100, 0, 120)).toEqual({ overrun: 0, unused: 20 });
    expect(expectedMinutes(120, 0, 100)).toEqual({ overrun: 20, unused: 0 });
    expect(expectedMinutes(50, 400, 0)).toEqual({ overrun: 50, unused: 0 });
  });

  it("take the turnarounds off the room; an empty list leaves all of it", () => {
    const limits = { length: 240, turnaround: 15, maxCases: null, overrunProbabilityMax: 0.25 };
    const two = [60, 60].map((minutes) => ({ minutes, minutesDeviation: 20 }));
    expect(listExpectation(two, limits)).toEqual(expectedMinutes(120, 800, 225));
    expect(listExpectation([], limits)).toEqual({ overrun: 0, unused: 240 });
  });
});

/** The normal distribution function by Simpson's rule. */
function phi(x: number): number {
  const steps = 400;
  const h = (x + 8) / steps;
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(-8) + density(x);
  for (let i = 1; i < steps; i++) sum += (i % 2 ? 4 : 2) * density(-8 + i * h);
  return (sum * h) / 3;
}
