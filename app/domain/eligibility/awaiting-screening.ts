import type { EntryRule } from "./rule";

export const awaitingScreening: EntryRule = {
  reason: "awaiting_screening",
  liftedBy: "override",
  forbids: ({ screening }) => screening === "awaiting",
  sentence: () => "Screening has begun and its outcome is awaited.",
};
