import type { Assessment, RuleTrace } from "./assess";
import { ROUTES, RISKS, HUB_LEVELS } from "./risk-rule";
import type { Facts } from "./fact";

/** An assessment as it is kept: what fired, what is open, and why nobody was suggested as low risk; the rest did not hold. */
export interface SiteAssessment extends Assessment {
  facts: Facts;
}

/** Leaves out of an assessment the traces of rules whose conditions simply do not hold, but those of `suggesting` rules. */
export function keptAssessment(
  assessment: Assessment,
  facts: Facts,
  suggesting: ReadonlySet<string>,
): SiteAssessment {
  const keep = ({ truth, rule }: RuleTrace) => truth !== false || suggesting.has(rule);
  return { ...assessment, facts, traces: assessment.traces.filter(keep) };
}

/** What of two assessments is set side by side. */
export type Compared = Pick<Assessment, "route" | "risk" | "hub" | "lowRisk">;

/** Whether the later one is worse: a longer way, more risk, a hub less, or no longer low risk. */
export function isWorse(later: Compared, earlier: Compared): boolean {
  const rank = <Level>(order: readonly Level[], now: Level, then: Level) =>
    order.indexOf(now) > order.indexOf(then);
  return (
    rank(ROUTES, later.route, earlier.route) ||
    rank(RISKS, later.risk, earlier.risk) ||
    rank(HUB_LEVELS, later.hub, earlier.hub) ||
    (earlier.lowRisk && !later.lowRisk)
  );
}
