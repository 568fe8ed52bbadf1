/** Which promise of the schema a write would have broken. */
export interface BrokenConstraint {
  kind: "unique" | "foreignKey" | "check" | "notNull" | "appendOnly";
  /** The engine's own words, which name the table; no values. */
  detail: string;
}

const KINDS: Record<string, BrokenConstraint["kind"]> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreignKey",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "notNull",
  SQLITE_CONSTRAINT_TRIGGER: "appendOnly",
  23505: "unique",
  23503: "foreignKey",
  23514: "check",
  23502: "notNull",
  // The code that our triggers raise; see the migration append-only.
  HL001: "appendOnly",
};

/** Reads a driver's error; null when it is about something else. The one place that knows both engines' codes. */
export function brokenConstraint(error: unknown): BrokenConstraint | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const kind = "code" in at && typeof at.code === "string" ? KINDS[at.code] : undefined;
    if (kind !== undefined) return { kind, detail: at.message };
  }
  return null;
}
