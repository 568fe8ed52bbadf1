import { decisionStanding, type DecisionGap } from "~/domain/perioperative/shared-decision/shared-decision";
import { settingsAt } from "~/domain/workspace-settings";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { sharedDecisions } from "~db/shared-decisions";
import type { HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";

/** What of an entry tells whether its shared decision is complete. */
export type DecidedEntry = Pick<HeldEntry, "id" | "organisation"> & { entry: { listingSite: string } };

/** The entries whose two-stage shared decision is not complete, with what it lacks; of entries in scope. */
export async function stageTwoMissing(
  scope: Scope,
  db: Reader,
  entries: readonly DecidedEntry[],
): Promise<Map<string, DecisionGap[]>> {
  if (entries.length === 0) return new Map();
  const stages = await sharedDecisions(
    scope,
    db,
    entries.map(({ id }) => id),
  );
  const settings = new Map<string, Awaited<ReturnType<typeof currentSettings>>["settings"]>();
  for (const organisation of new Set(entries.map((one) => one.organisation)))
    settings.set(organisation, (await currentSettings(scope, db, organisation)).settings);
  const missing = new Map<string, DecisionGap[]>();
  for (const { id, organisation, entry } of entries) {
    const { reflectionDays } = settingsAt(settings.get(organisation)!, entry.listingSite);
    const { gaps } = decisionStanding(stages.get(id) ?? [], reflectionDays);
    if (gaps.length > 0) missing.set(id, gaps);
  }
  return missing;
}

/** Which of some entries stand before stage two of the shared decision, whoever looks: their decision is not complete. */
export async function beforeStageTwo(
  db: Reader,
  entries: readonly DecidedEntry[],
): Promise<ReadonlySet<string>> {
  const scope = {
    organisations: [...new Set(entries.map(({ organisation }) => organisation))],
    sites: [...new Set(entries.map(({ entry }) => entry.listingSite))],
  };
  return new Set((await stageTwoMissing(scope, db, entries)).keys());
}
