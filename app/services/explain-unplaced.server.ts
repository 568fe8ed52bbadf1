import { missSentence } from "~/domain/eligibility/miss-sentence";
import type { UnplacedEntry } from "~/domain/plan";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { BuiltProblem } from "./build-problem.server";
import { capacityDetail } from "./explain/capacity-detail.server";
import { FinalLists } from "./explain/final-lists.server";
import type { PlanContext } from "./planning/plan-context.server";

/** Every entry that is in no list, in the order of the waiting list, with its reason and what stands behind it. */
export function explainUnplaced(
  context: PlanContext,
  built: BuiltProblem,
  options: readonly number[],
): UnplacedEntry[] {
  const lists = new FinalLists(built.problem, options);
  const { planDate } = context.input;
  const cases = new Map(built.entries.map((entry, at) => [entry, at]));
  return context.input.entries.flatMap((entry) => {
    const miss = built.misses.get(entry);
    if (miss) {
      const detail = missSentence(entry, miss, context.eligibility);
      return { ...identity(entry), reason: miss.rule.reason, detail };
    }
    const caseNumber = cases.get(entry);
    if (caseNumber === undefined || lists.isPlaced(caseNumber)) return [];
    const detail = capacityDetail(built, lists, caseNumber, planDate);
    return { ...identity(entry), reason: "capacity" as const, detail };
  });
}

/** How plan.json names an entry: the issuer only where the waiting list names one. */
export function identity({ pathwayId, issuer }: WaitingListEntry): { pathwayId: string; issuer?: string } {
  return issuer === "" ? { pathwayId } : { pathwayId, issuer };
}
