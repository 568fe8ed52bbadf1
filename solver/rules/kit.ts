import type { Problem } from "../problem";
import { casesOf } from "./rule";

/** Capacities that a list takes for the kits of its cases: one unit each a kit, however many cases need it. */
export function kitUnits(problem: Problem, list: number, options: readonly number[]): number[] {
  const kits = new Set(casesOf(problem, options).flatMap((c) => problem.cases[c]?.kits ?? []));
  return [...kits].flatMap((kit) => problem.lists[list]?.kitUsage[kit] ?? []);
}
