import type { EntryRule } from "./rule";

export const unfit: EntryRule = {
  reason: "unfit",
  liftedBy: "override",
  forbids: ({ screening }) => screening === "unfit",
  sentence: () => "Screening found the patient unfit for surgery.",
};
