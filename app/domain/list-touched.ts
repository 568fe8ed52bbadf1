/** A change of an entry's place, as its week keeps it; numbers count within the week. */
export interface PlaceChange {
  number: number;
  revision: number;
  entry: string;
  /** Id of the session; null: taken out. */
  session: string | null;
}

/**
 * Whether a session's list was changed after a revision of its week: somebody came on it or left it. Changes of other
 * lists of the week do not count.
 * @param changes all changes of the week
 */
export function listTouchedSince(
  changes: readonly PlaceChange[],
  session: string,
  revision: number,
): boolean {
  const places = new Map<string, string | null>();
  for (const change of [...changes].sort((a, b) => a.number - b.number)) {
    const concerns = change.session === session || places.get(change.entry) === session;
    if (change.revision > revision && concerns) return true;
    places.set(change.entry, change.session);
  }
  return false;
}
