import { holds, type LeafTrace, type SettingValues, type Truth } from "./condition";
import { questionOf, type Fact, type FactName, type Facts } from "./fact";
import {
  doesProcedure,
  hubFit,
  type Hub,
  type HubFitLevel,
  type HubOutcome,
  type HubReason,
} from "./hub-limits";
import type { PatientFacts } from "./patient-facts";
import {
  blocksLowRisk,
  DAY_CASE_LEVELS,
  HUB_LEVELS,
  RISKS,
  ROUTES,
  type DayCaseLevel,
  type HubLevel,
  type Outcome,
  type Risk,
  type RiskRule,
  type Route,
} from "./risk-rule";
import { factsOfCondition } from "./rule-questions";
import type { Thresholds } from "./thresholds";

/** How a rule came out: its condition holds, does not, or is open as something is not known. */
export interface RuleTrace {
  rule: string;
  version: number;
  truth: Truth;
  leaves: LeafTrace[];
}

/** A rule that could not be decided, and what it would take. */
export interface OpenRule {
  rule: string;
  /** It would keep the patient from the low-risk result. */
  blocks: boolean;
  questions: string[];
  /** Measures and other facts that are not there. */
  facts: FactName[];
}

/** An outcome and the rule that says so. */
export type Said<Type extends Outcome["type"]> = Extract<Outcome, { type: Type }> & { rule: string };

export interface HubResult {
  site: string;
  level: HubFitLevel;
  reasons: HubReason[];
  /** A rule suggests the hub. */
  suggested: boolean;
  traces: RuleTrace[];
}

/** What the rules suggest for one patient. A registered professional decides. */
export interface Assessment {
  route: Route;
  /** The worst that a rule says; with rules open it may be worse. */
  risk: Risk;
  hub: HubLevel;
  dayCase: DayCaseLevel;
  /** Suggested as low risk, with no face-to-face assessment. */
  lowRisk: boolean;
  fired: string[];
  open: OpenRule[];
  outcomes: (Outcome & { rule: string })[];
  hubs: HubResult[];
  unknown: string[];
  toRead: string[];
  traces: RuleTrace[];
}

/** Rules by when they are looked at: first, once the results of those are known, and once for each hub. */
export interface RulePasses {
  first: readonly RiskRule[];
  second: readonly RiskRule[];
  perHub: readonly RiskRule[];
}

/** Sorts rules into their passes by the facts that they look at. */
export function passesOf(rules: readonly RiskRule[]): RulePasses {
  const looksAt = (rule: RiskRule, namespace: string) =>
    factsOfCondition(rule.condition).some((fact) => fact.startsWith(namespace));
  const perHub = rules.filter((rule) => looksAt(rule, "hub."));
  const second = rules.filter((rule) => looksAt(rule, "result.") && !perHub.includes(rule));
  return { first: rules.filter((rule) => !perHub.includes(rule) && !second.includes(rule)), second, perHub };
}

/** Which rules count at a site, and with which borders. */
export interface RuleSettings {
  /** Rules that the site has switched on or off, by id; the others are as they come. */
  switches: Readonly<Record<string, boolean>>;
  thresholds: Thresholds;
}

export const isOn = (rule: RiskRule, switches: RuleSettings["switches"]): boolean =>
  switches[rule.id] ?? rule.enabledDefault;

/** The rules that are on, with the values of their borders: the same for every patient of a site. */
export interface SiteRules {
  passes: RulePasses;
  settings: SettingValues;
  /** The facts that rules after the first pass look at. */
  later: readonly FactName[];
}

/** Keeps of the rules those that are on at a site. */
export function siteRules(passes: RulePasses, { switches, thresholds }: RuleSettings): SiteRules {
  const on = (rules: readonly RiskRule[]) => rules.filter((rule) => isOn(rule, switches));
  const [first, second, perHub] = [on(passes.first), on(passes.second), on(passes.perHub)];
  const later = new Set([...second, ...perHub].flatMap(({ condition }) => factsOfCondition(condition)));
  return { passes: { first, second, perHub }, settings: settingsOf(thresholds), later: [...later] };
}

/** Evaluates the rules of a site for one patient and the hubs, with a trace of each. */
export function assess(
  { passes, settings, later }: SiteRules,
  { facts, unknown, toRead, hubCase }: PatientFacts,
  hubs: readonly Hub[],
): Assessment {
  const run = new Run();
  for (const rule of passes.first) run.look(rule, facts, settings);
  const second = Object.assign(picked(facts, later), run.resultFacts());
  for (const rule of passes.second) run.look(rule, second, settings);
  const hubOutcomes: HubOutcome[] = run.said("hub");
  const fired = new Set(run.fired);
  const results = hubs.map((hub): HubResult => {
    const fit = hubFit(hub, hubCase, hubOutcomes, fired);
    second["result.hub"] = fit.level === "no" ? "not_any" : fit.level;
    second["hub.does_procedure"] = doesProcedure(hub.limits, hubCase);
    const limits = { ...settings, "hub.max_bmi": hub.limits.maxBmi };
    const traces = passes.perHub.map((rule) => traceOf(rule, second, limits));
    return { site: hub.site, ...fit, suggested: traces.some(({ truth }) => truth === true), traces };
  });
  return { ...run.result(), hubs: results, unknown, toRead };
}

/** Some of the facts: copying all of them costs more than the rules do. */
function picked(facts: Facts, names: readonly FactName[]): { [Name in FactName]?: Fact | null } {
  const some: { [Name in FactName]?: Fact | null } = {};
  for (const name of names) if (facts[name] !== undefined) some[name] = facts[name];
  return some;
}

const settingsOf = (thresholds: Thresholds): SettingValues =>
  Object.fromEntries(Object.entries(thresholds).map(([name, value]) => [`cfg.${name}`, value]));

const worst = <Level>(order: readonly Level[], given: readonly Level[]): Level =>
  order[Math.max(0, ...given.map((level) => order.indexOf(level)))]!;

/** The rules looked at so far. */
class Run {
  readonly traces: RuleTrace[] = [];
  readonly fired: string[] = [];
  private readonly outcomes: (Outcome & { rule: string })[] = [];
  private readonly open: OpenRule[] = [];

  look(rule: RiskRule, facts: Facts, settings: SettingValues): void {
    const trace = traceOf(rule, facts, settings);
    const { truth, leaves } = trace;
    this.traces.push(trace);
    if (truth === null) this.open.push(openRule(rule, leaves));
    if (truth !== true) return;
    this.fired.push(rule.id);
    for (const outcome of rule.outcomes) this.outcomes.push({ ...outcome, rule: rule.id });
  }

  said<Type extends Outcome["type"]>(type: Type): Said<Type>[] {
    return this.outcomes.filter((outcome): outcome is Said<Type> => outcome.type === type);
  }

  /** The worst that rules say of each kind. */
  private levels() {
    return {
      route: worst(
        ROUTES,
        this.said("route").map(({ value }) => value),
      ),
      risk: worst(
        RISKS,
        this.said("risk").map(({ value }) => value),
      ),
      hub: worst(
        HUB_LEVELS,
        this.said("hub").map(({ value }) => value),
      ),
      dayCase: worst(
        DAY_CASE_LEVELS,
        this.said("daycase").map(({ value }) => value),
      ),
    };
  }

  resultFacts(): Facts {
    const { route, risk, hub } = this.levels();
    return { "result.worst_route": route, "result.risk": risk, "result.hub": hub };
  }

  result(): Omit<Assessment, "hubs" | "unknown" | "toRead"> {
    const { traces, fired, open, outcomes } = this;
    return { ...this.levels(), lowRisk: this.said("suggest").length > 0, fired, open, outcomes, traces };
  }
}

function traceOf({ id, version, condition }: RiskRule, facts: Facts, settings: SettingValues): RuleTrace {
  const leaves: LeafTrace[] = [];
  const truth = holds(condition, facts, settings, leaves);
  return { rule: id, version, truth, leaves };
}

function openRule(rule: RiskRule, leaves: readonly LeafTrace[]): OpenRule {
  const missing = new Set<FactName>();
  for (const { truth, found, fact } of leaves) {
    if (truth !== null) continue;
    const parts = typeof found === "object" && found !== null && "without" in found ? found.without : [fact];
    for (const part of parts) missing.add(part);
  }
  const questions = [...missing].flatMap((fact) =>
    fact === "derived.bmi" ? ["height_cm", "weight_kg"] : (questionOf(fact) ?? []),
  );
  const facts = [...missing].filter((fact) => questionOf(fact) === null && fact !== "derived.bmi");
  return { rule: rule.id, blocks: blocksLowRisk(rule), questions, facts };
}

/** What an assessment says of one kind, with the rules that say so. */
export function said<Type extends Outcome["type"]>(
  { outcomes }: Pick<Assessment, "outcomes">,
  type: Type,
): Said<Type>[] {
  return outcomes.filter((outcome): outcome is Said<Type> => outcome.type === type);
}
