import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { actionsAt, type PreparationAction } from "~/domain/perioperative/preparation/action";
import { textsAt, type ApprovedText } from "~/domain/perioperative/preparation/approved-text";
import type { PlanContent } from "~/domain/perioperative/preparation/plan";
import { isChanged, planChanges, type PlanChanges } from "~/domain/perioperative/preparation/plan-changes";
import { isOver } from "~/domain/perioperative/preparation/plan-date";
import { suggestPlan } from "~/domain/perioperative/preparation/suggest-plan";
import { ruleTitle } from "~/domain/perioperative/risk-rule";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import { bankHoliday } from "~/facts/bank-holidays";
import { ownDate } from "~/services/patient-page/own-date.server";
import { ruleSet } from "~/services/triage/rule-set.server";
import type { Reader } from "~db/engine";
import { plansOfEntry, type HeldPlan } from "~db/preparation/plans";
import { textsOf } from "~db/preparation/texts";
import { assessmentsOfEntry } from "~db/screening/assessments";
import type { Scope } from "~db/scope";
import type { HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { actionOf, actionSet } from "./action-set.server";

/** What a plan made now would be, and what it rests on. */
export interface SuggestedNow {
  /** Number of the latest assessment. */
  assessment: number;
  surgeryOn: IsoDate | null;
  content: PlanContent;
  /** The actions that are on at the site, as it has set them. */
  actions: PreparationAction[];
  texts: Map<string, ApprovedText>;
}

export const isHoliday = (date: IsoDate): boolean => bankHoliday(date) !== null;

/** The plan that would be suggested for an entry now; null: nothing is known of the patient's health yet. */
export async function suggestNow(scope: Scope, db: Reader, held: HeldEntry): Promise<SuggestedNow | null> {
  const latest = (await assessmentsOfEntry(scope, db, held.id))[0];
  if (!latest) return null;
  const { listingSite: site } = held.entry;
  const { settings } = await currentSettings(scope, db, held.organisation);
  const { thresholds } = rulesAt(settings.screening, site);
  const texts = textsAt(await textsOf(scope, db, held.organisation), site);
  const surgeryOn = await surgeryDate(db, held);
  const actions = actionsAt(actionSet().actions, settings.preparation, site);
  const title = (id: string) =>
    ruleTitle(ruleSet().ruleSet.rules.find((rule) => rule.id === id)?.title ?? id, thresholds);
  const { content: said } = latest;
  const content = suggestPlan({
    ...{ actions, said, facts: said.facts, texts, today: today(), surgeryOn, isHoliday, ruleWords: title },
  });
  return { assessment: latest.number, surgeryOn, content, actions, texts };
}

/** The date that the patient knows of: the file's, or a place that they were told of. Others would be given away by due dates. */
export async function surgeryDate(
  db: Reader,
  { id, organisation, entry }: HeldEntry,
): Promise<IsoDate | null> {
  const told = await ownDate(db, { entry: id, organisation }, today());
  if (told) return told.date;
  return entry.tciDate !== null && entry.tciDate >= today() ? entry.tciDate : null;
}

/** The confirmed plan of an entry, what would be suggested now, and the difference; null: no plan was confirmed. */
export interface PlanNow {
  plan: HeldPlan | null;
  suggested: SuggestedNow | null;
  /** null: nothing would change. */
  changes: PlanChanges | null;
}

/** Sets the confirmed plan beside what would be suggested now. */
export async function planNow(scope: Scope, db: Reader, held: HeldEntry): Promise<PlanNow> {
  const plan = (await plansOfEntry(scope, db, held.id))[0] ?? null;
  const suggested = await suggestNow(scope, db, held);
  return { plan, suggested, changes: plan && suggested ? changesOf(plan, suggested) : null };
}

/** What would change in a plan; null: nothing. */
export function changesOf({ content, surgeryOn }: HeldPlan, now: SuggestedNow): PlanChanges | null {
  const follows = {
    moved: now.surgeryOn !== surgeryOn && !isOver(surgeryOn, now.surgeryOn, today()),
    surgery: (id: string) => actionOf(id)?.due.from === "surgery",
  };
  const changes = planChanges(content, now.content, follows);
  return isChanged(changes) ? changes : null;
}
