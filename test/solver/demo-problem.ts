import { generateHub, type DemoOptions } from "~/demo/hub";
import { CONTRACT_FILES } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { planContext, type PlanContext } from "~/services/planning/plan-context.server";

/** The problem of a demo hub's week, and the way back to its rows. Dates are fixed: the same options, the same problem. */
export function demoProblem(
  hub: Omit<DemoOptions, "weekStart" | "planDate">,
  policy: PolicyOverrides = {},
): { context: PlanContext; built: BuiltProblem } {
  const planDate = "2026-11-20";
  const { entries, sessions, resources } = generateHub({
    weeks: 1,
    ...hub,
    weekStart: "2026-12-14",
    planDate,
  });
  const context = planContext({
    planDate,
    entries,
    sessions,
    resources,
    policy: resolvePolicy(policy),
    pins: [],
    previous: null,
    rejected: [],
    warnings: [],
    files: CONTRACT_FILES,
  });
  const built = buildProblem(context);
  if (built.kind === "refused") throw new Error(built.faults.map(({ message }) => message).join("; "));
  return { context, built };
}
