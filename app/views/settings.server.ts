import { instantText } from "~/components/date-text";
import { ORDER_SWITCHES, type OrderSwitch } from "~/domain/list-order/order-policy";
import { DEFAULT_HOLDS, HOLDS, type Hold, type WorkspaceSettings } from "~/domain/workspace-settings";
import { GOLDEN_FACT, ORDER_RULE_FACTS, type OrderFact } from "~/facts/list-order";
import { HOLD_FACTS, settingFacts, SETTINGS, type SettingFacts } from "~/facts/workspace-settings";
import { store } from "~/store.server";
import { listSites, wholeScope } from "~db/organisations";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { currentSettings, listSettings } from "~db/workspace-settings";
import type { User } from "~/auth/visitor.server";
import { actorNames } from "./actor-names.server";
import { settingsDifference } from "./settings-difference";

/** The settings of an organisation and its sites. */
export interface SettingsPage {
  organisation: string;
  number: number;
  settings: WorkspaceSettings;
  sites: { code: string; name: string }[];
  rows: (SettingFacts & { name: string })[];
  rules: (OrderFact & { name: OrderSwitch; policyOn: boolean })[];
  holds: (Pick<SettingFacts, "words" | "status" | "source"> & { name: Hold; asItComes: boolean })[];
  mayEdit: boolean;
  history: { number: number; words: string; reason: string; changes: string[] }[];
}

/** Loads the settings, their versions, and where each default comes from. */
export async function settingsPage(user: User, scope: Scope, organisation: string): Promise<SettingsPage> {
  const { db } = store();
  const { number, settings } = await currentSettings(scope, db, organisation);
  const versions = await listSettings(scope, db, organisation);
  const sites = (await listSites(await wholeScope(db), db)).filter(
    (site) => site.organisation === organisation,
  );
  const names = await actorNames(versions.map(({ savedBy }) => savedBy));
  const { costs } = (await currentPolicy(scope, db, organisation))!.policy.listOrder;
  const siteName = (code: string) => sites.find((site) => site.code === code)?.name ?? code;
  return {
    ...{ organisation, number, settings },
    sites: sites.map(({ code, name }) => ({ code, name })),
    rows: SETTINGS.map((name) => ({ name, ...settingFacts(name) })),
    rules: ORDER_SWITCHES.map((name) => ({
      name,
      ...(name === "golden" ? GOLDEN_FACT : ORDER_RULE_FACTS.find(({ rule }) => rule === name)!),
      policyOn: name === "golden" || costs[name] > 0,
    })),
    holds: HOLDS.map((name) => ({ name, ...HOLD_FACTS[name], asItComes: DEFAULT_HOLDS[name] })),
    mayEdit: user.scope("setting.edit").organisations.includes(organisation),
    history: versions.map(({ number: of, savedBy, savedAt, reason, settings: saved }, at) => ({
      ...{ number: of, reason },
      words: `${names(savedBy)}, ${instantText(new Date(savedAt))}`,
      changes: settingsDifference(versions[at + 1]?.settings ?? null, saved, siteName),
    })),
  };
}
