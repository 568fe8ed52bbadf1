import { bankHoliday } from "~/facts/bank-holidays";
import { PREPARATION_ACTIONS_TABLE } from "~/facts/preparation-actions";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readActionSet } from "~/import/preparation-actions";
import type { ActionSet } from "~/domain/perioperative/preparation/action";
import { suggestPlan, type PlanInput } from "~/domain/perioperative/preparation/suggest-plan";
import type { PlanContent, PlanItem } from "~/domain/perioperative/preparation/plan";
import { assessed, factsGiven, RULES, type Given } from "../fit-patient";

const read = readActionSet(PREPARATION_ACTIONS_TABLE, { rules: RULES }, SCREENING_QUESTIONS);
if (read.actionSet === null) throw new Error(JSON.stringify(read.faults));
export const ACTION_SET: ActionSet = read.actionSet;
export const isHoliday = (date: string): boolean => bankHoliday(date) !== null;

/** Monday 30 November 2026. */
export const TODAY = "2026-11-30";

/** The plan suggested for somebody with these differences from a fit person. */
export function suggested(given: Given, more: Partial<PlanInput> = {}): PlanContent {
  const on = Object.fromEntries(RULES.map(({ id }) => [id, true]));
  return suggestPlan({
    actions: ACTION_SET.actions,
    said: assessed(given, { switches: on }),
    facts: factsGiven(given).facts,
    texts: new Map(),
    ...{ today: TODAY, surgeryOn: null, isHoliday, ruleWords: (id) => id },
    ...more,
  });
}

/** One action of a plan; undefined: it is not in it. */
export const itemOf = ({ items }: PlanContent, id: string): PlanItem | undefined =>
  items.find((item) => item.id === id);
