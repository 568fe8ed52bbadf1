import type { EntryRule } from "./rule";

export const notScreened: EntryRule = {
  reason: "not_screened",
  liftedBy: "override",
  forbids: ({ screening }) => screening === "not_screened",
  sentence: () => "Not screened yet: fitness for surgery is not known.",
};
