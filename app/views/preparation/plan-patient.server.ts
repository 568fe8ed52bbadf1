import type { User } from "~/auth/visitor.server";
import { ageOn } from "~/domain/age";
import { today } from "~/clock.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { recordPatientAccess } from "~db/patient-access";
import type { Scope } from "~db/scope";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { nameShown } from "../entry-words";

/** Whose plan a page of staff is about. */
export interface PlanPatient {
  id: string;
  name: string;
  hospitalNumber: string;
  procedure: string;
  age: number;
}

/** The patient of an entry in scope who waits, and a note that this person looked; null: there is none. */
export async function planPatient(
  user: User,
  scope: Scope,
  id: string,
  page: string,
): Promise<{ held: HeldEntry; patient: PlanPatient } | null> {
  const held = await findEntry(scope, store().db, id);
  if (held === null || held.state !== "listed") return null;
  const { entry } = held;
  const known = user.scope("patient.view").sites.includes(entry.listingSite);
  const actor = { kind: "user", id: user.id } as const;
  if (known) await recordPatientAccess(store(), actor, { patients: [held.patient], page });
  return {
    held,
    patient: {
      id,
      name: known ? nameShown(entry.details) || entry.patientId : entry.pathwayId,
      hospitalNumber: known ? entry.patientId : "",
      procedure: procedureInFull(entry),
      age: ageOn(entry.birthDate, today()),
    },
  };
}
