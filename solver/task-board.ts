import { reals, wholes } from "./list-states";
import type { Model } from "./model";
import type { Found, Task } from "./streams";

/** Most parts of a round. */
export const MOST_PARTS = 8;
/** Numbers of a part: its seeds, length, heats and moves; and the effort that it took. */
const NUMBERS = 8;
const EFFORT = 7;

/** The tasks of one round of a search and what came of them, in memory that threads share. */
export interface TaskBoard {
  /** Number of slots of the plan, and the slots. */
  plan: Int32Array;
  /** Part of each list. */
  partOf: Int32Array;
  numbers: Float64Array;
  /** By part: steps done, number of slots found, and the slots. */
  found: Int32Array;
}

/** A board for the plans of a model. */
export function taskBoard(model: Model): TaskBoard {
  const row = rowOf(model);
  return {
    plan: wholes(row),
    partOf: wholes(model.length.length),
    numbers: reals(NUMBERS * MOST_PARTS),
    found: wholes(row * MOST_PARTS),
  };
}

/** A plan has at most one slot a case. */
function rowOf(model: Model): number {
  return model.mean.length + 2;
}

/** Writes the tasks of a round: one a part, all of one plan. */
export function writeTasks(board: TaskBoard, tasks: readonly Task[]): void {
  const { plan, parts } = tasks[0]!;
  board.plan[0] = plan.length;
  board.plan.set(plan, 1);
  parts.forEach(({ lists }, part) => lists.forEach((list) => (board.partOf[list] = part)));
  tasks.forEach(({ seed, deal, steps, effort, heat, mayMove }, part) =>
    board.numbers.set([seed, deal, steps, effort, ...heat, mayMove], part * NUMBERS),
  );
}

/** Reads the task of one of `count` parts. */
export function readTask(board: TaskBoard, count: number, part: number): Task {
  const numbers = board.numbers.subarray(part * NUMBERS, (part + 1) * NUMBERS);
  const [seed, deal, steps, effort, from, to, mayMove] = numbers;
  const parts = Array.from({ length: count }, (): number[] => []);
  board.partOf.forEach((at, list) => parts[at]!.push(list));
  return {
    plan: [...board.plan.subarray(1, 1 + board.plan[0]!)],
    parts: parts.map((lists) => ({ lists: Int32Array.from(lists) })),
    part,
    seed: seed!,
    deal: deal!,
    steps: steps!,
    effort: effort!,
    heat: [from!, to!],
    mayMove: mayMove!,
  };
}

/** Writes what came of a part. */
export function writeFound(
  board: TaskBoard,
  model: Model,
  part: number,
  { slots, steps, effort }: Found,
): void {
  board.numbers[part * NUMBERS + EFFORT] = effort;
  const row = rowOf(model);
  board.found[part * row] = steps;
  board.found[part * row + 1] = slots.length;
  board.found.set(slots, part * row + 2);
}

/** Reads what came of a part. */
export function readFound(board: TaskBoard, model: Model, part: number): Found {
  const row = part * rowOf(model);
  const [steps, count] = [board.found[row]!, board.found[row + 1]!];
  const effort = board.numbers[part * NUMBERS + EFFORT]!;
  return { steps, effort, slots: [...board.found.subarray(row + 2, row + 2 + count)] };
}
