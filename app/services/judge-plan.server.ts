import type { Plan } from "~/domain/plan";
import { resolvePins } from "~/domain/resolve-pins";
import { judgeClaims } from "./judging/claims.server";
import { judgeList } from "./judging/list-rules.server";
import { namedLists } from "./judging/named-lists.server";
import { judgeAccount, judgeWhole } from "./judging/plan-rules.server";
import type { PlanContext } from "./planning/plan-context.server";

/**
 * Judges a plan from the rows themselves, by the rules of the domain and without the solver: every hard rule, what
 * each list states, that everybody is accounted for, and the score. Gives what is wrong; nothing means it may leave.
 */
export function judgePlan(context: PlanContext, plan: Plan): string[] {
  const faults: string[] = [];
  const say = (fault: string) => void faults.push(fault);
  const { pins } = resolvePins(context.input, context.eligibility);
  if (plan.planDate !== context.input.planDate) say(`the plan is of ${plan.planDate}`);
  const lists = namedLists(plan, context.input, say);
  for (const list of lists) judgeList(context, list, pins, say);
  judgeWhole(context, lists, pins, say);
  judgeAccount(context, plan, lists, say);
  judgeClaims(context, plan, lists, say);
  return faults;
}
