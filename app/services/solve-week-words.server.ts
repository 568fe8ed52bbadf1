import type { Fault } from "~/domain/fault";
import { gapWords } from "~/domain/gap-words";
import type { JobOutcome } from "./solve-week-worker.server";

/** Said of a run whose process ended before it did. */
export const INTERRUPTED =
  "Hublist was restarted while this plan was being made, so it was lost. Plan the week again.";

const CRASHED: Record<string, string> = {
  "out of memory":
    "The solve needed more memory than it may take. Nothing was changed. Tell an administrator of Hublist.",
};
const DEFECT =
  "The solve ended because of a fault in Hublist, which was noted. Nothing was changed. Try again.";

/** How a run ended, for the people who read its page, and the state it ends in. */
export function endedWords(outcome: Exclude<JobOutcome, { kind: "planned" }>): {
  state: "failed" | "killed";
  message: string;
} {
  if (outcome.kind === "killed") return { state: "killed", message: "Cancelled. Nothing was changed." };
  if (outcome.kind === "crashed") return { state: "failed", message: CRASHED[outcome.word] ?? DEFECT };
  return { state: "failed", message: refusedWords(outcome.faults) };
}

/** The first faults in full; they name rows of the store's own files. */
function refusedWords(faults: readonly Fault[]): string {
  const words = faults
    .slice(0, SHOWN)
    .map(({ message, value }) => (value ? `${value}: ${message}` : message));
  const more = faults.length > SHOWN ? ` And ${faults.length - SHOWN} more.` : "";
  return `The week cannot be planned as it stands. ${words.join(" ")}${more}`;
}
const SHOWN = 5;

/** What a finished plan is worth, in a sentence. */
export function plannedWords({ gap, endedEarly }: { gap: number; endedEarly: boolean }): string {
  const words = `This plan is ${gapWords(gap)}.`;
  return endedEarly ? `Stopped before its last step. ${words}` : words;
}
