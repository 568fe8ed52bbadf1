import type { ReasonNames } from "~/domain/reason-words";
import type { MovedEntry } from "~/domain/warm-question";

/** Somebody who comes, goes or moves when a plan is changed. */
export interface MovedRow {
  key: string;
  patient: string;
  link: string | null;
  what: string;
}

type PersonOf = (entry: MovedEntry["entry"]) => { patient: string; link: string | null };

/** Puts moves into words: who comes first, then who moves, then who goes. */
export function movedRows(
  moved: readonly MovedEntry[],
  personOf: PersonOf,
  names: Pick<ReasonNames, "session">,
): MovedRow[] {
  return [...moved]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ entry, from, to }) => ({
      key: `${entry.issuer}|${entry.pathwayId}`,
      ...personOf(entry),
      what: whatWords(from && names.session(from), to && names.session(to)),
    }));
}

function rank({ from, to }: MovedEntry): number {
  if (from === null) return 0;
  return to === null ? 2 : 1;
}

function whatWords(from: string | null, to: string | null): string {
  if (from === null) return `Comes into ${to ?? "the plan"}`;
  return to === null ? `Loses the place in ${from}` : `Moves from ${from} to ${to}`;
}
