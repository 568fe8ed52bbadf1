import { addDays, type IsoDate } from "~/domain/calendar";
import { pasStanding, type PasPlace, type PasStanding } from "~/domain/pas/pas-rows";
import type { Reader } from "~db/engine";
import { versionsWithin, type ListVersion } from "~db/list-versions";
import { datedByFile, pasRowsOf, waitingListImportedAt, type PasChangeDated } from "~db/pas-files";
import type { Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";

/** An entry whose published place and the patient administration system are not simply the same. */
export interface PasLine {
  held: HeldEntry;
  says: PasPlace | null;
  published: PasPlace | null;
  standing: Exclude<PasStanding, { kind: "same" }>;
  /** The last row about it; null: none. */
  row: PasChangeDated | null;
}

/** Lists are looked at so far ahead, days. */
const AHEAD = 366;

/** What differs between the published lists from today on and what the last import says, in scope. */
export async function pasLines(
  scope: Scope,
  db: Reader,
  organisation: string,
  today: IsoDate,
): Promise<PasLine[]> {
  const span = { from: today, until: addDays(today, AHEAD) };
  const versions = await versionsWithin(scope, db, span, organisation);
  const rows = await pasRowsOf(scope, db, organisation);
  const dated = await datedByFile(scope, db, organisation, today);
  const published = publishedPlaces(versions);
  const ids = new Set([...published.now.keys(), ...published.was.keys(), ...dated, ...openIds(rows)]);
  const entries = await entriesById(scope, db, [...ids]);
  const imported = await waitingListImportedAt(scope, db, organisation);
  return [...entries.values()].flatMap((held) => {
    const own = rows.filter(({ entry }) => entry === held.id);
    const says = saysOf(held, today);
    const place = published.now.get(held.id) ?? null;
    const standing = pasStanding({
      ...{ entry: held.id, says, published: place },
      importedAt: imported.get(held.entry.listingSite) ?? null,
      wasPublishedIn: published.was.get(held.id) ?? [],
      listIsPublished: says !== null && published.sessions.has(says.sessionId),
      rows: own.map(pasRowOf),
    });
    if (standing.kind === "same") return [];
    return [{ held, says, published: place, standing, row: own.at(-1) ?? null }];
  });
}

/** A row is settled by its entry, also when a list of that day is over. */
function openIds(rows: readonly PasChangeDated[]): string[] {
  return rows.filter(({ state }) => state === "open").map(({ entry }) => entry);
}

/** A row of a file as the rules ask for it. */
export function pasRowOf({ action, date, sessionId, state, madeAt, returnedAt }: PasChangeDated) {
  const place = date === null ? null : { date, sessionId: sessionId ?? "" };
  return { action, place, state, madeAt, returnedAt };
}

function saysOf({ entry, state }: HeldEntry, today: IsoDate): PasPlace | null {
  if (state === "gone" || entry.tciDate === null || entry.tciDate < today) return null;
  return { date: entry.tciDate, sessionId: entry.tciSession ?? "" };
}

/** Where the latest versions have each entry, and in which sessions earlier ones had them. Versions come first to last. */
function publishedPlaces(versions: readonly ListVersion[]) {
  const latest = new Map(versions.map((version) => [version.session, version]));
  const now = new Map<string, PasPlace>();
  const was = new Map<string, string[]>();
  for (const { content } of versions)
    for (const { entry } of content.cases) was.set(entry, [...(was.get(entry) ?? []), content.sessionId]);
  for (const { content } of latest.values())
    for (const { entry } of content.cases)
      now.set(entry, { date: content.date, sessionId: content.sessionId });
  return { now, was, sessions: new Set([...latest.values()].map(({ content }) => content.sessionId)) };
}
