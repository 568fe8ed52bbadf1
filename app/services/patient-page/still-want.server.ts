import type { NewTask } from "~db/screening/care-tasks";

const DOUBTS: Record<string, string> = {
  unsure: "The patient is not sure about the operation",
  no: "The patient says that they do not want the operation",
  had: "The patient says that they have already had the operation",
};

/** A person calls whoever is not sure, wherever they said so; nobody comes off the list by it. */
export function stillWantTasks(
  of: Pick<NewTask, "organisation" | "site" | "entry">,
  wants: unknown,
): NewTask[] {
  const doubt = typeof wants === "string" ? DOUBTS[wants] : undefined;
  if (!doubt) return [];
  const { organisation, site, entry } = of;
  const words = `${doubt}: call them; they keep their place`;
  return [{ organisation, site, entry, kind: "stillWant", about: "", urgent: false, words }];
}
