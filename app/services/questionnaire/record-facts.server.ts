import type { RecordFacts } from "~/domain/perioperative/questionnaire/context";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { surgerySeverity } from "~/facts/surgery-severity";

/** What the waiting list says before the first question; null where it is not known, which asks more. */
export function recordFactsOf(entry: WaitingListEntry): RecordFacts {
  const { birthDate, decisionToAdmit, anaesthetic, procedureCode } = entry;
  return {
    birthDate,
    listedOn: decisionToAdmit,
    severity: surgerySeverity(procedureCode).severity,
    anaesthetic,
  };
}
