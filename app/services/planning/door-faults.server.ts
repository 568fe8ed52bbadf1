import type { Fault } from "~/domain/fault";
import type { Problem } from "~solver/problem";

const WEIGHT = /^measures\[(\d+)\]\.weight: (.*)$/;
const MOVE_PRICE = /^previous\.movePrice: (.*)$/;

/**
 * Faults of the solver's door in the words of the files. Only weights and the price of a move come from people as they
 * are; anything else there is a defect of ours, and throws.
 */
export function doorFaults({ measures }: Problem, faults: readonly string[]): Fault[] {
  return faults.map((fault) => {
    const [, at, weight] = WEIGHT.exec(fault) ?? [];
    if (weight)
      return {
        file: "policy.json",
        row: 0,
        column: `weights.${measures[Number(at)]?.id}`,
        value: "",
        message: weight,
      };
    const [, price] = MOVE_PRICE.exec(fault) ?? [];
    if (price) return { file: "--move-price", row: 0, column: "", value: "", message: price };
    throw new Error(`the solver refuses the problem: ${faults.slice(0, 5).join("; ")}`);
  });
}
