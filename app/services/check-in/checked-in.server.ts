import type { CheckedIn } from "~/domain/perioperative/check-in/health-change";
import type { Reader } from "~db/engine";
import { completedResponses } from "~db/questionnaire-responses";

/** The check-ins of some entries that a scoped read has found, by entry, first to last. */
export async function checkInsOf(db: Reader, entries: readonly string[]): Promise<Map<string, CheckedIn[]>> {
  const byEntry = new Map<string, CheckedIn[]>();
  for (const { id, entry, completedAt, answers } of await completedResponses(db, entries, "checkIn")) {
    const one = { response: id, completedAt: completedAt!, answers: answers ?? {} };
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), one]);
  }
  return byEntry;
}
