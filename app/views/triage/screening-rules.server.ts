import { mayFor } from "~/auth/grants";
import { sitesIn } from "~/auth/own-sites";
import type { User } from "~/auth/visitor.server";
import type { HubLimits } from "~/domain/perioperative/hub-limits";
import type { Severity } from "~/domain/perioperative/patient-facts";
import { ruleTitle, type Verified } from "~/domain/perioperative/risk-rule";
import { limitsOf, rulesAt, type ScreeningChoices } from "~/domain/perioperative/screening-settings";
import { THRESHOLD_NAMES, type ThresholdName } from "~/domain/perioperative/thresholds";
import { hubLimitFacts, HUB_LIMIT_NAMES, type HubLimitFacts } from "~/facts/hub-limits";
import { PROCEDURES } from "~/facts/procedures";
import { RISK_RULES_SOURCE } from "~/facts/risk-rules";
import { thresholdFacts } from "~/facts/screening-thresholds";
import { surgerySeverity, SURGERY_SEVERITY_SOURCE } from "~/facts/surgery-severity";
import type { SettingFacts } from "~/facts/workspace-settings";
import { ruleSet } from "~/services/triage/rule-set.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { currentSettings } from "~db/workspace-settings";
import { outcomeWords } from "./outcome-words";

export interface RuleRow {
  id: string;
  version: number;
  group: string;
  title: string;
  says: string;
  note: string;
  source: string;
  sourceUrl: string;
  verified: Verified;
  /** What counts where this place has chosen nothing. */
  otherwise: boolean;
  chosen: boolean | null;
}

export interface ThresholdRow extends SettingFacts {
  name: ThresholdName;
  otherwise: number;
  chosen: number | null;
}

/** How severe one procedure is taken to be. */
export interface SeverityRow {
  code: string;
  name: string;
  otherwise: Severity | null;
  chosen: Severity | null;
}

export interface ScreeningRulesPage {
  organisation: string;
  /** Number of the version of the settings. */
  number: number;
  ruleSet: string;
  status: string;
  /** Empty: all sites. */
  site: string;
  places: { code: string; name: string }[];
  rules: RuleRow[];
  thresholds: ThresholdRow[];
  /** How severe operations are: an estimate, for a site to set. */
  severities: SeverityRow[];
  severitySource: { sources: string[]; confidence: string };
  hub: { limits: HubLimits; facts: Record<keyof HubLimits, HubLimitFacts> } | null;
  mayEdit: boolean;
}

/** The rules, borders and hub limits of all sites or of one; null: no such site in scope. */
export async function screeningRulesPage(
  user: User,
  scope: Scope,
  organisation: string,
  site: string,
): Promise<ScreeningRulesPage | null> {
  const { db } = store();
  const sites = sitesIn(user, scope, organisation);
  const place = sites.find(({ code }) => code === site);
  if (site !== "" && !place) return null;
  const { number, settings } = await currentSettings(scope, db, organisation);
  const { screening } = settings;
  const none: ScreeningChoices = { rules: {}, thresholds: {} };
  const chosen = site === "" ? screening.all : (screening.sites[site] ?? none);
  const under = rulesAt(site === "" ? { ...screening, all: none } : screening, "");
  const counts = rulesAt(screening, site);
  const { version, rules } = ruleSet().ruleSet;
  return {
    ...{ organisation, number, site, ruleSet: version, status: RISK_RULES_SOURCE.status },
    places: sites.map(({ code, name }) => ({ code, name })),
    rules: rules.map(({ id, title, outcomes, enabledDefault, condition: _c, planText: _p, ...rest }) => ({
      ...{
        id,
        ...rest,
        title: ruleTitle(title, counts.thresholds),
        says: outcomes.map(outcomeWords).join(". "),
      },
      otherwise: under.switches[id] ?? enabledDefault,
      chosen: chosen.rules[id] ?? null,
    })),
    thresholds: THRESHOLD_NAMES.map((name) => ({
      ...{ name, ...thresholdFacts(name), otherwise: under.thresholds[name] },
      chosen: chosen.thresholds[name] ?? null,
    })),
    severities: PROCEDURES.map(({ code, name }) => ({
      ...{ code, name, chosen: chosen.severity?.[code] ?? null },
      otherwise: (site === "" ? undefined : screening.all.severity?.[code]) ?? surgerySeverity(code).severity,
    })),
    severitySource: SURGERY_SEVERITY_SOURCE,
    hub:
      place?.type === "hub"
        ? {
            limits: limitsOf(screening, site),
            facts: Object.fromEntries(HUB_LIMIT_NAMES.map((name) => [name, hubLimitFacts(name)])) as Record<
              keyof HubLimits,
              HubLimitFacts
            >,
          }
        : null,
    mayEdit: mayFor(user.grants, "screening.edit", { organisation, site: site || null }),
  };
}
