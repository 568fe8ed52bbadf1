import type { Problem } from "~solver/problem";
import { clashingLists } from "~solver/rules/operator-overlap";

/** The problem in which one list may hold cases beside another that it clashes with; whatever else clashes still does. */
export function runBeside(problem: Problem, list: number, beside: number): Problem {
  const others = clashingLists(problem)
    .filter(([a, b]) => (a === list || b === list) && a !== beside && b !== beside)
    .map(([a, b]) => (a === list ? b : a));
  // An operator of its own for each pair that clashes on.
  const first = 1 + Math.max(...problem.lists.flatMap(({ operators }) => operators));
  const own = new Map(others.map((other, at) => [other, first + at]));
  const lists = problem.lists.map((one, at) => {
    if (at === list) return { ...one, operators: [...own.values()] };
    const more = own.get(at);
    return more === undefined ? one : { ...one, operators: [...one.operators, more] };
  });
  return { ...problem, lists };
}

/** The problem in which a case goes by no day of its person. */
export function apartFromPerson(problem: Problem, caseNumber: number): Problem {
  const person = 1 + Math.max(...problem.cases.map((one) => one.person));
  return {
    ...problem,
    cases: problem.cases.map((one, at) => (at === caseNumber ? { ...one, person } : one)),
  };
}
