import type { RuleSettings } from "./assess";
import { DEFAULT_HUB_LIMITS, type HubLimits } from "./hub-limits";
import type { Severity } from "./patient-facts";
import { DEFAULT_THRESHOLDS, type Thresholds } from "./thresholds";

/** Rules that were switched on or off by id, and borders that were moved. */
export interface ScreeningChoices {
  rules: Record<string, boolean>;
  thresholds: Partial<Thresholds>;
  /** How severe a procedure is, by OPCS-4 code without the dot, where the table's estimate was changed. */
  severity?: Record<string, Severity>;
}

/** What an organisation has set about screening, what some of its sites set otherwise, and whom its hubs take. */
export interface ScreeningSettings {
  all: ScreeningChoices;
  /** By site code. */
  sites: Record<string, ScreeningChoices>;
  /** By the code of the hub's site; what is not there is the default. */
  hubs: Record<string, Partial<HubLimits>>;
}

/** Screening of an organisation that has set nothing. */
export const DEFAULT_SCREENING: ScreeningSettings = {
  all: { rules: {}, thresholds: {} },
  sites: {},
  hubs: {},
};

/** The rules and borders that count at a site. */
export function rulesAt({ all, sites }: ScreeningSettings, site: string): RuleSettings {
  const own = sites[site];
  return {
    switches: { ...all.rules, ...own?.rules },
    thresholds: { ...DEFAULT_THRESHOLDS, ...all.thresholds, ...own?.thresholds },
  };
}

/** Whom a hub takes. */
export const limitsOf = ({ hubs }: ScreeningSettings, site: string): HubLimits => ({
  ...DEFAULT_HUB_LIMITS,
  ...hubs[site],
});

/** How severe a site says that procedures are, by code; what is not there is as the table has it. */
export const severitiesAt = ({ all, sites }: ScreeningSettings, site: string): Record<string, Severity> => ({
  ...all.severity,
  ...sites[site]?.severity,
});
