import type { Problem } from "./problem";

/** Sums of points stay below this, so that doubles hold them exactly with some parts of a point to spare. */
export const MOST_POINTS = 2 ** 50;

/**
 * Faults of weights: a measure whose weight could carry the sum of points beyond what whole numbers hold, with the
 * largest weight that fits. Every measure may fill an equal share of the room, so that all fit together.
 */
export function largestWeights(problem: Problem): string[] {
  const { measures, previous } = problem;
  const room = MOST_POINTS / (measures.length + 1);
  const moves = (previous?.options.length ?? 0) + (previous?.lost ?? 0);
  return [
    ...measures.flatMap(({ weight }, at) =>
      tooLarge(`measures[${at}].weight`, weight, mostUnits(problem, at), room),
    ),
    ...tooLarge("previous.movePrice", previous?.movePrice ?? 0, moves, room),
  ];
}

function tooLarge(path: string, weight: number, units: number, room: number): string[] {
  if (Math.abs(weight) * units <= room) return [];
  const largest = Math.floor(room / units);
  return [`${path}: expected at most ${largest}, so that sums of points stay whole, got ${weight}`];
}

/** Most units of a measure that the bound and the search may add up: those of every option, taken or not. */
function mostUnits({ lists, cases, options, measures }: Problem, measure: number): number {
  if (measures[measure]!.of === "case")
    return options.amounts[measure]!.reduce((sum, amount) => sum + Math.abs(amount), 0);
  return options.case.reduce((sum, c, at) => {
    const { length, turnaround } = lists[options.list[at]!]!;
    return sum + Math.min(length, cases[c]!.mean) + turnaround;
  }, 0);
}
