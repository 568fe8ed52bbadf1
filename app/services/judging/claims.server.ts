import { caseMeasures, scoredSession } from "~/domain/case-points";
import { addList, noMeasures, scoreOf } from "~/domain/measures";
import type { Plan } from "~/domain/plan";
import { MEASURES, type Measures } from "~/domain/policy";
import { sessionLength } from "~/domain/session-time";
import { scored, type PlanContext } from "../planning/plan-context.server";
import type { NamedList } from "./named-lists.server";
import { plannedOf } from "./plan-rules.server";

/** Judges what the plan says of its worth: measures, score, bound, gap and status. */
export function judgeClaims(
  context: PlanContext,
  plan: Plan,
  lists: readonly NamedList[],
  say: (fault: string) => void,
): void {
  const measures = measuresOf(context, lists);
  for (const measure of MEASURES)
    if (plan.measures[measure] !== measures[measure])
      say(`the plan states ${measure} ${plan.measures[measure]}, it is ${measures[measure]}`);
  const score = scoreOf(measures, context.input.policy.weights);
  if (plan.score !== score) say(`the plan states a score of ${plan.score}, it is ${score}`);
  if (!Number.isSafeInteger(plan.bound) || plan.bound < score) say(`bound ${plan.bound} is below ${score}`);
  const gap = plan.bound > 0 ? (plan.bound - score) / plan.bound : 0;
  if (plan.gap !== gap) say(`the plan states a gap of ${plan.gap}, it is ${gap}`);
  if ((plan.status === "optimal") !== (plan.bound === score)) say(`the plan calls itself ${plan.status}`);
}

function measuresOf(context: PlanContext, lists: readonly NamedList[]): Measures {
  const { policy } = context.input;
  const sum = noMeasures();
  for (const list of lists) {
    const session = scoredSession(list.session);
    const cases = list.cases.map(({ entry }) => caseMeasures(scored(context, entry), session, policy));
    addList(sum, plannedOf(context, list), sessionLength(list.session), cases);
  }
  return sum;
}
