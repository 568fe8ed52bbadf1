import { missSentence } from "~/domain/eligibility/miss-sentence";
import type { UnplacedEntry } from "~/domain/plan";
import { changesSentence, type ReasonNames } from "~/domain/reason-words";
import type { BuiltProblem } from "./build-problem.server";
import type { PlanReasons } from "./explain-plan.server";
import { capacityDetail, optionsOfCase, untoldDetail } from "./explain/capacity-detail.server";
import { cheapestExchange } from "./explain/cheapest-exchange.server";
import { FinalLists } from "./explain/final-lists.server";
import { identity } from "./explain/identity.server";
import type { PlanContext } from "./planning/plan-context.server";

/**
 * Every entry that is in no list, in the order of the waiting list, with its reason and what stands behind it. With
 * `reasons`, an entry that they know no nearest place of is told without one.
 */
export function explainUnplaced(
  context: PlanContext,
  built: BuiltProblem,
  options: readonly number[],
  reasons?: Pick<PlanReasons, "changes" | "nearest">,
): UnplacedEntry[] {
  const lists = new FinalLists(built.problem, options);
  const names = namesOf(context);
  const cases = new Map(built.entries.map((entry, at) => [entry, at]));
  return context.input.entries.flatMap((entry) => {
    const miss = built.misses.get(entry);
    if (miss) {
      const detail = missSentence(entry, miss, context.eligibility);
      return { ...identity(entry), reason: miss.rule.reason, detail };
    }
    const caseNumber = cases.get(entry);
    if (caseNumber === undefined || lists.isPlaced(caseNumber)) return [];
    const own = optionsOfCase(built, caseNumber);
    const found = reasons ? reasons.nearest.get(entry) : cheapestExchange(lists, own);
    const detail =
      found === undefined
        ? untoldDetail(own.length)
        : capacityDetail(built, caseNumber, found, context.eligibility.names);
    const changed = changesSentence(reasons?.changes.get(entry) ?? [], names);
    return { ...identity(entry), reason: "capacity" as const, detail: `${detail}${changed}` };
  });
}

/** Things by the names that the sentences of a context have for them. */
export function namesOf({ input, eligibility: { names } }: PlanContext): ReasonNames {
  const { sessions, planDate, policy } = input;
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  return {
    ...names,
    session: (id) => {
      const session = known.get(id);
      return session ? names.session(session) : `session ${id}`;
    },
    ...{ planDate, noticeDays: policy.noticeDays },
  };
}
