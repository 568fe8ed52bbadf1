import { expect, it } from "vitest";
import { unfilledWords } from "~/components/six-four-two/words";
import { DEFAULT_POLICY } from "~/domain/policy";
import { fillingOf, freeMinutes, isFilled, type Filling } from "~/domain/six-four-two/filling";
import type { MilestoneStanding } from "~/domain/six-four-two/milestones";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { aTheatreSession } from "../../factories";

const SETTINGS = DEFAULT_SETTINGS.all;
const list = (facts: Partial<Filling>): Filling => ({
  ...{ cases: 3, maxCases: null, planned: 204, length: 240 },
  ...facts,
});

it("counts a list as filled from 85% of its minutes, as sites come", () => {
  // 85% of 240 minutes are 204.
  expect([203, 204, 260].map((planned) => isFilled(list({ planned }), SETTINGS))).toEqual([
    ...[false, true, true],
  ]);
});

it("follows a site's own share", () => {
  const half = { ...SETTINGS, filledPercent: 50 };
  expect([119, 120].map((planned) => isFilled(list({ planned }), half))).toEqual([false, true]);
});

it("counts one case that fills the list, and never none", () => {
  expect(isFilled(list({ cases: 1, planned: 210 }), SETTINGS)).toBe(true);
  expect(isFilled(list({ cases: 0, planned: 0, length: 0 }), SETTINGS)).toBe(false);
});

it("counts a list that may hold no more cases, whatever its minutes", () => {
  const short = { cases: 2, planned: 60 };
  expect([2, 3].map((maxCases) => isFilled(list({ ...short, maxCases }), SETTINGS))).toEqual([true, false]);
});

it("plans turnarounds between cases and leaves held minutes out", () => {
  const policy = { ...DEFAULT_POLICY, turnaroundMinutes: { default: 15 } };
  const session = aTheatreSession({ heldMinutes: 30, maxCases: 4 });
  expect(fillingOf(session, [40, 50], policy)).toEqual({ cases: 2, maxCases: 4, planned: 105, length: 210 });
  expect(fillingOf(session, [], policy)).toEqual({ cases: 0, maxCases: 4, planned: 0, length: 210 });
});

it("has no minutes free once it runs over", () => {
  expect([239, 240, 241].map((planned) => freeMinutes({ planned, length: 240 }))).toEqual([1, 0, 0]);
});

it("says what a list that is not filled has room for", () => {
  const words = (facts: Partial<Filling>, standing: MilestoneStanding) =>
    unfilledWords(list(facts), { milestone: "filled", due: "2026-12-07", standing, daysLate: 0 });
  expect(words({ planned: 145 }, "late")).toBe("Part filled, 95 minutes free");
  expect(words({ cases: 0, planned: 0 }, "due")).toBe("No case, 240 minutes free");
  expect(words({ planned: 210 }, "done")).toBe("");
  expect(words({ cases: 0, planned: 0 }, "notNeeded")).toBe("");
});
