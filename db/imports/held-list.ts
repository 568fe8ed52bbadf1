import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../engine";
import { patient, readinessDecision, readinessDrift, waitingListEntry as entry } from "../schema";
import { detailFields, entryFields, toReadiness, withDetails } from "../waiting-list-row";
import type { HeldSide } from "./waiting-list-differences";

/** The little that is needed of every held entry: whether the file says something new of it. */
export interface HeldKey {
  id: string;
  digest: string;
  site: string;
  listed: boolean;
}

/** Every entry of an organisation, by key. */
export async function heldKeys(db: Reader, organisation: string): Promise<Map<string, HeldKey>> {
  const rows = await db
    .select({
      id: entry.id,
      issuer: entry.issuer,
      pathwayId: entry.pathwayId,
      digest: entry.fileDigest,
      site: entry.listingSite,
      state: entry.state,
    })
    .from(entry)
    .where(eq(entry.organisation, organisation));
  return new Map(
    rows.map(({ id, issuer, pathwayId, digest, site, state }) => [
      entryKey(issuer, pathwayId),
      { id, digest, site, listed: state === "listed" },
    ]),
  );
}

/** An entry's key within its organisation. */
export function entryKey(issuer: string, pathwayId: string): string {
  return JSON.stringify([issuer, pathwayId]);
}

/** Ids of the organisation's entries whose file says something else about readiness than Hublist decided. */
export async function driftedEntries(db: Reader, organisation: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.organisation, organisation), readinessDrift(entry)));
  return new Set(rows.map(({ id }) => id));
}

/** Held entries in full, by id, as a row of the file is compared with them. */
export async function heldSides(
  db: Reader,
  ids: string[],
  placed: Map<string, string>,
): Promise<Map<string, HeldSide>> {
  if (ids.length === 0) return new Map();
  const decided = await decidedEntries(db, ids);
  const rows = await db
    .select({
      id: entry.id,
      state: entry.state,
      unknown: entry.unknownColumns,
      said: entryFields("file"),
      details: detailFields,
      counts: {
        screening: entry.screening,
        fitFrom: entry.fitFrom,
        fitUntil: entry.fitUntil,
        hubSuitable: entry.hubSuitable,
      },
    })
    .from(entry)
    .innerJoin(patient, eq(entry.patient, patient.id))
    .where(inArray(entry.id, ids));
  return new Map(
    rows.map(({ id, state, unknown, said, details, counts }) => [
      id,
      {
        entry: withDetails(said, details),
        unknown,
        gone: state === "gone",
        decided: decided.has(id) ? toReadiness(counts) : null,
        placedOn: placed.get(id) ?? null,
      },
    ]),
  );
}

/** Which of these entries have a decision about readiness, so that the file's is no longer what counts. */
export async function decidedEntries(db: Reader, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ entry: readinessDecision.entry })
    .from(readinessDecision)
    .where(inArray(readinessDecision.entry, ids));
  return new Set(rows.map((row) => row.entry));
}
