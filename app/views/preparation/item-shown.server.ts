import type { ApprovedText } from "~/domain/perioperative/preparation/approved-text";
import type { PlanItem } from "~/domain/perioperative/preparation/plan";
import { spokenDate } from "~/domain/spoken-date";
import type { IsoDate } from "~/domain/calendar";
import { actionSet } from "~/services/preparation/action-set.server";

/**
 * The words of an action for the patient as they count now: of one that quotes, the text that the site approved, and,
 * where none was or it was withdrawn or replaced since the plan was confirmed, the words that say to ask.
 */
export function patientWords(
  { quotes, patientText }: PlanItem,
  texts: ReadonlyMap<string, ApprovedText>,
): { text: string; asks: boolean } {
  if (quotes === null) return { text: patientText, asks: false };
  const now = texts.get(quotes.topic);
  const stands = now !== undefined && now.number === quotes.number && now.site === quotes.site;
  return stands ? { text: now.text, asks: false } : { text: patientText, asks: true };
}

const UNDATED = {
  patient: { before: "When you have your date", after: "After your operation" },
  staff: { before: "When there is a date", after: "After surgery" },
} as const;

/** When an action is due, in words for the patient or for staff. */
export function dueWords(
  { due, phase }: Pick<PlanItem, "due" | "phase">,
  today: IsoDate,
  reader: keyof typeof UNDATED,
): string {
  if (due === null) return UNDATED[reader][phase];
  return `By ${spokenDate(due, today)}`;
}

/** What topics are called of which a plan lacks an approved text. */
export function textsLacking(items: readonly PlanItem[], texts: ReadonlyMap<string, ApprovedText>): string[] {
  const names = actionSet().texts;
  return items
    .filter((item) => patientWords(item, texts).asks)
    .map(({ quotes }) => names[quotes!.topic] ?? quotes!.topic);
}
