import { plannedMinutes } from "../rules/rule";
import type { MeasureKind } from "./measure";

/** Planned minutes, each list counting no more than its length. */
export const listMinutes = {
  of: "list",
  /** Of an option on a list of other cases: its mean and a turnaround. The first of a list adds one turnaround less. */
  add: ({ options, cases, lists }, _measure, option) => {
    const { length, turnaround } = lists[options.list[option]!]!;
    return Math.min(length, cases[options.case[option]!]!.mean) + turnaround;
  },
  check: (problem, _measure, { byList }) =>
    byList.reduce((sum, options, list) => {
      const length = problem.lists[list]?.length ?? 0;
      return sum + Math.min(length, plannedMinutes(problem, list, options));
    }, 0),
} satisfies MeasureKind;
