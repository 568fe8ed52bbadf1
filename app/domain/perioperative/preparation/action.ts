import type { Condition } from "../condition";
import type { RiskRule, Verified } from "../risk-rule";
import type { LetterOf, Reading } from "./letter";
import type { Owner } from "./owner";
import type { PlanPhase, ReferralTo } from "./plan";

/** What starts an action: the topic of a rule's outcome, a rule that fires, or a condition over facts. */
export type Trigger = { optimise: string } | { plan: string } | { rule: string } | { when: Condition };

/** An action of preparation plans as data (app/facts/preparation-actions.json). */
export interface PreparationAction {
  id: string;
  /** Heading for the patient. */
  title: string;
  /** One is enough. */
  triggers: Trigger[];
  /** Keeps the action out where it holds. */
  unless?: Condition;
  /** Why a condition starts it, in words for staff. */
  why: string;
  patientText: string;
  staffText: string;
  owner: Owner;
  phase: PlanPhase;
  /** today: whole days from the day of the plan; surgery: days before (negative) or after the date. */
  due: { from: "today" | "surgery"; days: number; verified: Verified; source: string };
  /** The patient is not ready for surgery before it is done. */
  blocks: boolean;
  referral: ReferralTo | null;
  /** What the letter of its referral is about; there where it has one. */
  letter?: LetterOf;
  /** The topic whose approved text it quotes: an action about medicines or fasting has no instruction of its own. */
  text: string | null;
  /** To know, and nothing to tick off by a day. */
  advice?: boolean;
  source: string;
  verified: Verified;
  enabledDefault: boolean;
}

/** All actions, and what owners, referrals and approved texts are called. */
export interface ActionSet {
  version: string;
  owners: Record<Owner, { patient: string; staff: string }>;
  referrals: Record<ReferralTo, { name: string; asks: string }>;
  readings: Record<string, Reading>;
  texts: Record<string, string>;
  /** What a plan says where a site has approved no text. */
  askWords: string;
  actions: PreparationAction[];
  /** Rules that start no action, and why. */
  noAction: { rules: string[]; reason: string }[];
}

/** Whether a rule that fires starts an action: by its id, or by the topic of one of its outcomes. */
export function isStartedBy(
  { triggers }: Pick<PreparationAction, "triggers">,
  { id, outcomes }: Pick<RiskRule, "id" | "outcomes">,
): boolean {
  const says = (type: "optimise" | "plan", topic: string) =>
    outcomes.some((one) => one.type === type && one.topic === topic);
  return triggers.some((trigger) => {
    if ("rule" in trigger) return trigger.rule === id;
    if ("optimise" in trigger) return says("optimise", trigger.optimise);
    return "plan" in trigger && says("plan", trigger.plan);
  });
}

/** Ids of rules that start no action and are not named as needing none: whoever adds a rule says which. */
export function unansweredRules(
  { actions, noAction }: Pick<ActionSet, "actions" | "noAction">,
  rules: readonly RiskRule[],
): string[] {
  const none = new Set(noAction.flatMap((one) => one.rules));
  return rules
    .filter((rule) => !none.has(rule.id) && !actions.some((action) => isStartedBy(action, rule)))
    .map(({ id }) => id);
}

/** What a site set about one action; what is not there is as the action comes. */
export interface ActionChoice {
  on?: boolean;
  /** Days of `due`, with its sign. */
  days?: number;
  blocks?: boolean;
  /** Other words for the patient; never of an action that quotes an approved text. */
  text?: string;
}

/** What an organisation has set about actions, by id, and what some of its sites set otherwise. */
export interface PreparationSettings {
  all: Record<string, ActionChoice>;
  sites: Record<string, Record<string, ActionChoice>>;
}

/** Preparation of an organisation that has set nothing. */
export const DEFAULT_PREPARATION: PreparationSettings = { all: {}, sites: {} };

/** What a site has set about an action. */
export const choiceAt = (
  { all, sites }: PreparationSettings,
  site: string,
  action: string,
): ActionChoice => ({
  ...all[action],
  ...sites[site]?.[action],
});

/** The actions that are on at a site, as the site has set them. */
export function actionsAt(
  actions: readonly PreparationAction[],
  settings: PreparationSettings,
  site: string,
): PreparationAction[] {
  return actions.flatMap((action) => {
    const { on = action.enabledDefault, days, blocks, text } = choiceAt(settings, site, action.id);
    if (!on) return [];
    return {
      ...action,
      due: { ...action.due, days: days ?? action.due.days },
      blocks: blocks ?? action.blocks,
      patientText: (action.text === null ? text : undefined) ?? action.patientText,
    };
  });
}
