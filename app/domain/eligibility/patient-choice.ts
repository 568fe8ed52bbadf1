import type { EntryRule } from "./rule";

/** P5 and P6: the patient stays on the list and has asked to postpone. Source: app/facts/priority-codes.json. */
export const patientChoice: EntryRule = {
  reason: "patient_choice",
  liftedBy: "override",
  forbids: ({ priority }) => priority === "P5" || priority === "P6",
  sentence: ({ priority }) =>
    `The patient has chosen to wait (${priority}); plan again once the patient is ready.`,
};
