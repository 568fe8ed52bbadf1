import type { IsoDate } from "../calendar";

export type PasAction = "book" | "move" | "cancel";
export type PasRowState = "open" | "done" | "failed";

/** A date and session, as the patient administration system holds them or is to hold them. */
export interface PasPlace {
  date: IsoDate;
  /** The session's identifier in the organisation's own system; empty: a date without a session. */
  sessionId: string;
}

/** A row of an earlier file for the entry. */
export interface PasRow {
  action: PasAction;
  place: PasPlace | null;
  state: PasRowState;
  /** When its file was made, and last returned; UTC instants. */
  madeAt: string;
  returnedAt: string | null;
}

/** What is known of an entry when a file is made. */
export interface PasEntry {
  entry: string;
  /** What the last import says. */
  says: PasPlace | null;
  /** When that was imported; null: never. */
  importedAt: string | null;
  /** Where the latest published lists have it; null: on none. */
  published: PasPlace | null;
  /** Sessions whose earlier versions had it, by their own identifiers. */
  wasPublishedIn: readonly string[];
  /** Whether the session that the import names has a published list. */
  listIsPublished: boolean;
  rows: readonly PasRow[];
}

/** How an entry stands between published lists and the patient administration system. */
export type PasStanding =
  | { kind: "same" }
  /** Not yet in a file, or failed in the last, or found undone by an import since: it goes into the next file. */
  | { kind: "toApply"; action: PasAction; place: PasPlace | null }
  /** In a file that has not been returned. */
  | { kind: "open"; action: PasAction; place: PasPlace | null }
  /** Returned as done; the next import will show it. */
  | { kind: "awaitsImport"; action: PasAction; place: PasPlace | null }
  /** There on a list that is published without them, and that never had them: theirs to explain. */
  | { kind: "foreign" };

/** Where an entry stands, and what would bring both together. */
export function pasStanding(entry: PasEntry): PasStanding {
  const last = byMade(entry.rows).at(-1);
  // One row at a time: what the published list says by then comes into the file after this one is returned.
  if (last?.state === "open") return { kind: "open", action: last.action, place: last.place };
  const { place, done } = systemHolds(entry);
  const wanted = wantedOf({ ...entry, says: place });
  if (wanted.kind === "same" && done !== null && !samePlace(entry.says, place))
    return { kind: "awaitsImport", action: done.action, place: done.place };
  return wanted;
}

/**
 * The place that the patient administration system holds: what it did last, until an import after that says what it has.
 * Else a list that changes between a return and the next import would book a patient twice, or leave a date standing.
 * `done`: the row that says so; null: the import does.
 */
export function systemHolds({ says, importedAt, rows }: Pick<PasEntry, "says" | "importedAt" | "rows">): {
  place: PasPlace | null;
  done: PasRow | null;
} {
  const done = byMade(rows).findLast(({ state }) => state === "done");
  if (!done || isImportedSince(importedAt, done.returnedAt)) return { place: says, done: null };
  return { place: done.place, done };
}

const byMade = (rows: readonly PasRow[]) => [...rows].sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));

function wantedOf({
  says,
  published,
  wasPublishedIn,
  listIsPublished,
  rows,
}: PasEntry): Extract<PasStanding, { kind: "same" | "toApply" | "foreign" }> {
  if (published) {
    if (!says) return { kind: "toApply", action: "book", place: published };
    return samePlace(says, published)
      ? { kind: "same" }
      : { kind: "toApply", action: "move", place: published };
  }
  if (!says) return { kind: "same" };
  const gaveIt =
    wasPublishedIn.includes(says.sessionId) ||
    rows.some(({ state, place }) => state === "done" && samePlace(place, says));
  if (gaveIt) return { kind: "toApply", action: "cancel", place: null };
  return listIsPublished ? { kind: "foreign" } : { kind: "same" };
}

function isImportedSince(importedAt: string | null, returnedAt: string | null): boolean {
  return importedAt !== null && (returnedAt === null || importedAt > returnedAt);
}

/** The same date and session; a date without a session is the same as that date in any. */
export function samePlace(a: PasPlace | null, b: PasPlace | null): boolean {
  if (a === null || b === null) return a === b;
  return a.date === b.date && (a.sessionId === b.sessionId || a.sessionId === "" || b.sessionId === "");
}
