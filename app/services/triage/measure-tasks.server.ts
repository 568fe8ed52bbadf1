import type { Assessment } from "~/domain/perioperative/assess";
import { ruleTitle } from "~/domain/perioperative/risk-rule";
import type { HeldAssessment } from "~db/screening/assessments";
import type { NewTask } from "~db/screening/care-tasks";
import { ruleSet } from "./rule-set.server";

/**
 * Tasks for measures that make a patient unfit: rules that hold now and did not before, by a value that staff measured,
 * and that hold dating or ask to make the patient ready first.
 */
export function measureTasks(
  of: Pick<NewTask, "entry" | "organisation" | "site">,
  assessment: Assessment,
  last: HeldAssessment | undefined,
  thresholds: Readonly<Record<string, number>>,
): NewTask[] {
  const known = new Set(last?.content.fired);
  const fresh = assessment.traces.filter(
    ({ rule, truth, leaves }) =>
      truth === true &&
      !known.has(rule) &&
      leaves.some((leaf) => leaf.truth === true && leaf.op !== "missing" && leaf.fact.startsWith("m.")),
  );
  return fresh.flatMap(({ rule: id }) => {
    const rule = ruleSet().ruleSet.rules.find((one) => one.id === id);
    if (!rule?.outcomes.some(({ type }) => type === "optimise" || type === "gate")) return [];
    const words = `Measured: ${ruleTitle(rule.title, thresholds)}. Decide on fitness and look at the plan`;
    return [{ ...of, kind: "measure" as const, about: id, urgent: false, words }];
  });
}
