import type { Problem } from "~solver/problem";
import { clashingLists } from "~solver/rules/operator-overlap";
import { RESERVE_TOLERANCE } from "~solver/rules/reserve";
import { MipBuilder, type Mip } from "./mip";
import { linearRoom } from "./safe-overrun";

type Term = [column: number, value: number];

/**
 * A problem as one mixed-integer program with a column for each option (column i is option i) and the score as its
 * objective. Every rule holds exactly, but for the overrun rule, which stands in its safe linear form (`linearRoom`):
 * the program's optimum is a plan, and never above the best plan. Earlier places are no part of it.
 */
export function compactMip(problem: Problem): Mip {
  const builder = new MipBuilder();
  const parts = new Parts(problem);
  const { options } = problem;
  options.case.forEach((_, option) => builder.column(optionPoints(problem, option), true));
  const used = problem.lists.map(({ turnaround }) =>
    builder.column(-minuteWeight(problem) * turnaround, true),
  );
  oncePerCase(builder, parts);
  onePerPersonAndDay(problem, builder);
  problem.lists.forEach((_, list) => listRows(problem, builder, parts, list, used[list]!));
  for (const [a, b] of clashingLists(problem)) builder.row([term(used[a]!), term(used[b]!)], 1);
  capacityRows(problem, builder, parts);
  reserveRows(problem, builder, parts, used);
  for (const pin of problem.pins) builder.mip.lower[pin] = 1;
  return builder.mip;
}

/** Options by case and by list. */
class Parts {
  readonly ofCase: number[][];
  readonly ofList: number[][];

  constructor({ cases, lists, options }: Problem) {
    this.ofCase = cases.map(() => []);
    this.ofList = lists.map(() => []);
    options.case.forEach((c, option) => this.ofCase[c]!.push(option));
    options.list.forEach((l, option) => this.ofList[l]!.push(option));
  }
}

const term = (column: number): Term => [column, 1];

function minuteWeight({ measures }: Problem): number {
  return measures.reduce((sum, { of, weight }) => sum + (of === "list" ? weight : 0), 0);
}

/** Points of an option; the turnaround after the last case of a list is taken back by the list's own column. */
function optionPoints(problem: Problem, option: number): number {
  const { options, lists, cases, measures } = problem;
  const list = lists[options.list[option]!]!;
  const minutes = Math.min(list.length, cases[options.case[option]!]!.mean) + list.turnaround;
  return measures.reduce(
    (sum, { of, weight }, at) => sum + weight * (of === "list" ? minutes : options.amounts[at]![option]!),
    0,
  );
}

function oncePerCase(builder: MipBuilder, { ofCase }: Parts): void {
  for (const options of ofCase) if (options.length > 1) builder.row(options.map(term), 1);
}

/** A person with several cases has at most one of them a day. */
function onePerPersonAndDay(problem: Problem, builder: MipBuilder): void {
  const days = new Map<string, number[]>();
  problem.options.case.forEach((c, option) => {
    const { day } = problem.lists[problem.options.list[option]!]!;
    const key = `${problem.cases[c]!.person}/${day}`;
    days.set(key, [...(days.get(key) ?? []), option]);
  });
  for (const options of days.values())
    if (new Set(options.map((option) => problem.options.case[option])).size > 1)
      builder.row(options.map(term), 1);
}

/** What one list holds; its own column is 1 when it holds anything. */
function listRows(
  problem: Problem,
  builder: MipBuilder,
  { ofList }: Parts,
  list: number,
  used: number,
): void {
  const { length, turnaround, maxCases } = problem.lists[list]!;
  const options = ofList[list]!;
  const durations = options.map((option) => {
    const { mean, deviation } = problem.cases[problem.options.case[option]!]!;
    return { mean, variance: deviation * deviation };
  });
  const room = linearRoom({ length, turnaround }, durations, problem.overrunProbabilityMax);
  const weights = options.map((option, at): Term => [option, room ? room.weights[at]! : 1]);
  builder.row([...weights, [used, -(room?.room ?? 1)]], 0);
  if (maxCases !== null) builder.row(options.map(term), maxCases);
}

/** Capacities: what options take, and what a list takes for each kit of its cases. */
function capacityRows(problem: Problem, builder: MipBuilder, parts: Parts): void {
  const takers = problem.capacities.map(() => new Map<number, number>());
  const take = (capacity: number, column: number) =>
    takers[capacity]!.set(column, (takers[capacity]!.get(column) ?? 0) + 1);
  problem.options.usage.forEach((usage, option) => {
    for (const capacity of problem.usages[usage] ?? []) take(capacity, option);
  });
  problem.lists.forEach(({ kitUsage }, list) =>
    kitUsage.forEach((capacities, kit) => {
      const users = parts.ofList[list]!.filter((option) => needsKit(problem, option, kit));
      if (capacities.length === 0 || users.length === 0) return;
      const taken = builder.column(0, false);
      for (const option of users) builder.row([term(option), [taken, -1]], 0);
      for (const capacity of capacities) take(capacity, taken);
    }),
  );
  problem.capacities.forEach(({ quantity }, at) => {
    if (takers[at]!.size > 0) builder.row([...takers[at]!], Math.floor(quantity));
  });
}

function needsKit(problem: Problem, option: number, kit: number): boolean {
  return problem.cases[problem.options.case[option]!]!.kits.includes(kit);
}

function reserveRows(
  problem: Problem,
  builder: MipBuilder,
  { ofList }: Parts,
  used: readonly number[],
): void {
  for (const { lists, maxMinutes } of problem.reserves) {
    const terms = lists.flatMap((list): Term[] => {
      const { turnaround } = problem.lists[list]!;
      const minutes = ofList[list]!.map((option): Term => [
        option,
        problem.cases[problem.options.case[option]!]!.mean + turnaround,
      ]);
      return [...minutes, [used[list]!, -turnaround]];
    });
    if (terms.length > 0) builder.row(terms, Math.floor(maxMinutes + RESERVE_TOLERANCE));
  }
}
