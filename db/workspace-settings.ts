import { and, desc, eq, type InferSelectModel } from "drizzle-orm";
import { DEFAULT_SETTINGS, resolveSettings, type WorkspaceSettings } from "~/domain/workspace-settings";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { workspaceSetting } from "./schema";
import { inScope, type Scope } from "./scope";
import type { Store } from "./store";

/** A version of an organisation's settings. Number 0 is the default, which nobody has saved. */
export type SettingsVersion = Omit<InferSelectModel<typeof workspaceSetting>, "organisation">;

/** The settings that count for an organisation; the default where it saved none or is not in scope. */
export async function currentSettings(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<SettingsVersion> {
  const [saved] = await db
    .select()
    .from(workspaceSetting)
    .where(
      and(inScope(scope, workspaceSetting.organisation), eq(workspaceSetting.organisation, organisation)),
    )
    .orderBy(desc(workspaceSetting.number))
    .limit(1);
  if (!saved) return { number: 0, settings: DEFAULT_SETTINGS, savedBy: "", savedAt: "", reason: "" };
  return { ...saved, settings: resolveSettings(saved.settings) };
}

export type SaveSettingsOutcome =
  | { kind: "saved"; number: number }
  | { kind: "changedSince"; number: number; by: string }
  | { kind: "notFound" };

/** Saves the next version of an organisation's settings. `base`: number of the version that the person changed. */
export async function saveSettings(
  scope: Scope,
  store: Store,
  actor: Actor,
  saved: { organisation: string; base: number; settings: WorkspaceSettings; reason: string },
): Promise<SaveSettingsOutcome> {
  return store.commit(actor, "settings.save", async (tx) => {
    const { organisation, base, settings, reason } = saved;
    if (!scope.organisations.includes(organisation)) return { kind: "notFound" };
    const held = await currentSettings(scope, tx.db, organisation);
    if (held.number !== base) return { kind: "changedSince", number: held.number, by: held.savedBy };
    const number = base + 1;
    await tx.insert(workspaceSetting, {
      ...{ organisation, number, settings, reason },
      savedBy: tx.by,
      savedAt: tx.at,
    });
    return { kind: "saved", number };
  });
}

/** The saved versions of an organisation's settings, latest first. */
export async function listSettings(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<SettingsVersion[]> {
  const versions = await db
    .select()
    .from(workspaceSetting)
    .where(
      and(inScope(scope, workspaceSetting.organisation), eq(workspaceSetting.organisation, organisation)),
    )
    .orderBy(desc(workspaceSetting.number));
  return versions.map((saved) => ({ ...saved, settings: resolveSettings(saved.settings) }));
}
