import { answerSections, type AnswerSection } from "~/domain/perioperative/questionnaire/check-answers";
import { contradictionsOf } from "~/domain/perioperative/questionnaire/contradictions";
import { firstOpenPage } from "~/domain/perioperative/questionnaire/walk";
import { CONTRADICTING_PAIRS } from "~/facts/contradictions";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";

/** All answers before they are sent. */
export interface CheckPage {
  sections: readonly AnswerSection[];
  /** Somebody helps: answers to sensitive questions are covered until they are opened. */
  hideSensitive: boolean;
  /** The first page that still has to be answered; null: all are. */
  open: string | null;
  completed: boolean;
}

/** The answers of a form; null: there is none. */
export async function checkPage(key: FormKey): Promise<CheckPage | null> {
  const form = await readForm(store().db, key);
  if (!form) return null;
  const { questionnaire, settled, source, sent } = form;
  return {
    sections: answerSections(
      questionnaire,
      settled,
      contradictionsOf(questionnaire, settled, CONTRADICTING_PAIRS),
    ),
    hideSensitive: source.by === "helped" || source.by === "carer",
    open: firstOpenPage(questionnaire, settled)?.id ?? null,
    completed: sent,
  };
}
