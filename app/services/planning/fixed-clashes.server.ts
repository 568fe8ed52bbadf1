import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "~db/engine";
import type { HeldEntry } from "~db/waiting-list";
import { clashes } from "~solver/check";
import { buildProblem } from "../build-problem.server";
import { weekFiles } from "../solve-week-files.server";
import { readBack } from "../solve-week-job.server";
import { loadWeek, type WeekAsked } from "../solve-week-load.server";
import { violationSentence, type ClashNames } from "./pin-clashes.server";
import { planContext } from "./plan-context.server";

/** Why the fixed cases of a week cannot all be kept. */
export interface FixedClashes {
  /** Everybody whom the week keeps, whose names the sentences may need. */
  entries: HeldEntry[];
  /** One sentence a broken rule, with the amounts; none: they can be kept. */
  sentences(names: (held: HeldEntry) => string, session: ClashNames["session"]): string[];
}

/**
 * Asks of the fixed cases of a week what the planner would refuse, before anybody waits for it: only who stands or is
 * booked there is read, and no plan is made.
 */
export async function fixedClashes(db: Reader, asked: WeekAsked): Promise<FixedClashes> {
  const held = await loadWeek(db, asked, "standing");
  const { entries } = held;
  const none = { entries, sentences: () => [] };
  if (entries.length === 0) return none;
  const read = readBack(weekFiles(held), { planDate: asked.planDate, movePrice: 0 });
  if (read.kind === "refused") return none;
  const built = buildProblem(planContext(read.input));
  const byName = new Map(entries.map((one) => [nameKey(one.entry), one]));
  const heldOf = (entry: WaitingListEntry) => byName.get(nameKey(entry));
  if (built.kind === "refused") {
    const { faults } = built;
    return { entries, sentences: (names) => faults.map(({ message }) => inNames(message, entries, names)) };
  }
  const { problem } = built;
  const broken = clashes(problem, problem.pins);
  return {
    entries,
    sentences: (names, session) => {
      const entry = (one: WaitingListEntry) => {
        const known = heldOf(one);
        return known ? names(known) : one.pathwayId;
      };
      return broken.map((clash) => violationSentence(built, clash, { entry, session }));
    },
  };
}

const nameKey = ({ issuer, pathwayId }: WaitingListEntry) => `${issuer}|${pathwayId}`;

/** A fault of the files names one entry, by its identifier at the beginning. */
function inNames(message: string, entries: readonly HeldEntry[], names: (held: HeldEntry) => string): string {
  const named = entries.find(({ entry }) => message.startsWith(`${entry.pathwayId} `));
  return named ? names(named) + message.slice(named.entry.pathwayId.length) : message;
}
