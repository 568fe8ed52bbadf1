import { and, eq, inArray } from "drizzle-orm";
import { newId } from "../new-id";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { patient, waitingListEntry } from "../schema";
import { searchText, personFacts, type PatientRow, type PersonFacts } from "../waiting-list-row";

/**
 * Makes and updates the patients of some entries; answers with a way to find the id of an entry's patient. The audit
 * of the entries carries what changed about the person.
 */
export async function savePeople(
  tx: Tx,
  organisation: string,
  entries: WaitingListEntry[],
): Promise<(entry: WaitingListEntry) => string> {
  const held = await heldPeople(tx.db, organisation, entries);
  const ids = new Map([...held].map(([key, row]) => [key, row.id]));
  const fresh: (typeof patient.$inferInsert)[] = [];
  const changed = new Map<string, { id: string } & PersonFacts>();
  const searches = new Map<string, string>();
  for (const entry of entries) {
    const key = personKey(entry.issuer, entry.patientId);
    const facts = personFacts(entry);
    const known = held.get(key);
    if (known !== undefined) {
      if (!differs(known, facts)) continue;
      changed.set(known.id, { id: known.id, ...facts });
      searches.set(known.id, searchText(entry));
    } else if (!ids.has(key)) {
      const id = newId();
      ids.set(key, id);
      fresh.push({ id, organisation, issuer: entry.issuer, hospitalNumber: entry.patientId, ...facts });
    }
  }
  await tx.insert(patient, fresh);
  await tx.updateMany(patient, [...changed.values()]);
  await renameEntries(tx, searches);
  return (entry) => ids.get(personKey(entry.issuer, entry.patientId))!;
}

/** The patients that these entries name, by `personKey`. */
export async function heldPeople(
  db: Reader,
  organisation: string,
  entries: WaitingListEntry[],
): Promise<Map<string, PatientRow>> {
  if (entries.length === 0) return new Map();
  const numbers = [...new Set(entries.map((entry) => entry.patientId))];
  const issuers = [...new Set(entries.map((entry) => entry.issuer))];
  const rows = await db
    .select()
    .from(patient)
    .where(
      and(
        eq(patient.organisation, organisation),
        inArray(patient.issuer, issuers),
        inArray(patient.hospitalNumber, numbers),
      ),
    );
  return new Map(rows.map((row) => [personKey(row.issuer, row.hospitalNumber), row]));
}

/** Keeps the text that entries are found by in line with their patient's. */
async function renameEntries(tx: Tx, searches: Map<string, string>): Promise<void> {
  if (searches.size === 0) return;
  const entries = await tx.db
    .select({ id: waitingListEntry.id, patient: waitingListEntry.patient })
    .from(waitingListEntry)
    .where(inArray(waitingListEntry.patient, [...searches.keys()]));
  await tx.updateMany(
    waitingListEntry,
    entries.map(({ id, patient: person }) => ({ id, search: searches.get(person)! })),
  );
}

/** What tells the patients of an organisation apart. */
export const personKey = (issuer: string, hospitalNumber: string) => JSON.stringify([issuer, hospitalNumber]);

function differs(held: PatientRow, facts: PersonFacts): boolean {
  return (Object.keys(facts) as (keyof PersonFacts)[]).some((property) => held[property] !== facts[property]);
}
