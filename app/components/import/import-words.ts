/** The three kinds of file that an organisation hands over. */
export const IMPORT_KINDS = ["waiting-list", "sessions", "resources"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

interface KindWords {
  /** In a heading or a list of choices. */
  name: string;
  /** One row and several rows of it. */
  one: string;
  many: string;
  hint: string;
}

export const KIND_WORDS: Record<ImportKind, KindWords> = {
  "waiting-list": {
    name: "Waiting list",
    one: "entry",
    many: "entries",
    hint: "One line for each patient and procedure, waiting-list.csv",
  },
  sessions: {
    name: "Theatre sessions",
    one: "session",
    many: "sessions",
    hint: "One line for each theatre session, sessions.csv",
  },
  resources: {
    name: "Beds, critical care and equipment",
    one: "limit",
    many: "limits",
    hint: "What the sessions of a site share, resources.csv",
  },
};

/** A count with its noun: `1 entry`, `2,041 entries`. */
export function counted(count: number, kind: ImportKind): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many}`;
}
