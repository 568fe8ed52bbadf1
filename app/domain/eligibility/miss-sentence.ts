import type { WaitingListEntry } from "../waiting-list";
import type { EligibilityContext } from "./rule";
import type { NearestMiss } from "./session-index";

/** Why an entry can go into no session of the week, by the one that came nearest. */
export function missSentence(
  entry: WaitingListEntry,
  miss: NearestMiss,
  context: EligibilityContext,
): string {
  if (miss.kind === "entry") return miss.rule.sentence(entry, context);
  if (miss.kind === "pair") return miss.rule.sentence(entry, miss.session, context);
  const specialty = context.names.specialty(entry.treatmentFunction);
  if (!miss.specialtyOpen) return `No open session takes ${specialty}.`;
  return `No open session of ${specialty} has ${entry.consultant ?? ""}, and the patient is not pooled.`;
}
