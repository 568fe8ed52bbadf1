import { passesOf, type RulePasses } from "~/domain/perioperative/assess";
import type { RiskRule, RuleSet } from "~/domain/perioperative/risk-rule";
import { RISK_RULES_TABLE } from "~/facts/risk-rules";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readRuleSet } from "~/import/risk-rules";

let read: { ruleSet: RuleSet; passes: RulePasses } | null = null;

/** The rules of this installation, read once. @throws Error naming each fault when the table does not read */
export function ruleSet(): { ruleSet: RuleSet; passes: RulePasses } {
  if (read !== null) return read;
  const outcome = readRuleSet(RISK_RULES_TABLE, SCREENING_QUESTIONS);
  if (outcome.ruleSet === null)
    throw new Error(
      `The screening rules do not read: ${outcome.faults.map(({ path, message }) => `${path}: ${message}`).join(" ")}`,
    );
  read = { ruleSet: outcome.ruleSet, passes: passesOf(outcome.ruleSet.rules) };
  return read;
}

/** A rule of this installation; undefined: there is none of that id. */
export const ruleWithId = (id: string): RiskRule | undefined =>
  ruleSet().ruleSet.rules.find((rule) => rule.id === id);
