import { expect, it } from "vitest";
import { gapShut } from "~/domain/gap-shut";
import { aSession } from "../db/given-hub";

const facts = { today: "2026-11-30", surgeonsAway: [] as string[], cases: 2 };
const session = aSession({ date: "2026-12-15", surgeons: ["C1", "C2"], maxCases: null });

it("says why a list takes nobody, whoever it is", () => {
  expect(gapShut(session, facts)).toBe("");
  expect(gapShut({ ...session, status: "locked" }, facts)).toBe("");
  expect(gapShut({ ...session, status: "closed" }, facts)).toContain("closed");
  expect(gapShut({ ...session, status: "unstaffed" }, facts)).toContain("not staffed");
  expect(gapShut(session, { ...facts, today: "2026-12-15" })).toBe("");
  expect(gapShut(session, { ...facts, today: "2026-12-16" })).toContain("over");
});

it("counts leave only when nobody is left to operate, and the number of cases that a session takes", () => {
  expect(gapShut(session, { ...facts, surgeonsAway: ["C1"] })).toBe("");
  expect(gapShut(session, { ...facts, surgeonsAway: ["C1", "C2"] })).toContain("C1, C2 are on leave");
  expect(gapShut({ ...session, maxCases: 3 }, facts)).toBe("");
  expect(gapShut({ ...session, maxCases: 2 }, facts)).toContain("takes 2 cases, and has 2");
});
