import type { Condition } from "./condition";

/** How sure we are of a rule: read in a text, found in part, or common use only. */
export type Verified = "found" | "partly found" | "unverified";

/** Best first: worst wins. none: a nurse reads the answers. */
export const ROUTES = ["none", "phone", "f2f", "anaes"] as const;
export type Route = (typeof ROUTES)[number];
export const RISKS = ["low", "moderate", "high"] as const;
export type Risk = (typeof RISKS)[number];
/** ok, an anaesthetist looks first, no stand-alone hub, no hub. */
export const HUB_LEVELS = ["ok", "review", "not_standalone", "not_any"] as const;
export type HubLevel = (typeof HUB_LEVELS)[number];
export const DAY_CASE_LEVELS = ["ok", "review", "no"] as const;
export type DayCaseLevel = (typeof DAY_CASE_LEVELS)[number];

/** Cover that a hub has or lacks. */
export const HUB_COVERS = ["airway_cover", "icd_cover"] as const;
export type HubCover = (typeof HUB_COVERS)[number];

/** What a rule says when its condition holds. */
export type Outcome =
  | { type: "route"; value: Route }
  | { type: "risk"; value: Risk }
  /** `needs`: a hub without this cover does not suit. */
  | { type: "hub"; value: HubLevel; needs?: HubCover }
  | { type: "daycase"; value: DayCaseLevel }
  | { type: "optimise"; topic: string }
  | { type: "plan"; topic: string }
  | { type: "listOrder"; flag: string }
  | { type: "task"; text: string }
  /** No date, or no confirmation of fitness, while it holds. */
  | { type: "gate"; text: string }
  | { type: "urgent"; within: string }
  | { type: "defer"; text: string }
  | { type: "suggest"; text: string };

/** A rule as data (app/facts/risk-rules.json). */
export interface RiskRule {
  id: string;
  version: number;
  group: string;
  /** May name thresholds in braces; see `ruleTitle`. */
  title: string;
  condition: Condition;
  outcomes: Outcome[];
  note: string;
  /** Words for the patient's plan; empty: none. */
  planText: string;
  source: string;
  sourceUrl: string;
  verified: Verified;
  /** Why the source is weak; not there where it is not. */
  weak?: string;
  /** Whether it counts at a site that has not said otherwise. */
  enabledDefault: boolean;
}

/** All rules, under one version. */
export interface RuleSet {
  version: string;
  date: string;
  rules: readonly RiskRule[];
}

/** A rule's title with the site's own borders in it. */
export function ruleTitle(title: string, thresholds: Readonly<Record<string, number>>): string {
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => String(thresholds[name] ?? whole));
}

/** Whether a rule, once its condition holds, keeps a patient from the low-risk result. */
export function blocksLowRisk({ outcomes }: Pick<RiskRule, "outcomes">): boolean {
  return outcomes.some(
    (outcome) =>
      (outcome.type === "route" && outcome.value !== "none") ||
      (outcome.type === "risk" && outcome.value !== "low") ||
      ((outcome.type === "hub" || outcome.type === "daycase") && outcome.value !== "ok") ||
      outcome.type === "gate" ||
      outcome.type === "urgent" ||
      outcome.type === "defer",
  );
}
