import type { ScreeningSettings } from "~/domain/perioperative/screening-settings";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { currentSettings, saveSettings, type SaveSettingsOutcome } from "~db/workspace-settings";
import type { ScreeningGiven } from "./screening-form.server";
import { watchNow } from "./watch-fitness.server";

/**
 * Saves the rules and borders of all sites (`site` null) or of one, and whom it takes where it is a hub, as the next
 * version of the organisation's settings. Assessments that rest on others are looked at again from now on
 * (`assessOutdated`).
 */
export async function saveScreening(
  scope: Scope,
  store: Store,
  actor: Actor,
  organisation: string,
  site: string | null,
  { base, choices, hub, reason }: ScreeningGiven,
): Promise<SaveSettingsOutcome> {
  const outcome = await store.commit(actor, "screening.save", async (tx) => {
    const { settings } = await currentSettings(scope, tx.db, organisation);
    const held = settings.screening;
    const screening: ScreeningSettings =
      site === null
        ? { ...held, all: choices }
        : {
            ...held,
            sites: { ...held.sites, [site]: choices },
            hubs: hub === null ? held.hubs : { ...held.hubs, [site]: hub },
          };
    const saved = { organisation, base, settings: { ...settings, screening }, reason };
    return saveSettings(scope, store, actor, saved);
  });
  if (outcome.kind === "saved") watchNow();
  return outcome;
}
