import { and, eq, exists, inArray, ne, type InferSelectModel } from "drizzle-orm";
import type { Reader } from "./engine";
import { patient, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A patient as one organisation knows them. */
export type Patient = InferSelectModel<typeof patient>;

/** One patient, for those who may see at least one of their entries. */
export async function findPatient(scope: Scope, db: Reader, id: string): Promise<Patient | null> {
  const [found] = await db
    .select()
    .from(patient)
    .where(and(eq(patient.id, id), seen(scope, db)));
  return found ?? null;
}

/** Ids of an organisation's patients with a hospital number: one, or one for each issuer; for commands. */
export async function findPatientByNumber(
  scope: Scope,
  db: Reader,
  organisation: string,
  hospitalNumber: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: patient.id })
    .from(patient)
    .where(
      and(
        seen(scope, db),
        eq(patient.organisation, organisation),
        eq(patient.hospitalNumber, hospitalNumber),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Other records in scope with the same NHS number: linked for people to see, never merged. */
export async function linkedPatients(scope: Scope, db: Reader, of: Patient): Promise<Patient[]> {
  if (of.nhsNumber === null) return [];
  return db
    .select()
    .from(patient)
    .where(and(eq(patient.nhsNumber, of.nhsNumber), ne(patient.id, of.id), seen(scope, db)))
    .orderBy(patient.organisation, patient.hospitalNumber);
}

function seen(scope: Scope, db: Reader) {
  const entries = db
    .select({ id: waitingListEntry.id })
    .from(waitingListEntry)
    .where(and(eq(waitingListEntry.patient, patient.id), inArray(waitingListEntry.listingSite, scope.sites)));
  return and(inScope(scope, patient.organisation), exists(entries));
}
