import { describe, expect, it } from "vitest";
import { limitPassed, timeShares } from "~/services/planning/time-shares";

/** A region on a machine of its own: 1.3 s to start and read, of them 1 s to read, and 0.5 s to build. */
const REGION = { spent: 1.8, reading: 1, building: 0.5 };
/** What writing and leaving take of it, what telling takes, and what the solver gets before telling does; seconds. */
const [WRITING, TELLING, FAIR] = [1.3, 0.75, 4.5];

describe("the shares of a time limit", () => {
  it("gives the solver what writing and telling leave, once that is fair", () => {
    const { solving, tellUntil } = timeShares(10, REGION);
    expect(solving).toBeCloseTo(10 - 1.8 - WRITING - TELLING);
    expect(tellUntil).toBeCloseTo(10 - WRITING);
  });

  it("takes the time of telling for the solver, as far as it lacks some", () => {
    const border = REGION.spent + WRITING + FAIR;
    expect(timeShares(border - 0.1, REGION).solving).toBeCloseTo(FAIR - 0.1);
    expect(timeShares(border + 0.1, REGION).solving).toBeCloseTo(FAIR);
    expect(timeShares(border + TELLING - 0.1, REGION).solving).toBeCloseTo(FAIR);
    expect(timeShares(border + TELLING + 0.1, REGION).solving).toBeCloseTo(FAIR + 0.1);
  });

  it("leaves the solver nothing where writing alone takes what is left", () => {
    const border = REGION.spent + WRITING;
    expect(timeShares(border + 0.01, REGION).solving).toBeCloseTo(0.01);
    expect(timeShares(border - 0.01, REGION).solving).toBe(0);
    expect(timeShares(border - 0.01, REGION).tellUntil).toBeCloseTo(REGION.spent - 0.01);
  });

  it("keeps back twice as much on a machine of half the speed", () => {
    const slow = { spent: 3.6, reading: 2, building: 1 };
    expect(30 - timeShares(30, slow).solving).toBeCloseTo(2 * (30 - timeShares(30, REGION).solving) - 0.1);
  });
});

describe("a limit that was passed", () => {
  const [searched, none] = [
    { solving: 2, tellUntil: 4 },
    { solving: 0, tellUntil: 1 },
  ];

  it("is told from 0.3 s on", () => {
    expect(limitPassed(5, 5.3, searched)).toBeNull();
    expect(limitPassed(5, 5.31, searched)).toMatch(
      /^--time-limit 5: the plan is whole, but it took 5\.3 s\. The machine/,
    );
  });

  it("is told with what to do where nothing could be searched", () => {
    const said = limitPassed(2, 3.5, none);
    expect(said).toMatch(/nothing was searched/);
    expect(said).toMatch(/Give at least --time-limit 5, or none\.$/);
  });
});
