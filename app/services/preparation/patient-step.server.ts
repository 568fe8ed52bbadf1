import { store } from "~/store.server";
import type { Invitation } from "~db/invitations";
import { takeStep } from "./take-step.server";

/** What a patient did on their plan; null: nothing that there is. */
export interface PatientStepAnswer {
  said: "done" | "open" | "help" | null;
  item: string;
}

/** Records what a patient, or who answers for them, says about an action. `field`: `does`, `item` and `text`. */
export async function patientStep(
  of: Invitation,
  field: (name: string) => string,
): Promise<PatientStepAnswer> {
  const item = field("item");
  const kind = (["done", "open", "help"] as const).find((one) => one === field("does"));
  if (!kind) return { said: null, item };
  const actor = { kind: "patient", invitation: of.id } as const;
  const { organisation, site, entry } = of;
  const given = { item, kind, referral: null, text: kind === "help" ? field("text") : "" };
  const answer = await takeStep({ organisation, site, entry }, store(), actor, given);
  return { said: answer.kind === "notFound" ? null : kind, item };
}
