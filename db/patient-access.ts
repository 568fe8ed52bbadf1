import { desc, eq, type InferSelectModel } from "drizzle-orm";
import { newId } from "./new-id";
import type { Actor } from "./actor";
import type { Reader } from "./engine";
import { findPatient } from "./patients";
import { patientAccess } from "./schema";
import type { Scope } from "./scope";
import type { Store } from "./store";

export type PatientAccess = InferSelectModel<typeof patientAccess>;

/** Records that somebody was shown these patients, by id, on a page. */
export async function recordPatientAccess(
  store: Store,
  actor: Actor,
  { patients, page }: { patients: string[]; page: string },
): Promise<void> {
  if (patients.length === 0) return;
  await store.commit(actor, "patient.look", (tx) =>
    tx.insert(
      patientAccess,
      [...new Set(patients)].map((patient) => ({
        id: newId(),
        patient,
        lookedBy: tx.by,
        lookedAt: tx.at,
        page,
      })),
    ),
  );
}

/** Who looked at a patient in scope, latest first. */
export async function listPatientAccess(
  scope: Scope,
  db: Reader,
  patient: string,
  limit = 100,
): Promise<PatientAccess[]> {
  if ((await findPatient(scope, db, patient)) === null) return [];
  return db
    .select()
    .from(patientAccess)
    .where(eq(patientAccess.patient, patient))
    .orderBy(desc(patientAccess.lookedAt), desc(patientAccess.id))
    .limit(limit);
}
