import type { List, Problem } from "../problem";
import { casesOf } from "./rule";
import type { Rule } from "./rule";

/** Whether two lists of one day overlap in time. */
export function overlap(a: List, b: List): boolean {
  return a.day === b.day && a.start < b.end && b.start < a.end;
}

/** The first operator of both lists, or null. */
export function sharedOperator(a: List, b: List): number | null {
  return a.operators.find((operator) => b.operators.includes(operator)) ?? null;
}

/** Pairs of lists, lower index first, that may not both hold cases: they overlap and share an operator. */
export function clashingLists(problem: Problem): [number, number, number][] {
  const days = new Map<number, number[]>();
  problem.lists.forEach((list, at) => days.set(list.day, [...(days.get(list.day) ?? []), at]));
  const pairs: [number, number, number][] = [];
  for (const lists of days.values())
    for (const [at, first] of lists.entries())
      for (const second of lists.slice(at + 1)) {
        const [a, b] = [problem.lists[first] as List, problem.lists[second] as List];
        const operator = overlap(a, b) ? sharedOperator(a, b) : null;
        if (operator !== null) pairs.push([first, second, operator]);
      }
  return pairs;
}

/** An operator has cases in one of several lists that overlap, never in two. */
export const operatorOverlap: Rule = (problem, { byList }) =>
  clashingLists(problem)
    .filter(([a, b]) => byList[a]?.length && byList[b]?.length)
    .map(([a, b, operator]) => ({
      rule: "operator-overlap",
      lists: [a, b],
      cases: casesOf(problem, [...(byList[a] ?? []), ...(byList[b] ?? [])]),
      subject: String(operator),
      amount: 2,
      limit: 1,
    }));
