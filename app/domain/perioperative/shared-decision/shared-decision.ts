import { addDays, type IsoDate } from "../../calendar";

/** one: the choices are talked about; two: after time to think, the patient decides. */
export const DECISION_STAGES = ["one", "two"] as const;
export type DecisionStage = (typeof DECISION_STAGES)[number];

/** What was talked about: the benefits, the risks, the alternatives, and doing nothing (BRAN, Choosing Wisely UK). */
export const DISCUSSED = ["benefits", "risks", "alternatives", "nothing"] as const;
export type Discussed = (typeof DISCUSSED)[number];

/** What the patient decided on that day. */
export const PATIENT_CHOICES = ["operation", "moreTime", "notSure", "otherCare", "noOperation"] as const;
export type PatientChoice = (typeof PATIENT_CHOICES)[number];

/** One stage as it was recorded. */
export interface StageRecord {
  stage: DecisionStage;
  heldOn: IsoDate;
  discussed: readonly Discussed[];
  choice: PatientChoice;
}

/** Why the decision is not complete, in the order in which it is mended. */
export type DecisionGap =
  /** The stage is not recorded. */
  | { kind: "noStage"; stage: DecisionStage }
  /** Stage one does not say that this was talked about. */
  | { kind: "notDiscussed"; discussed: readonly Discussed[] }
  /** Stage two was held before stage one, or before the time to think was over; `from`: the first day. */
  | { kind: "tooEarly"; from: IsoDate }
  /** The patient's last word at stage two is not the operation. */
  | { kind: "notChosen"; choice: PatientChoice };

/** How the two stages stand. */
export interface DecisionStanding<Stage extends StageRecord> {
  one: Stage | null;
  two: Stage | null;
  gaps: DecisionGap[];
  /** Both stages are recorded, in order, and the patient chose the operation: a booking needs no warning. */
  complete: boolean;
}

/**
 * How a two-stage shared decision stands. `records` in the order in which they were made: of each stage the last one
 * counts. `reflectionDays`: the least days between the stages; 0: the site has set none.
 */
export function decisionStanding<Stage extends StageRecord>(
  records: readonly Stage[],
  reflectionDays: number,
): DecisionStanding<Stage> {
  const last = (stage: DecisionStage) => records.filter((one) => one.stage === stage).at(-1) ?? null;
  const [one, two] = [last("one"), last("two")];
  const gaps: DecisionGap[] = [];
  if (!one) gaps.push({ kind: "noStage", stage: "one" });
  const silent = one ? DISCUSSED.filter((topic) => !one.discussed.includes(topic)) : [];
  if (silent.length > 0) gaps.push({ kind: "notDiscussed", discussed: silent });
  if (!two) gaps.push({ kind: "noStage", stage: "two" });
  const from = one && addDays(one.heldOn, reflectionDays);
  if (two && from && two.heldOn < from) gaps.push({ kind: "tooEarly", from });
  if (two && two.choice !== "operation") gaps.push({ kind: "notChosen", choice: two.choice });
  return { one, two, gaps, complete: gaps.length === 0 };
}
