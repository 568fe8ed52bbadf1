import { describe, expect, it } from "vitest";
import type { Answers } from "~/domain/perioperative/answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import {
  contradictionsOf,
  saidElsewhere,
  withoutContradictions,
} from "~/domain/perioperative/questionnaire/contradictions";
import { questionOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { answersOf, settle } from "~/domain/perioperative/questionnaire/settle";
import { CONTRADICTING_PAIRS } from "~/facts/contradictions";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { walkAs } from "./walk-as";

const TODAY = "2026-11-30";
const RECORD = contextAnswers(
  QUESTIONNAIRE,
  { birthDate: "1992-01-15", listedOn: TODAY, severity: "minor", anaesthetic: "GA" },
  TODAY,
);
const WALKED = walkAs({}, RECORD).given;

/** What the contradictions of a fit person's answers with these differences are, and what rules read of them. */
function look(more: Answers) {
  const settled = settle(QUESTIONNAIRE, { ...WALKED, ...more }, 1);
  const found = contradictionsOf(QUESTIONNAIRE, settled, CONTRADICTING_PAIRS);
  return { found, rules: withoutContradictions(QUESTIONNAIRE, answersOf(QUESTIONNAIRE, settled), found) };
}

describe("a tick that is taken back on the page of its question", () => {
  it("contradicts a no, with and without “not sure”", () => {
    for (const heart_screen of [["high_bp"], ["high_bp", "dk"]]) {
      const { found, rules } = look({ heart_screen, heart_conditions: ["none"], high_bp: "no" });
      expect(found).toEqual([{ question: "high_bp", by: "heart_screen", code: "high_bp" }]);
      expect(rules.high_bp).toBeUndefined();
      expect(saidElsewhere(QUESTIONNAIRE, found, "high_bp")).toEqual(["High blood pressure"]);
    }
  });

  it("contradicts nothing that says yes or “I do not know”", () => {
    for (const high_bp of ["treated", "untreated", "dk"]) {
      const more = { heart_screen: ["high_bp"], high_bp, meds_any: "yes", blood_thinners: ["none"] };
      const { found, rules } = look({ ...more, special_meds: ["none"] });
      expect(found).toEqual([]);
      expect(rules.high_bp).toBe(high_bp);
    }
  });

  it("contradicts no no that nothing was ticked against", () => {
    const { found } = look({ heart_screen: ["dk"], heart_conditions: ["none"], high_bp: "no" });
    expect(found).toEqual([]);
  });

  it("leaves what was ticked for the rules, beside “I do not know”", () => {
    const both = { heart_screen: ["mi", "dk"], high_bp: "no", stroke: "never", clots: "no", blackouts: "no" };
    const none = look({ ...both, heart_conditions: ["none"] });
    expect(none.found).toEqual([{ question: "heart_conditions", by: "heart_screen", code: "mi" }]);
    expect(none.rules.heart_conditions).toEqual(["mi", "dk"]);
    expect(look({ ...both, heart_conditions: ["af"] }).rules.heart_conditions).toEqual(["af", "mi", "dk"]);
    expect(look({ ...both, heart_conditions: ["mi", "af"] }).found).toEqual([]);
  });

  it("is found for an anaesthetic that went wrong and that nobody had", () => {
    const { found } = look({ anaes_screen: ["airway", "dk"], anaes_before: "no" });
    expect(found).toEqual([{ question: "anaes_before", by: "anaes_screen", code: "airway" }]);
  });
});

describe("answers of different pages", () => {
  const HIGH_BP = { heart_screen: ["high_bp"], high_bp: "treated" };

  it("contradict each other where a known pair says so", () => {
    const { found, rules } = look({ ...HIGH_BP, meds_any: "no" });
    expect(found).toEqual([{ question: "meds_any", by: "high_bp", code: "treated" }]);
    expect(rules.meds_any).toBeUndefined();
    expect(rules.high_bp).toBe("treated");
  });

  it("do not where one of the two is another", () => {
    expect(look({ ...HIGH_BP, high_bp: "untreated", meds_any: "no" }).found).toEqual([]);
    expect(look({ ...HIGH_BP, meds_any: "dk" }).found).toEqual([]);
  });

  it("are named by questions and options that there are", () => {
    const named = CONTRADICTING_PAIRS.flatMap(({ says, denies }) => [says, denies]);
    const gone = named.flatMap(({ question, codes }) =>
      codes.filter((code) => !questionOf(QUESTIONNAIRE, question)?.options.some((one) => one.code === code)),
    );
    expect(gone).toEqual([]);
  });
});
