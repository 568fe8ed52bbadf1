/** Who must have seen a version of a list. */
export type Reader = "surgeon" | "anaesthetist" | "theatre" | "ward";
export const READERS: readonly Reader[] = ["surgeon", "anaesthetist", "theatre", "ward"];

export const READER_WORDS: Record<Reader, string> = {
  surgeon: "Surgeon",
  anaesthetist: "Anaesthetist",
  theatre: "Theatre",
  ward: "Ward",
};

const OF_ROLE: Record<string, readonly Reader[]> = {
  clinician: ["surgeon", "anaesthetist"],
  theatre: ["theatre"],
  ward: ["ward"],
};

/** As whom somebody with these roles confirms having seen a list, each once. */
export function readersOf(roles: readonly string[]): Reader[] {
  const own = new Set(roles.flatMap((role) => OF_ROLE[role] ?? []));
  return READERS.filter((reader) => own.has(reader));
}
