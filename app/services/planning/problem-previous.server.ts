import { counted } from "~/domain/figure-words";
import type { Fault } from "~/domain/fault";
import type { PlanInput, PreviousPlan } from "~/domain/plan-input";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Previous } from "~solver/problem";
import type { ProblemLists } from "./problem-lists.server";
import type { ProblemOptions } from "./problem-options.server";

export type EarlierPlaces = { kind: "found"; previous: Previous | null } | { kind: "refused"; fault: Fault };

/**
 * Where cases stood before. A case that can no longer stand there counts as moved; an entry that has left the waiting
 * list does not: there is nobody to move. Refused when more are lost than may move.
 */
export function problemPrevious(
  { previous, entries, files }: PlanInput,
  { listOf }: ProblemLists,
  places: ProblemOptions,
): EarlierPlaces {
  if (previous === null) return { kind: "found", previous: null };
  const lists = new Map([...listOf].map(([session, list]) => [session.sessionId, list]));
  const waiting = byName(entries);
  const cases = new Map(places.entries.map((entry, at) => [entry, at]));
  const options: number[] = [];
  const lost: string[] = [];
  for (const { pathwayId, issuer, sessionId } of previous.placements) {
    const entry = waiting.get(nameOf(pathwayId, issuer));
    if (!entry) continue;
    const option = optionOf(places, cases.get(entry), lists.get(sessionId));
    if (option === undefined) lost.push(pathwayId);
    else options.push(option);
  }
  const { movePrice, maxMoves } = previous;
  if (maxMoves !== null && lost.length > maxMoves)
    return { kind: "refused", fault: tooManyLost(previous, lost, files.previous) };
  return { kind: "found", previous: { options, movePrice, lost: lost.length, maxMoves } };
}

/** Entries by identifier with issuer and, for plans that name no issuer, by identifier alone. */
function byName(entries: readonly WaitingListEntry[]): Map<string, WaitingListEntry> {
  const names = new Map(entries.map((entry) => [nameOf(entry.pathwayId, undefined), entry]));
  for (const entry of entries) names.set(nameOf(entry.pathwayId, entry.issuer), entry);
  return names;
}

function nameOf(pathwayId: string, issuer: string | undefined): string {
  return issuer === undefined ? pathwayId : `${pathwayId}|${issuer}`;
}

function optionOf(
  { options, optionStart }: ProblemOptions,
  caseNumber: number | undefined,
  list: number | undefined,
): number | undefined {
  if (caseNumber === undefined || list === undefined) return undefined;
  const end = optionStart[caseNumber + 1] ?? 0;
  for (let option = optionStart[caseNumber] ?? 0; option < end; option++)
    if (options.list[option] === list) return option;
  return undefined;
}

const NAMED = 5;

function tooManyLost({ maxMoves }: PreviousPlan, lost: string[], file: string): Fault {
  const some = lost.slice(0, NAMED).join(", ") + (lost.length > NAMED ? " and others" : "");
  const cases = `${counted(lost.length, "case")} of the earlier plan can no longer stand as before (${some})`;
  const message = `${cases}, and only ${maxMoves} may move. Allow at least ${counted(lost.length, "move")}.`;
  return { file, row: 0, column: "", value: String(maxMoves), message };
}
