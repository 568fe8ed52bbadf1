import { plainBound } from "./bound";
import { check, clashes, scoreOf } from "./check";
import { ALONE } from "./control";
import type { Control } from "./control";
import { firstFit } from "./first-fit";
import { prepare } from "./prepare";
import type { Problem } from "./problem";
import type { Solution, SolveOptions } from "./solution";

/**
 * Solves a problem from beginning to end in this thread. With the same problem and options the answer is the same,
 * unless time or a person ends the run. Clashing pins are refused with every rule they break.
 */
export function solve(problem: Problem, options: SolveOptions, control: Control = ALONE): Solution {
  const pinClashes = clashes(problem, problem.pins);
  if (pinClashes.length > 0) return { kind: "refused", clashes: pinClashes };
  const model = prepare(problem);
  const handRule = optionsOf(model.slotOption, firstFit(model).taken());
  const bound = plainBound(model);
  control.report({ phase: "search", steps: 0, stepsPlanned: options.steps ?? 0, score: null, bound });
  const { violations, score, measures } = check(problem, handRule);
  if (violations.length > 0) throw new Error(`the plan breaks rules: ${JSON.stringify(violations[0])}`);
  const hand = { options: handRule, ...scoreOf(problem, handRule) };
  return {
    kind: "solved",
    options: handRule,
    score,
    bound: Math.max(bound, score),
    measures,
    steps: 0,
    handRule: hand,
    engine: "first fit",
    endedBy: score === bound ? "proof" : "steps",
  };
}

function optionsOf(slotOption: Int32Array, slots: readonly number[]): number[] {
  return slots.map((slot) => slotOption[slot] as number).sort((a, b) => a - b);
}
