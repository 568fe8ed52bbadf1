import { couldBePlanned, type HeldBack } from "~/domain/held-back";
import { holdsAt, type Hold } from "~/domain/workspace-settings";
import { stageTwoMissing } from "~/services/shared-decision/stage-two.server";
import type { Reader } from "~db/engine";
import { worsenedEntries } from "~/services/triage/worsened.server";
import { changedSince } from "~db/screening/changed-since";
import type { Scope } from "~db/scope";
import type { HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";

/** An entry as the planner sees it; `heldBack`: its site holds it back, and this is how it stands. */
export type PlannedEntry = HeldEntry & { heldBack?: HeldBack };

/**
 * The entries of a new plan, those whom their site holds back as waiting for screening: planner and files then give them
 * no date. Whoever has a date or a place already keeps it, and who cannot be planned anyway stays what they are.
 * `placed`: entries with a place.
 */
export async function heldBack(
  scope: Scope,
  db: Reader,
  entries: HeldEntry[],
  { organisation, placed }: { organisation: string; placed: ReadonlySet<string> },
): Promise<PlannedEntry[]> {
  const { settings } = await currentSettings(scope, db, organisation);
  const free = ({ id, entry }: HeldEntry) =>
    entry.tciDate === null && !placed.has(id) && couldBePlanned(entry);
  const holds = ({ entry }: HeldEntry, hold: Hold) => holdsAt(settings, entry.listingSite, hold);
  const asked = entries.filter((held) => free(held) && holds(held, "stageTwo"));
  const missing = await stageTwoMissing(scope, db, asked);
  const changed = new Set([...(await changedSince(scope, db)), ...(await worsenedEntries(scope, db))]);
  return entries.map((one) => {
    const why: Hold[] = [
      ...(missing.has(one.id) ? (["stageTwo"] as const) : []),
      ...(changed.has(one.id) && free(one) && holds(one, "healthChange") ? (["healthChange"] as const) : []),
    ];
    if (why.length === 0) return one;
    const { screening, fitFrom, fitUntil } = one.entry;
    return {
      ...one,
      entry: { ...one.entry, screening: "awaiting" },
      heldBack: { why, screening, fitFrom, fitUntil },
    };
  });
}
