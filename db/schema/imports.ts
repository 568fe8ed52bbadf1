import { oneOf, t } from "../columns";
import { organisation } from "./organisations";

export const IMPORT_KINDS = ["waiting-list", "sessions", "resources"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * reading: is being read and compared; refused: the file as a whole cannot be read; interrupted: Hublist was stopped
 * while it read; uploaded: compared, waits for a person; applying: is being written; confirmed: applied; left: given
 * up; superseded: a later comparison took its place.
 */
export const IMPORT_STATES = [
  "reading",
  "refused",
  "interrupted",
  "uploaded",
  "applying",
  "confirmed",
  "left",
  "superseded",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** drift: differs only where Hublist owns the value, which stays. */
export const CHANGE_KINDS = ["new", "changed", "same", "gone", "drift"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** `held`: how many of these sites stood in the list before, against which a share of gone ones is taken. */
export type ImportCounts = Record<ChangeKind, number> & { faults: number; warnings: number; held: number };

/** A column in which file and store differ. `kept`: Hublist owns the value and keeps it. */
export interface Difference {
  column: string;
  held: string;
  file: string;
  kept: boolean;
}

/** How often an organisation's list of a kind has been changed by a confirmed import. */
export const listRevision = t.table(
  "list_revision",
  {
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    kind: t.enumText("kind", IMPORT_KINDS).notNull(),
    revision: t.int("revision").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.organisation, c.kind] })],
);

/** One upload of a file, and what became of it. */
export const imports = t.table(
  "import",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    kind: t.enumText("kind", IMPORT_KINDS).notNull(),
    /** The sites that it speaks for; what lies at others is untouched. */
    sites: t.json<string[]>("sites").notNull(),
    fileName: t.text("file_name").notNull(),
    sha256: t.text("sha256").notNull(),
    uploadedBy: t.text("uploaded_by").notNull(),
    uploadedAt: t.instant("uploaded_at").notNull(),
    state: t.enumText("state", IMPORT_STATES).notNull(),
    counts: t.json<ImportCounts>("counts").notNull(),
    /** Columns that the file lacks: what is held in them stays. */
    leftOut: t.json<string[]>("left_out").notNull().default([]),
    /** The list revision that it was compared with. */
    baseRevision: t.int("base_revision").notNull(),
    closedBy: t.text("closed_by"),
    closedAt: t.instant("closed_at"),
  },
  (c) => [
    t.index("import_organisation").on(c.organisation, c.uploadedAt),
    oneOf("import_kind_known", c.kind, IMPORT_KINDS),
    oneOf("import_state_known", c.state, IMPORT_STATES),
  ],
);

/** One staged change. Unchanged rows are counted in the import and not kept here. */
export const importRow = t.table(
  "import_row",
  {
    import: t
      .text("import")
      .notNull()
      .references(() => imports.id),
    number: t.int("number").notNull(),
    /** Row of the file as a spreadsheet shows it; 0 for what is gone. */
    row: t.int("row").notNull(),
    kind: t.enumText("kind", CHANGE_KINDS).notNull(),
    /** What the row is called in its list: pathway identifier, session, or site/date/period/resource. */
    key: t.text("key").notNull(),
    /** Id of the held record; null for a new one. */
    held: t.text("held"),
    differences: t.json<Difference[]>("differences").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.import, c.number] }),
    t.index("import_row_kind").on(c.import, c.kind, c.number),
  ],
);

/** The row of a staged change as JSON text. Removed when the import is closed: then the list and the audit hold it. */
export const importPayload = t.table(
  "import_payload",
  {
    import: t.text("import").notNull(),
    number: t.int("number").notNull(),
    payload: t.text("payload").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.import, c.number] }),
    t.foreignKey({
      name: "import_payload_row",
      columns: [c.import, c.number],
      foreignColumns: [importRow.import, importRow.number],
    }),
  ],
);

/** A fault or a warning about a cell of the file, as the reader gave it. */
export const importFault = t.table(
  "import_fault",
  {
    import: t
      .text("import")
      .notNull()
      .references(() => imports.id),
    number: t.int("number").notNull(),
    rejected: t.bool("rejected").notNull(),
    file: t.text("file").notNull(),
    row: t.int("row").notNull(),
    column: t.text("column").notNull(),
    value: t.text("value").notNull(),
    message: t.text("message").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.import, c.number] })],
);
