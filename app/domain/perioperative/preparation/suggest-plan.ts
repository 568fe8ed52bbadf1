import type { Assessment } from "../assess";
import { addDays, type IsoDate } from "../../calendar";
import { holds } from "../condition";
import type { Facts } from "../fact";
import type { PreparationAction, Trigger } from "./action";
import type { ApprovedText } from "./approved-text";
import { goingHomeLacks } from "./going-home";
import { workingDayBy, worksOn, type Owner } from "./owner";
import { earliestReady, type PlanContent, type PlanItem, type QuotedText } from "./plan";

/** What a plan is suggested from. */
export interface PlanInput {
  /** The actions that are on at the site, as it has set them. */
  actions: readonly PreparationAction[];
  said: Pick<Assessment, "fired" | "outcomes">;
  facts: Facts;
  /** Texts that the site approved, by topic. */
  texts: ReadonlyMap<string, ApprovedText>;
  today: IsoDate;
  /** The date of surgery; null: none yet. */
  surgeryOn: IsoDate | null;
  isHoliday: (date: IsoDate) => boolean;
  /** A rule in words, by its id. */
  ruleWords: (rule: string) => string;
}

/**
 * The plan that the rules, the answers and the site's settings suggest; a nurse decides. Actions from today are due when
 * their days have gone, those about the day of surgery when there is a date. Nobody is due on a day on which they do not
 * work. What is not known starts no action.
 */
export function suggestPlan(input: PlanInput): PlanContent {
  const items = input.actions.flatMap((action) => {
    const because = startedBy(action, input);
    return because.length === 0 ? [] : itemOf(action, because, input);
  });
  return {
    items: items.sort(byDue),
    removed: [],
    chosen: [],
    earliestReady: earliestReady(items),
    goingHome: goingHomeLacks(input.facts),
  };
}

/** What starts an action, in words; nothing: it does not apply. */
function startedBy({ triggers, unless, why }: PreparationAction, input: PlanInput): string[] {
  const words = triggers.flatMap((trigger) => wordsOf(trigger, why, input));
  if (words.length === 0 || (unless && holds(unless, input.facts, {}, []) === true)) return [];
  return [...new Set(words)];
}

function wordsOf(trigger: Trigger, why: string, { said, facts, ruleWords }: PlanInput): string[] {
  if ("when" in trigger) return holds(trigger.when, facts, {}, []) === true ? [why] : [];
  if ("rule" in trigger) return said.fired.includes(trigger.rule) ? [ruleWords(trigger.rule)] : [];
  const [type, topic] = "optimise" in trigger ? ["optimise", trigger.optimise] : ["plan", trigger.plan];
  const rules = said.outcomes.filter((one) => one.type === type && "topic" in one && one.topic === topic);
  return rules.map(({ rule }) => ruleWords(rule));
}

function itemOf(action: PreparationAction, because: string[], input: PlanInput): PlanItem {
  const { id, title, patientText, staffText, owner, phase, blocks, referral } = action;
  const due = dueOf(action, input);
  const quotes = quotedText(action.text, input.texts);
  return { id, title, patientText, staffText, owner, phase, due, blocks, referral, quotes, because };
}

/** The text that an action quotes now. */
export function quotedText(topic: string | null, texts: PlanInput["texts"]): QuotedText | null {
  if (topic === null) return null;
  const found = texts.get(topic);
  return { topic, site: found?.site ?? "", number: found?.number ?? null };
}

/** When an action is due; null: it waits for a date of surgery. */
export function dueOf(
  { due, owner, phase, blocks }: Pick<PreparationAction, "due" | "owner" | "phase" | "blocks">,
  { today, surgeryOn, isHoliday }: Pick<PlanInput, "today" | "surgeryOn" | "isHoliday">,
): IsoDate | null {
  if (due.from === "surgery") {
    if (surgeryOn === null) return null;
    const day = addDays(surgeryOn, due.days);
    return phase === "after"
      ? firstWorkingDay(owner, day, isHoliday)
      : workingDayBy(owner, day, today, isHoliday);
  }
  const day = firstWorkingDay(owner, addDays(today, due.days), isHoliday);
  // What blocks takes its time, whatever the date; the rest is done before the day of surgery.
  const late = surgeryOn !== null && !blocks && day >= surgeryOn;
  return late ? workingDayBy(owner, addDays(surgeryOn, -1), today, isHoliday) : day;
}

function firstWorkingDay(owner: Owner, from: IsoDate, isHoliday: (date: IsoDate) => boolean): IsoDate {
  let day = from;
  while (!worksOn(owner, day, isHoliday)) day = addDays(day, 1);
  return day;
}

/** Before surgery first, then by due date; what waits for a date stands last of its phase. */
export function byDue(a: Pick<PlanItem, "phase" | "due">, b: Pick<PlanItem, "phase" | "due">): number {
  if (a.phase !== b.phase) return a.phase === "before" ? -1 : 1;
  return (a.due ?? "9999").localeCompare(b.due ?? "9999");
}
