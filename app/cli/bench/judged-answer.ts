import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import type { Mip } from "./mip";
import type { MipAnswer } from "./peers/peer";

/** What a peer's answer is worth. Only a plan that keeps every rule has a score. */
export type JudgedAnswer =
  | { kind: "plan"; score: number; bound: number | null; optimal: boolean }
  | { kind: "invalid"; why: string; bound: number | null }
  | { kind: "none"; bound: number | null };

/** Engines give whole numbers within about this much. */
const WHOLE = 1e-4;

/** Decodes an engine's answer and judges it by the rules themselves. */
export function judgedAnswer(problem: Problem, mip: Mip, answer: MipAnswer): JudgedAnswer {
  const { values, optimal } = answer;
  const bound = answer.bound === null ? null : Math.floor(answer.bound + WHOLE);
  if (values === null) return { kind: "none", bound };
  const fractional = mip.objective.filter((_, at) => mip.integer[at] && !isWhole(values[at] ?? 0)).length;
  if (fractional > 0) return { kind: "invalid", why: `${fractional} fractional columns`, bound };
  const options = problem.options.case.flatMap((_, option) => ((values[option] ?? 0) > 0.5 ? [option] : []));
  const { violations, score } = check(problem, options);
  if (violations.length > 0) return { kind: "invalid", why: wordsOf(violations), bound };
  return { kind: "plan", score, bound: bound ?? (optimal ? score : null), optimal };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= WHOLE;
}

function wordsOf(violations: readonly { rule: string }[]): string {
  const rules = [...new Set(violations.map(({ rule }) => rule))];
  return `${violations.length} broken: ${rules.join(", ")}`;
}
