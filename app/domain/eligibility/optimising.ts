import type { EntryRule } from "./rule";

/** A patient being optimised can be planned, provisionally, once there is a date from which they should be fit. */
export const optimising: EntryRule = {
  reason: "optimising",
  liftedBy: "override",
  forbids: ({ screening, fitFrom }) => screening === "optimising" && fitFrom === null,
  sentence: () => "Being optimised for surgery, with no date yet from which the patient should be fit.",
};
