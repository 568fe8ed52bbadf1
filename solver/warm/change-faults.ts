import type { Problem } from "../problem";
import type { Change } from "./change";

/** Faults of a change, each with its path: `change.lists[0].minutes: expected whole minutes >= 0, got -5`. */
export function changeFaults(problem: Problem, change: Change): string[] {
  const { options, cases, capacities, lists, reserves } = problem;
  const below = (path: string, value: number, length: number, of: string) =>
    ask(`change.${path}`, value, `the index of one of ${length} ${of}`, isWhole(value) && value < length);
  const minutes = (path: string, value: number) =>
    ask(`change.${path}`, value, `whole minutes >= 0 and at most ${MOST_MINUTES}`, isMinutes(value));
  return [
    ...(change.pins ?? []).flatMap((pin, at) => below(`pins[${at}]`, pin, options.case.length, "options")),
    ...(change.bans?.options ?? []).flatMap((option, at) =>
      below(`bans.options[${at}]`, option, options.case.length, "options"),
    ),
    ...(change.bans?.cases ?? []).flatMap((c, at) => below(`bans.cases[${at}]`, c, cases.length, "cases")),
    ...(change.capacities ?? []).flatMap(({ capacity, by }, at) => [
      ...below(`capacities[${at}].capacity`, capacity, capacities.length, "capacities"),
      ...ask(
        `change.capacities[${at}].by`,
        by,
        "whole units that leave 0 or more",
        Number.isSafeInteger(by) && (capacities[capacity]?.quantity ?? 0) + by >= 0,
      ),
    ]),
    ...(change.lists ?? []).flatMap((each, at) => [
      ...below(`lists[${at}].list`, each.list, lists.length, "lists"),
      ...minutes(`lists[${at}].minutes`, each.minutes ?? 0),
      ...ask(
        `change.lists[${at}].maxCases`,
        each.maxCases ?? 0,
        "whole cases >= 0, and 0 for a list that holds none",
        isWhole(each.maxCases ?? 0) && (lists[each.list]?.maxCases !== 0 || !each.maxCases),
      ),
    ]),
    ...(change.reserves ?? []).flatMap((each, at) => [
      ...below(`reserves[${at}].reserve`, each.reserve, reserves.length, "reserves"),
      ...minutes(`reserves[${at}].minutes`, each.minutes),
    ]),
    ...limitFaults(change),
    ...twice(
      "capacities",
      (change.capacities ?? []).map(({ capacity }) => capacity),
    ),
    ...twice(
      "lists",
      (change.lists ?? []).map(({ list }) => list),
    ),
    ...twice(
      "reserves",
      (change.reserves ?? []).map(({ reserve }) => reserve),
    ),
  ];
}

/** Minutes of a week's list stay far below this, as at the solver's door. */
const MOST_MINUTES = 100_000;
/** Points of a move stay far from where sums leave whole numbers. */
const MOST_POINTS = 2 ** 40;

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isMinutes = (value: number) => isWhole(value) && value <= MOST_MINUTES;

function limitFaults({ overrun = 0, movePrice = 0, maxMoves = null }: Change): string[] {
  return [
    ...ask("change.overrun", overrun, "a number from 0 to 1", overrun >= 0 && overrun <= 1),
    ...ask(
      "change.movePrice",
      movePrice,
      `whole points >= 0 and at most ${MOST_POINTS}`,
      isWhole(movePrice) && movePrice <= MOST_POINTS,
    ),
    ...ask("change.maxMoves", maxMoves, "whole moves >= 0, or null", maxMoves === null || isWhole(maxMoves)),
  ];
}

function ask(path: string, value: unknown, says: string, holds: boolean): string[] {
  return holds ? [] : [`${path}: expected ${says}, got ${JSON.stringify(value) ?? String(value)}`];
}

function twice(what: string, values: readonly number[]): string[] {
  return values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [`change.${what}[${at}]: expected each once, got ${value} again`],
  );
}
