import { ORDER_SWITCHES, type OrderSwitch, type OrderSwitches } from "~/domain/list-order/order-policy";
import {
  DEFAULT_SETTINGS,
  HOLDS,
  type HoldSwitches,
  type SiteSettings,
  type WorkspaceSettings,
} from "~/domain/workspace-settings";
import { settingFacts, SETTINGS } from "~/facts/workspace-settings";
import { formText } from "~/http/form-text";

/** What is wrong with one field, and how to mend it. */
export interface SettingProblem {
  field: string;
  message: string;
}

export interface SettingsGiven {
  base: number;
  /** Screening has a form of its own. */
  settings: Omit<WorkspaceSettings, "screening" | "preparation">;
  reason: string;
}

const LONGEST = 500;
const LONGEST_LINE = 120;

/**
 * Reads the form of the settings: a number for the organisation, and for each of its sites a number or nothing. Fields
 * are called `NAME` and `NAME@SITE`; switches `order-NAME@SITE` and `hold-NAME@SITE`; letters `phone@SITE`, `hours@SITE`, `place@SITE`.
 */
export function readSettingsForm(
  form: FormData,
  sites: readonly string[],
): { given: SettingsGiven; problems: null } | { given: null; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const all = { ...DEFAULT_SETTINGS.all };
  const settings: SettingsGiven["settings"] = { all, sites: {}, order: {}, letters: {}, holds: {} };
  for (const name of SETTINGS) all[name] = numberOf(form, name, name, problems) ?? all[name];
  for (const site of sites) {
    const own: Partial<SiteSettings> = {};
    for (const name of SETTINGS) {
      const field = `${name}@${site}`;
      const value = formText(form, field) === "" ? null : numberOf(form, field, name, problems);
      if (value !== null) own[name] = value;
    }
    if (Object.keys(own).length > 0) settings.sites[site] = own;
    const holds = holdsOf(form, site);
    if (Object.keys(holds).length > 0) settings.holds[site] = holds;
    const switches = switchesOf(form, site);
    if (Object.keys(switches).length > 0) settings.order[site] = switches;
    const [phone, hours, place] = ["phone", "hours", "place"].map((part) =>
      formText(form, `${part}@${site}`).slice(0, LONGEST_LINE),
    ) as [string, string, string];
    if (phone || hours || place) settings.letters[site] = { phone, hours, place };
  }
  const reason = formText(form, "reason").slice(0, LONGEST);
  if (reason === "")
    problems.push({ field: "reason", message: "Say why the settings change, in a few words" });
  const base = formText(form, "base");
  if (!/^\d{1,9}$/.test(base))
    problems.push({ field: "", message: "Open the settings again: the form is not whole" });
  if (problems.length > 0) return { given: null, problems };
  return { given: { base: Number(base), settings, reason }, problems: null };
}

function numberOf(
  form: FormData,
  field: string,
  name: keyof SiteSettings,
  problems: SettingProblem[],
): number | null {
  const { words, unit, least, most } = settingFacts(name);
  const text = formText(form, field);
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  problems.push({ field, message: `${words}: enter a whole number of ${unit}, ${least} to ${most}` });
  return null;
}

function holdsOf(form: FormData, site: string): HoldSwitches {
  const holds: HoldSwitches = {};
  for (const name of HOLDS) {
    const value = formText(form, `hold-${name}@${site}`);
    if (value === "on" || value === "off") holds[name] = value === "on";
  }
  return holds;
}

function switchesOf(form: FormData, site: string): OrderSwitches {
  const switches: Partial<Record<OrderSwitch, boolean>> = {};
  for (const name of ORDER_SWITCHES) {
    const value = formText(form, `order-${name}@${site}`);
    if (value === "on" || value === "off") switches[name] = value === "on";
  }
  return switches;
}
