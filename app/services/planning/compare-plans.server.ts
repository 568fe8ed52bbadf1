import { planFigures, type PlanFigures } from "~/domain/plan-figures";
import type { Measures } from "~/domain/policy";
import type { Solved } from "~solver/solution";
import type { BuiltProblem } from "../build-problem.server";
import { entriesBySession } from "../decode-plan.server";
import type { PlanContext } from "./plan-context.server";

/** What a plan is worth and what it amounts to. */
export interface ComparedPlan {
  score: number;
  measures: Measures;
  figures: PlanFigures;
}

/** A plan beside the one that a careful person makes by hand from the same rows. */
export interface PlanComparison {
  plan: ComparedPlan;
  handRule: ComparedPlan;
}

export function comparePlans(context: PlanContext, built: BuiltProblem, solved: Solved): PlanComparison {
  return {
    plan: compared(context, built, solved),
    handRule: compared(context, built, solved.handRule),
  };
}

function compared(
  { input, horizon }: PlanContext,
  built: BuiltProblem,
  { options, score, measures }: Pick<Solved, "options" | "score" | "measures">,
): ComparedPlan {
  const bySession = entriesBySession(built, options);
  const lists = new Map([...bySession].map(([{ sessionId }, entries]) => [sessionId, entries]));
  const { sessions, policy } = input;
  const figures = planFigures({ sessions, lists, eligible: built.entries, policy, horizon });
  return { score, measures: measures as Measures, figures };
}
