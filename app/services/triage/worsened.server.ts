import { today } from "~/clock.server";
import { triageState } from "~/domain/perioperative/triage-state";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { boardEntries } from "~db/screening/triage-board";

/**
 * The listed entries in scope whose patients are worse by what is known now than when a person here decided about them,
 * and nobody has decided since. Whom the file alone calls fit is not among them: its hospital has seen them.
 */
export async function worsenedEntries(scope: Scope, db: Reader): Promise<Set<string>> {
  const day = today();
  // Who is invited does not matter to this, so any instant of the day does.
  const all = await boardEntries(scope, db, day, day);
  const worsened = all.filter(
    (entry) => entry.decidedOn !== null && triageState(entry, day).reopened === "worsened",
  );
  return new Set(worsened.map(({ id }) => id));
}
