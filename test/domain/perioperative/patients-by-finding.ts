import type { AnswerValue } from "~/domain/perioperative/answers";
import { CATARACT, type Given } from "./fit-patient";

/** Patients at whom a rule fires, and patients just short of it at whom it does not. */
export type RulePair = [fires: Given[], short: Given[]];

export const a = (answers: Record<string, AnswerValue | null>): Given => ({ answers });
export const m = (measures: Given["measures"]): Given => ({ measures });
export const t = (workflow: Given["workflow"]): Given => ({ workflow });
/** Kilograms of somebody 200 cm tall with this body mass index. */
export const bmi = (index: number, answers: Record<string, AnswerValue> = {}): Given =>
  a({ height_cm: 200, weight_kg: index * 4, ...answers });
export const medicines = (question: string, codes: string[]): Given =>
  a({ meds_any: "yes", blood_thinners: ["none"], special_meds: ["none"], [question]: codes });
export const heart = (...codes: string[]): Given => a({ heart_conditions: codes, heart_event_when: "gt12" });
export const past = (...codes: string[]): Given => a({ anaes_before: "yes", anaes_problem: codes });
export const diabetes = (answers: Record<string, AnswerValue>): Given =>
  a({ diabetes: "t2", diabetes_treatment: ["diet"], hba1c_value: 50, hypos: "no", ...answers });
export const lungs = (code: string, answers: Record<string, AnswerValue> = {}): Given =>
  a({ lung_conditions: [code], lung_flare: "no", home_oxygen: "no", asthma_control: "well", ...answers });
export const cataract = (answers: Record<string, AnswerValue> = {}): Given => ({
  answers,
  procedure: CATARACT,
});
/** Somebody who can do all activities but these: without run, heavy and sport 34.7 points are left. */
export const weak = (without: string[]): Given => ({
  age: 66,
  answers: Object.fromEntries(without.map((activity) => [activity, "no"])),
});
export const older = (answers: Record<string, AnswerValue>, age = 66): Given => ({ age, answers });

/** Somebody who can do these activities and no others. */
export function able(...activities: string[]): Record<string, AnswerValue> {
  const names = [
    "selfcare",
    "indoors",
    "flat",
    "stairs",
    "run",
    "light",
    "moderate",
    "heavy",
    "garden",
    "brisk",
    "leisure",
    "sport",
  ];
  return Object.fromEntries(
    names.map((name) => [`act_${name}`, activities.includes(`act_${name}`) ? "yes" : "no"]),
  );
}
