import { addDays, type IsoDate } from "../calendar";
import type { Policy } from "../policy";
import type { Reason } from "../reasons";
import type { ResourceIndex } from "../resource-index";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import type { EligibilityContext, EntryRule, LiftedBy, PairRule, SentenceNames } from "./rule";
import { ENTRY_RULES, PAIR_RULES } from "./rules";

/** A pin as eligibility sees it: the reasons that it overrides. */
export interface PinOverride {
  override: readonly Reason[];
}

export type Eligibility = { allowed: true } | { allowed: false; reason: Reason; sentence: string };

export function eligibilityContext(
  planDate: IsoDate,
  policy: Policy,
  resources: ResourceIndex,
  names: SentenceNames,
): EligibilityContext {
  const { noticeDays } = policy;
  return { planDate, noticeDays, noticeDate: addDays(planDate, noticeDays), resources, names };
}

/**
 * Whether the entry may go into the session, by rules 1 to 8 of the file contract, and why not: the first rule that
 * forbids it. With `pin`, the entry is pinned to this session and what the pin lifts is not asked.
 */
export function eligibility(
  entry: WaitingListEntry,
  session: TheatreSession,
  context: EligibilityContext,
  pin: PinOverride | null = null,
): Eligibility {
  const ofEntry = forbiddingEntryRule(entry, pin);
  if (ofEntry) return refused(ofEntry.reason, ofEntry.sentence(entry, context));
  const ofPair = forbiddingPairRule(entry, session, context, pin);
  if (ofPair) return refused(ofPair.reason, ofPair.sentence(entry, session, context));
  return { allowed: true };
}

/** The first rule that keeps the entry out of every session; null when none does. */
export function forbiddingEntryRule(entry: WaitingListEntry, pin: PinOverride | null): EntryRule | null {
  return ENTRY_RULES.find((rule) => rule.forbids(entry) && !lifted(rule, pin)) ?? null;
}

/** The first rule that keeps the entry out of this session, those of the entry alone apart; null when none does. */
export function forbiddingPairRule(
  entry: WaitingListEntry,
  session: TheatreSession,
  context: EligibilityContext,
  pin: PinOverride | null,
): PairRule | null {
  for (const rule of PAIR_RULES) if (rule.forbids(entry, session, context) && !lifted(rule, pin)) return rule;
  return null;
}

/** The rules that a pin breaks and its override allows, in the order in which they are asked. */
export function overriddenRules(
  entry: WaitingListEntry,
  session: TheatreSession,
  context: EligibilityContext,
  pin: PinOverride,
): Reason[] {
  const named = (rule: EntryRule | PairRule) =>
    rule.liftedBy === "override" && pin.override.includes(rule.reason);
  return [
    ...ENTRY_RULES.filter((rule) => named(rule) && rule.forbids(entry)),
    ...PAIR_RULES.filter((rule) => named(rule) && rule.forbids(entry, session, context)),
  ].map(({ reason }) => reason);
}

function lifted(
  { liftedBy, reason }: { liftedBy: LiftedBy; reason: Reason },
  pin: PinOverride | null,
): boolean {
  if (pin === null || liftedBy === "never") return false;
  return liftedBy === "pin" || pin.override.includes(reason);
}

function refused(reason: Reason, sentence: string): Eligibility {
  return { allowed: false, reason, sentence };
}
