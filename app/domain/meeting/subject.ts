/** The parts of an agenda, in the order in which a meeting goes through them. */
export const SECTIONS = [
  "contested",
  "overTarget",
  "overridden",
  "toldMoves",
  "provisional",
  "lateSessions",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What is spoken about: a case by the id of its entry, a theatre session by its id, or the week as a whole. */
export type SubjectKey = `case:${string}` | `session:${string}` | "week";

/**
 * A case or a session as it was when it was spoken about, in words. Kept with what was decided, so that minutes name
 * it so whatever becomes of it. It names patients by their pathway identifiers: names are for those who may see them.
 */
export interface Subject {
  section: Section | "week";
  /** Pathway identifier of a case, or the session in words. */
  title: string;
  /** What a case is: priority, weeks waited, procedure, specialty; of a session its specialties. */
  detail: string;
  /** Where a case stands, or `No place`; empty for a session. */
  place: string;
  /** Why it was on the agenda, a sentence each. */
  grounds: string[];
}

/** A subject that was on the agenda when the meeting was closed, whether it had been spoken about or not. */
export interface FrozenSubject extends Subject {
  key: SubjectKey;
}

/** The key of a subject by what an item names. */
export function keyOf({ entry, session }: { entry: string | null; session: string | null }): SubjectKey {
  if (entry !== null) return `case:${entry}`;
  return session !== null ? `session:${session}` : "week";
}

/** What an item names by the key of its subject; null when the text is no key. */
export function namedBy(key: string): { entry: string | null; session: string | null } | null {
  if (key === "week") return { entry: null, session: null };
  const [kind, id] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  if (id === "") return null;
  if (kind === "case") return { entry: id, session: null };
  return kind === "session" ? { entry: null, session: id } : null;
}
