import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import type { NewTask } from "~db/screening/care-tasks";

const DOUBTS: Record<string, string> = {
  unsure: "The patient is not sure about the operation",
  no: "The patient says that they do not want the operation",
  had: "The patient says that they have already had the operation",
};

/** As a carer says it: whether it is the patient's own will is for the call to find out. */
const DOUBTS_OF_CARER: Record<string, string> = {
  unsure: "A carer or trusted person says that the patient is not sure about the operation",
  no: "A carer or trusted person says that the patient does not want the operation",
  had: "A carer or trusted person says that the patient has already had the operation",
};

/** A person calls whoever is not sure, wherever they said so; nobody comes off the list by it. */
export function stillWantTasks(
  of: Pick<NewTask, "organisation" | "site" | "entry">,
  wants: unknown,
  saidBy: ResponseGiver,
): NewTask[] {
  const doubts = saidBy === "carer" ? DOUBTS_OF_CARER : DOUBTS;
  const doubt = typeof wants === "string" ? doubts[wants] : undefined;
  if (!doubt) return [];
  const { organisation, site, entry } = of;
  const next = saidBy === "carer" ? "ask the patient themself" : "call them";
  const words = `${doubt}: ${next}; they keep their place`;
  return [{ organisation, site, entry, kind: "stillWant", about: "", urgent: false, words }];
}
