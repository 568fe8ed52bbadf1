import { ageOn } from "../../age";
import { dayNumber, type IsoDate } from "../../calendar";
import type { Anaesthetic } from "../../waiting-list";
import type { Answers, AnswerValue } from "../answers";
import type { Question, Questionnaire } from "./questionnaire";

/** How much an operation asks of the body; null where nobody has said. */
export const SEVERITIES = ["minor", "intermediate", "major", "major_complex"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the record says before the first question. Null: not known, which asks what the careful case asks. */
export interface RecordFacts {
  birthDate: IsoDate | null;
  listedOn: IsoDate | null;
  severity: Severity | null;
  anaesthetic: Anaesthetic | null;
}

const UNKNOWN = "unknown";
const ANAESTHETIC_CODES: Record<Anaesthetic, string> = { GA: "general", RA: "regional", LA: "local" };

/** The record's facts as answers to the hidden questions of the questionnaire, on a date. */
export function contextAnswers(questionnaire: Questionnaire, facts: RecordFacts, today: IsoDate): Answers {
  const find = (id: string) => questionnaire.context.find((question) => question.id === id);
  const { birthDate, listedOn } = facts;
  const known: Record<string, AnswerValue | null> = {
    ctx_age: birthDate ? groupFrom(find("ctx_age"), ageOn(birthDate, today)) : UNKNOWN,
    ctx_waiting: listedOn ? groupFrom(find("ctx_waiting"), dayNumber(today) - dayNumber(listedOn)) : null,
    ctx_severity: facts.severity ?? UNKNOWN,
    ctx_anaesthetic: facts.anaesthetic ? ANAESTHETIC_CODES[facts.anaesthetic] : UNKNOWN,
    dob: birthDate,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) as Answers;
}

/** The last group that begins at or before the amount. */
function groupFrom(question: Question | undefined, amount: number): string | null {
  const reached = question?.options.filter(({ from }) => from !== null && from <= amount) ?? [];
  return reached[reached.length - 1]?.code ?? null;
}
