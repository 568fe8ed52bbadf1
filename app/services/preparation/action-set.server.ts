import type { ActionSet, PreparationAction } from "~/domain/perioperative/preparation/action";
import { PREPARATION_ACTIONS_TABLE } from "~/facts/preparation-actions";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readActionSet } from "~/import/preparation-actions";
import { ruleSet } from "~/services/triage/rule-set.server";

let read: ActionSet | null = null;

/** The actions of this installation, read once. @throws Error naming each fault when the table does not read */
export function actionSet(): ActionSet {
  if (read !== null) return read;
  const outcome = readActionSet(PREPARATION_ACTIONS_TABLE, ruleSet().ruleSet, SCREENING_QUESTIONS);
  if (outcome.actionSet === null)
    throw new Error(
      `The actions of preparation do not read: ${outcome.faults.map(({ path, message }) => `${path}: ${message}`).join(" ")}`,
    );
  read = outcome.actionSet;
  return read;
}

/** Whether an action is to know alone, so that nobody ticks it. */
export const isAdvice = (id: string): boolean => actionOf(id)?.advice === true;

/** An action of the table; null: it is none of it, as the words of a nurse are not. */
export const actionOf = (id: string): PreparationAction | null =>
  actionSet().actions.find((action) => action.id === id) ?? null;
