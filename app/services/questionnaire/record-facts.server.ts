import type { RecordFacts } from "~/domain/perioperative/questionnaire/context";
import type { WaitingListEntry } from "~/domain/waiting-list";

/** What the waiting list says before the first question. How large an operation is, no file says: not known. */
export function recordFactsOf({ birthDate, decisionToAdmit, anaesthetic }: WaitingListEntry): RecordFacts {
  return { birthDate, listedOn: decisionToAdmit, severity: null, anaesthetic };
}
