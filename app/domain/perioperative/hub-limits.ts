import type { HubCover, HubLevel } from "./risk-rule";

/** How a surgical hub stands to its hospital (GIRFT). */
export const HUB_MODELS = ["standAlone", "integrated", "ringFenced"] as const;
export type HubModel = (typeof HUB_MODELS)[number];

/** Whom a hub takes: its own to set. Words, sources and confidence: app/facts/hub-limits.json. */
export interface HubLimits extends Record<HubCover, boolean> {
  model: HubModel;
  /** Above it a patient does not go there; null: no limit. */
  maxBmi: number | null;
  /** Completed years, both included; null: no limit. */
  minAge: number | null;
  maxAge: number | null;
  /** A high-dependency or intensive care bed on the site. */
  criticalCare: boolean;
  overnightBeds: boolean;
  /** Beginnings of OPCS-4 codes that it does; null: those of the high volume low complexity pathways. */
  procedures: readonly string[] | null;
  /** Ids of rules that keep a patient away from this hub, and of those that it needs no review for. */
  excludes: readonly string[];
  accepts: readonly string[];
}

/** The strictest hub, until a hub says what it takes: nothing is promised that a site may lack. */
export const DEFAULT_HUB_LIMITS: HubLimits = {
  model: "standAlone",
  maxBmi: 40,
  minAge: 18,
  maxAge: null,
  criticalCare: false,
  overnightBeds: true,
  procedures: null,
  airway_cover: false,
  icd_cover: false,
  excludes: [],
  accepts: [],
};

/** A hub and whom it takes. */
export interface Hub {
  site: string;
  limits: HubLimits;
}

/** ok, a clinician looks first, does not suit. */
export const HUB_FITS = ["ok", "review", "no"] as const;
export type HubFitLevel = (typeof HUB_FITS)[number];

/** Why a hub does not simply suit: a rule, a limit, or something that is not known and a limit asks for. */
export type HubReason =
  | { kind: "rule"; rule: string; level: HubFitLevel; because: "level" | "excluded" | HubCover }
  | { kind: "limit"; limit: HubLimit; level: HubFitLevel };
export type HubLimit = "bmi" | "bmiUnknown" | "young" | "old" | "procedure" | "criticalCare" | "overnight";

/** What of the patient and the operation a hub's limits look at. */
export interface HubCase {
  age: number;
  bmi: number | null;
  procedureCode: string;
  /** Whether the procedure is in a high volume low complexity pathway. */
  hvlc: boolean;
  nights: number;
  criticalCare: boolean;
}

/** A hub outcome of a rule whose condition holds. */
export interface HubOutcome {
  rule: string;
  value: HubLevel;
  needs?: HubCover;
}

/** Whether a hub does the procedure. */
export function doesProcedure({ procedures }: HubLimits, { procedureCode, hvlc }: HubCase): boolean {
  return procedures === null ? hvlc : procedures.some((beginning) => procedureCode.startsWith(beginning));
}

/** How one hub suits, the worst reason counting. `fired`: ids of all rules whose condition holds. */
export function hubFit(
  { limits }: Hub,
  given: HubCase,
  outcomes: readonly HubOutcome[],
  fired: ReadonlySet<string>,
): { level: HubFitLevel; reasons: HubReason[] } {
  const reasons = [
    ...limits.excludes.filter((rule) => fired.has(rule)).map(excluded),
    ...outcomes.flatMap((outcome) => reasonOf(outcome, limits)),
    ...limitsPassed(limits, given),
  ];
  return { level: worstOf(reasons), reasons };
}

const excluded = (rule: string): HubReason => ({ kind: "rule", rule, level: "no", because: "excluded" });

function reasonOf({ rule, value, needs }: HubOutcome, limits: HubLimits): HubReason[] {
  if (value === "ok") return [];
  if (needs !== undefined && !limits[needs]) return [{ kind: "rule", rule, level: "no", because: needs }];
  if (value !== "not_any" && limits.accepts.includes(rule)) return [];
  const here = value === "not_any" || (value === "not_standalone" && limits.model === "standAlone");
  return [{ kind: "rule", rule, level: here ? "no" : "review", because: "level" }];
}

function limitsPassed(limits: HubLimits, given: HubCase): HubReason[] {
  const { age, bmi, nights, criticalCare } = given;
  const passed: [HubLimit, boolean, HubFitLevel][] = [
    ["bmi", limits.maxBmi !== null && bmi !== null && bmi > limits.maxBmi, "no"],
    ["bmiUnknown", limits.maxBmi !== null && bmi === null, "review"],
    ["young", limits.minAge !== null && age < limits.minAge, "no"],
    ["old", limits.maxAge !== null && age > limits.maxAge, "no"],
    ["procedure", !doesProcedure(limits, given), "no"],
    ["criticalCare", criticalCare && !limits.criticalCare, "no"],
    ["overnight", nights > 0 && !limits.overnightBeds, "no"],
  ];
  return passed.filter(([, is]) => is).map(([limit, , level]) => ({ kind: "limit", limit, level }));
}

const worstOf = (reasons: readonly HubReason[]): HubFitLevel =>
  HUB_FITS[Math.max(0, ...reasons.map(({ level }) => HUB_FITS.indexOf(level)))]!;
