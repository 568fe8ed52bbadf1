import type { Condition } from "./condition";
import { questionOf, type FactName } from "./fact";
import { SCORE_QUESTIONS } from "./scores";
import type { RiskRule } from "./risk-rule";

/** The facts that a condition looks at, each once, in its order. */
export function factsOfCondition(condition: Condition): FactName[] {
  if ("all" in condition) return unique(condition.all.flatMap(factsOfCondition));
  if ("any" in condition) return unique(condition.any.flatMap(factsOfCondition));
  if ("not" in condition) return factsOfCondition(condition.not);
  return [condition.fact];
}

/** Ids of the questions that feed a rule, those behind its scores and the body mass index included. */
export function questionsOfRule({ condition }: Pick<RiskRule, "condition">): string[] {
  return unique(factsOfCondition(condition).flatMap(questionsOfFact));
}

/** Ids of the questions that a fact is made of. */
export function questionsOfFact(fact: FactName): readonly string[] {
  const question = questionOf(fact);
  if (question !== null) return [question];
  if (fact === "derived.bmi") return ["height_cm", "weight_kg"];
  return SCORE_QUESTIONS[fact] ?? [];
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
