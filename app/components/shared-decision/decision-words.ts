import { dateText } from "~/components/date-text";
import type {
  DecisionGap,
  DecisionStage,
  Discussed,
  PatientChoice,
} from "~/domain/perioperative/shared-decision/shared-decision";

export const STAGE_WORDS: Record<DecisionStage, string> = {
  one: "Stage one: the choices were talked about",
  two: "Stage two: after time to think, the patient decided",
};
export const STAGE_SHORT: Record<DecisionStage, string> = { one: "Stage one", two: "Stage two" };

export const DISCUSSED_WORDS: Record<Discussed, string> = {
  benefits: "Benefits of the operation",
  risks: "Risks of the operation",
  alternatives: "Alternatives to the operation",
  nothing: "Doing nothing",
};

export const CHOICE_WORDS: Record<PatientChoice, string> = {
  operation: "Wants the operation",
  moreTime: "Wants more time",
  notSure: "Is not sure",
  otherCare: "Chose other care",
  noOperation: "Does not want the operation",
};

/** What a decision lacks, as a sentence without its full stop. */
export function gapWords(gap: DecisionGap): string {
  if (gap.kind === "noStage") return `${STAGE_SHORT[gap.stage]} is not recorded`;
  if (gap.kind === "notDiscussed") {
    const topics = gap.discussed.map((topic) => DISCUSSED_WORDS[topic].toLowerCase()).join(", ");
    return `Stage one does not say that this was talked about: ${topics}`;
  }
  if (gap.kind === "tooEarly")
    return `Stage two was held before the time to think was over, on ${dateText(gap.from, "date")}`;
  const choice = CHOICE_WORDS[gap.choice];
  return `At stage two the patient ${choice.charAt(0).toLowerCase()}${choice.slice(1)}`;
}

/** The mark of a case whose shared decision is not complete, wherever a case stands or could stand. */
export const BEFORE_STAGE_TWO = "Before stage two";
