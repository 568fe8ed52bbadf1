import table from "./check-in.json";

/** The answers to the check-in that tell of a change of health, by question. */
export const HEALTH_CHANGES: Readonly<Record<string, readonly string[]>> = table.changes;

/** Questions of the check-in that the screening asks too: the later answer counts for its rules. */
export const ALSO_ANSWERS: readonly string[] = table.alsoAnswers;

export const CHECK_IN_SOURCE = { what: table.what, status: table.status, source: table.source };
