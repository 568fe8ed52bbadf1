import { describe, expect, it } from "vitest";
import { isSound, type JudgedWeek } from "~/cli/bench/random/judged-week";
import { howRandom, randomSections } from "~/cli/bench/random/random-report";
import { randomWeek } from "~/cli/bench/random/random-week";

const week = (number: number, more: Partial<JudgedWeek> = {}): JudgedWeek => ({
  ...{ ...randomWeek(number), entries: 200, sessions: 4, pairs: 90 },
  ...{ score: 990, bound: 1000, hand: 900, cpu: 1, faults: [], checker: "accepts" },
  ...more,
});

describe("what is sound", () => {
  it("is a plan that every judge accepts, at least as good as by hand, below its bound", () => {
    expect(isSound(week(1))).toBe(true);
    expect(isSound(week(1, { checker: null, score: 1000, hand: 1000 }))).toBe(true);
    expect(isSound(week(1, { faults: ["a list is too full"] }))).toBe(false);
    expect(isSound(week(1, { checker: "refuses" }))).toBe(false);
    expect(isSound(week(1, { hand: 991 }))).toBe(false);
    expect(isSound(week(1, { bound: 989 }))).toBe(false);
  });
});

describe("the report of random weeks", () => {
  it("counts by kind and names the widest gaps first", () => {
    const [kinds, widest] = randomSections([week(1), week(2, { score: 980 }), week(3, { score: 1000 })]);
    const all = kinds!.rows.at(-1)!;
    expect(all.slice(0, 6)).toEqual(["all", "3", "3", "1", "1.000%", "2.000%"]);
    expect(kinds!.after).toEqual(["Every plan is sound."]);
    expect(widest!.rows.slice(1).map(([name]) => name)).toEqual(["week 2", "week 1", "week 3"]);
  });

  it("names the weeks that are not sound", () => {
    const [kinds] = randomSections([week(1), week(2, { faults: ["a list is too full"] })]);
    expect(kinds!.after.join()).toContain("NOT SOUND: week 2 (a list is too full)");
    expect(kinds!.rows.at(-1)!.slice(1, 3)).toEqual(["2", "1"]);
  });

  it("says how it is made again", () => {
    const order = { from: 1, upTo: 200, keep: null, checker: null };
    expect(howRandom(order)).toContain("`npm run bench -- --random 200`");
    expect(howRandom({ ...order, from: 51, checker: "x" })).toContain("--random 200 --from 51 --checker …");
  });
});
