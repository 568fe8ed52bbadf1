import type { MeasureKind } from "./measure";

/** The sum of the amounts of the options taken. */
export const caseSum = {
  of: "case",
  add: ({ options }, measure, option) => options.amounts[measure]?.[option] ?? 0,
  check: ({ options: { amounts } }, measure, { options }) =>
    options.reduce((sum, option) => sum + (amounts[measure]?.[option] ?? 0), 0),
} satisfies MeasureKind;
