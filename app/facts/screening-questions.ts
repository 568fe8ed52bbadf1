import type { ScreeningQuestion } from "~/domain/perioperative/screening-question";
import table from "./screening-questions.json";

/** What the screening rules need of each question, in the questionnaire's order. */
export const SCREENING_QUESTIONS = table.questions as unknown as readonly ScreeningQuestion[];
export const SCREENING_QUESTIONS_SOURCE = { what: table.what, confidence: table.confidence };
