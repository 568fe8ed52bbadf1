import type { Hold, SiteSettings } from "~/domain/workspace-settings";
import facts from "./workspace-settings.json";

/** What a setting is called and counted in, the least and the most that it may be, and where its default comes from. */
export interface SettingFacts {
  words: string;
  unit: string;
  least: number;
  most: number;
  status: string;
  source: string;
}

/** The settings in the order in which a page shows them. */
export const SETTINGS = Object.keys(facts.settings) as (keyof SiteSettings)[];

const settings: Record<keyof SiteSettings, SettingFacts> = facts.settings;

/** What holds a patient back from new plans, in words, and where its default comes from. */
export const HOLD_FACTS: Readonly<Record<Hold, Pick<SettingFacts, "words" | "status" | "source">>> =
  facts.holds;

/** Words, borders and source of a setting. */
export const settingFacts = (name: keyof SiteSettings): SettingFacts => settings[name];
