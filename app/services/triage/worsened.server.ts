import { DateTime } from "luxon";
import { LONDON, today } from "~/clock.server";
import { triageState } from "~/domain/perioperative/triage-state";
import type { Reader } from "~db/engine";
import { completedResponses } from "~db/questionnaire-responses";
import type { Scope } from "~db/scope";
import { assessedSinceDecided, boardEntries } from "~db/screening/triage-board";
import { entriesById } from "~db/waiting-list";

/**
 * The listed entries in scope whose patients are worse by what is known now than when somebody decided about them, and
 * nobody has decided since. Whom the file alone calls fit is among them where they answered after the day of its
 * screening, or it names none: a hospital that has seen them since knows better.
 */
export async function worsenedEntries(scope: Scope, db: Reader): Promise<Set<string>> {
  const day = today();
  const some = await assessedSinceDecided(scope, db);
  if (some.length === 0) return new Set();
  // Who is invited does not matter to this, so any instant of the day does.
  const all = await boardEntries(scope, db, day, day, some);
  const worsened = all.filter((entry) => triageState(entry, day).reopened === "worsened");
  const byFile = worsened.filter(({ decidedOn }) => decidedOn === null).map(({ id }) => id);
  const seenSince = await screenedAfterAnswers(scope, db, byFile);
  return new Set(worsened.map(({ id }) => id).filter((id) => !seenSince.has(id)));
}

async function screenedAfterAnswers(scope: Scope, db: Reader, ids: string[]): Promise<Set<string>> {
  const held = await entriesById(scope, db, ids);
  const last = new Map((await completedResponses(db, ids)).map((one) => [one.entry, one.completedAt!]));
  return new Set(
    ids.filter((id) => {
      const screened = held.get(id)?.entry.screeningDate ?? null;
      const answered = last.get(id);
      return screened !== null && answered !== undefined && screened > londonDate(answered);
    }),
  );
}

const londonDate = (instant: string): string =>
  DateTime.fromISO(instant, { zone: "utc" }).setZone(LONDON).toISODate()!;
