import { actorText, type Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { decisionsOfEntry } from "~db/screening/decisions";
import type { Scope } from "~db/scope";

/**
 * Whether somebody has said already that they read what the patient wrote: they took the latest decision about the entry
 * themselves, on the same answers. Words that the rules found since are still to be read.
 */
export async function wordsRead(scope: Scope, db: Reader, entry: string, actor: Actor): Promise<boolean> {
  const [decision] = await decisionsOfEntry(scope, db, entry);
  if (decision === undefined || decision.by !== actorText(actor)) return false;
  const assessments = await assessmentsOfEntry(scope, db, entry);
  const [latest, seen] = [assessments[0], assessments.find(({ number }) => number === decision.assessment)];
  if (latest === undefined || seen === undefined || latest.response !== seen.response) return false;
  return latest.content.toRead.every(
    (question) =>
      seen.content.toRead.includes(question) &&
      seen.content.facts[`q.${question}`] === latest.content.facts[`q.${question}`],
  );
}
