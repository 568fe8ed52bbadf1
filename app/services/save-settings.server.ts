import type { Actor } from "~db/actor";
import { listSites } from "~db/organisations";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findAccount } from "~db/users";
import { currentSettings, saveSettings } from "~db/workspace-settings";
import { readSettingsForm, type SettingProblem } from "./settings-form.server";

export type SaveSettingsFormOutcome =
  | { kind: "saved"; number: number }
  | {
      kind: "problem";
      status: 400 | 409;
      problems: SettingProblem[];
      /** What the person filled in, by field. */
      given: Record<string, string>;
    };

/**
 * Saves the form of the settings as the next version. Sites that the person may not change keep what they have; what
 * somebody else saved meanwhile is not overwritten.
 */
export async function saveSettingsForm(
  scope: Scope,
  store: Store,
  actor: Actor,
  organisation: string,
  form: FormData,
): Promise<SaveSettingsFormOutcome> {
  const sites = (await listSites(scope, store.db)).filter((site) => site.organisation === organisation);
  const codes = sites.map(({ code }) => code);
  const read = readSettingsForm(form, codes);
  const given = givenOf(form);
  if (read.problems) return { kind: "problem", status: 400, problems: read.problems, given };
  const { base, settings, reason } = read.given;
  const held = (await currentSettings(scope, store.db, organisation)).settings;
  const kept = <Value>(own: Record<string, Value>, before: Record<string, Value>) => ({
    ...Object.fromEntries(Object.entries(before).filter(([site]) => !codes.includes(site))),
    ...own,
  });
  const whole = {
    all: settings.all,
    sites: kept(settings.sites, held.sites),
    order: kept(settings.order, held.order),
    letters: kept(settings.letters, held.letters),
    holds: kept(settings.holds, held.holds),
    screening: held.screening,
    preparation: held.preparation,
  };
  const outcome = await saveSettings(scope, store, actor, { organisation, base, settings: whole, reason });
  if (outcome.kind === "saved") return outcome;
  const by = outcome.kind === "changedSince" ? await nameOf(store, outcome.by) : "Somebody";
  const message = `${by} saved other settings since you opened this page. Nothing was saved: look at theirs below, then decide.`;
  return { kind: "problem", status: 409, problems: [{ field: "", message }], given: {} };
}

async function nameOf(store: Store, actor: string): Promise<string> {
  const id = actor.startsWith("user:") ? actor.slice(5) : "";
  return (id && (await findAccount(store.db, id))?.name) || "Somebody";
}

function givenOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
