import type { Reason } from "../reasons";
import { isPooled, noSession } from "../eligibility/no-session";
import { noOperator } from "../leave";
import { locked } from "../eligibility/locked";
import { ENTRY_RULES, PAIR_RULES } from "../eligibility/rules";
import type { EntryRule, LiftedBy, PairRule } from "../eligibility/rule";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import type { ChangedList } from "./hand-change";
import type { HandBreak, Lift } from "./hand-break";
import type { HandWeek } from "./hand-week";

const LIFTS: Record<LiftedBy, Lift> = { pin: "reason", override: "override", never: "never" };
/** Locking is asked of the list, whether its file or a person locked it. */
const PLACE_RULES = PAIR_RULES.filter((rule) => rule !== locked);

/** The rules of eligibility (1 to 8 of the file contract) that keep gained cases out, each with who may lift it. */
export function entryBreaks(week: HandWeek, { session, gained }: ChangedList): HandBreak[] {
  return gained.flatMap(({ entry }) => breaksOf(week, entry, session));
}

function breaksOf(week: HandWeek, entry: WaitingListEntry, session: TheatreSession): HandBreak[] {
  const context = week.eligibility;
  const broken: HandBreak[] = [];
  const add = ({ reason, liftedBy }: { reason: Reason; liftedBy: LiftedBy }, sentence: string) =>
    broken.push({
      ...{ code: reason, lift: LIFTS[liftedBy], entry, session },
      sentence,
    });
  for (const rule of ENTRY_RULES)
    if (rule.forbids(entry) && !isAgreed(rule, week, entry, session))
      add(rule, rule.sentence(entry, context));
  for (const rule of PLACE_RULES)
    if (rule.forbids(entry, session, context) && !isAgreed(rule, week, entry, session))
      add(rule, rule.sentence(entry, session, context));
  if (isOwnSurgeonAway(week, entry, session))
    add(noSession, `Listed with ${entry.consultant}, who is on leave, and not pooled.`);
  return broken;
}

/** The patient's surgeon is on leave and others operate: like another surgeon's list. */
function isOwnSurgeonAway(week: HandWeek, entry: WaitingListEntry, session: TheatreSession): boolean {
  const { consultant } = entry;
  const away = week.listOf(session)?.surgeonsAway ?? [];
  return (
    consultant !== null &&
    !isPooled(entry) &&
    away.includes(consultant) &&
    !noOperator(session.surgeons, away)
  );
}

/** A date that the patient has already needs no notice, and is no second date. */
function isAgreed(
  { liftedBy }: EntryRule | PairRule,
  week: HandWeek,
  entry: WaitingListEntry,
  { date }: TheatreSession,
): boolean {
  return liftedBy === "pin" && (entry.tciDate === date || week.placeOf(entry)?.session.date === date);
}
