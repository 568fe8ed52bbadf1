import { shapeFaults } from "./door-shape";
import { countFaults, indexFaults, wholeFaults } from "./door-values";
import { largestWeights } from "./door-weights";
import type { Problem } from "./problem";

/**
 * Faults of a problem before it is solved, each with its path: `lists[3].length: expected whole minutes > 0, got -240`.
 * Empty when every field is there and every value of its kind, every index points to something, and no sum of points leaves safe integers.
 */
export function faultsOf(problem: Problem): string[] {
  const shape = shapeFaults(problem);
  if (shape.length > 0) return shape;
  const faults = [...countFaults(problem), ...wholeFaults(problem), ...indexFaults(problem)];
  return faults.length > 0 ? faults : largestWeights(problem);
}
