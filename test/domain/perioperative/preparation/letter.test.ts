import { describe, expect, it } from "vitest";
import { letterReadings, type MeasureRead } from "~/domain/perioperative/preparation/letter";
import type { Facts } from "~/domain/perioperative/fact";
import { ACTION_SET } from "./a-plan";

const by = "Ngozi Bell";
const measure = (name: MeasureRead["measure"], value: number, takenOn = "2026-11-12"): MeasureRead => ({
  ...{ measure: name, value, takenOn, by },
});

const letterOf = (id: string, facts: Facts, measures: MeasureRead[] = []) => {
  const { letter } = ACTION_SET.actions.find((action) => action.id === id)!;
  return letterReadings(letter!, {
    ...{ readings: ACTION_SET.readings, measures, facts },
    questionWords: (question) => question,
    answerWords: (_question, answer) => JSON.stringify(answer),
  });
};

describe("what a referral letter reads out", () => {
  it("gives a blood pressure that was measured, with its day and who entered it", () => {
    const { lines } = letterOf("blood-pressure", {}, [
      measure("bp_sys_clinic", 184),
      measure("bp_dia_clinic", 96),
    ]);
    expect(lines).toEqual([
      {
        words: "Blood pressure at assessment",
        value: "184/96 mmHg",
        from: [{ kind: "measured", on: "2026-11-12", by }],
      },
    ]);
  });

  it("keeps what the patient gave apart from what was measured, and names what is lacking", () => {
    const { lines, lacking } = letterOf("blood-pressure", { "q.bp_sys": 172, "q.high_bp": "untreated" });
    expect(lines).toEqual([
      {
        words: "Blood pressure that the patient gave",
        value: "172/not known mmHg",
        from: [{ kind: "answered" }],
      },
      { words: "high_bp", value: '"untreated"', from: [{ kind: "answered" }] },
    ]);
    expect(lacking).toEqual(["Blood pressure at assessment", "Blood pressure from the GP or a pharmacy"]);
  });

  it("names both days where two numbers were taken on two", () => {
    const { lines } = letterOf("blood-pressure", {}, [
      measure("bp_sys_primary", 170, "2026-10-01"),
      measure("bp_dia_primary", 102, "2026-10-02"),
    ]);
    expect(lines[0]!.from.map((from) => "on" in from && from.on)).toEqual(["2026-10-01", "2026-10-02"]);
  });

  it("gives HbA1c, haemoglobin and BMI where they are what it is about", () => {
    expect(letterOf("diabetes-team", { "q.hba1c_value": 75 }).lacking).toContain("HbA1c, measured");
    expect(letterOf("diabetes-team", {}, [measure("hba1c", 81)]).lacking).toEqual(["BMI"]);
    const hba1c = letterOf("diabetes-team", { "q.hba1c_value": 75 }, [measure("hba1c", 81)]).lines;
    expect(hba1c.map(({ words, value }) => `${words}: ${value}`)).toEqual([
      "HbA1c, measured: 81 mmol/mol",
      "HbA1c that the patient gave: 75 mmol/mol",
    ]);
    const bmi = letterOf("weight-dietitian", { "derived.bmi": 41.23, "q.weight_kg": 120 }).lines;
    expect(bmi.map(({ value }) => value)).toEqual(["41.2 kg/m²", "120 kg"]);
    expect(letterOf("anaemia-treatment", {}, [measure("hb", 104)]).lines[0]!.value).toBe("104 g/L");
  });

  it("is headed in a clinician's words, never in those for the patient", () => {
    for (const { id, title, letter } of ACTION_SET.actions.filter(({ referral }) => referral !== null)) {
      expect(letter!.title, id).not.toBe(title);
      expect(letter!.title, id).not.toMatch(/\byour?\b/i);
      expect(letter!.readings.length, id).toBeGreaterThan(0);
    }
  });
});
