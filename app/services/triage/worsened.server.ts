import { today } from "~/clock.server";
import { triageState } from "~/domain/perioperative/triage-state";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { assessedSinceDecided, boardEntries } from "~db/screening/triage-board";

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
  return new Set(all.filter((entry) => triageState(entry, day).reopened === "worsened").map(({ id }) => id));
}
