import type { User } from "~/auth/visitor.server";
import { now } from "~/clock.server";
import { ageOn } from "~/domain/age";
import type { IsoDate } from "~/domain/calendar";
import { store } from "~/store.server";
import { nameShown } from "~/views/entry-words";
import { recordPatientAccess } from "~db/patient-access";
import type { HeldEntry } from "~db/waiting-list";

/** Who the patient of a case is, as far as the reader may know. */
export interface PatientOfDay {
  /** The name, family name first; the pathway identifier where the reader may not know it. */
  name: string;
  /** First letters of given and family name, for a wall; empty where the reader may not know them. */
  initials: string;
  hospitalNumber: string;
  age: number;
  /** Page of the entry; null where the reader may not open it. */
  link: string | null;
}

/** Says who the patient of an entry is. `site`: of the list: who may see a list may see who is on it. */
export function patientOfDay(user: User, held: HeldEntry, site: string, date: IsoDate): PatientOfDay {
  const { entry, id } = held;
  const known = isKnown(user, held, site);
  const opens = user.scope("waitingList.view").sites.includes(entry.listingSite);
  return {
    name: known ? nameShown(entry.details) || entry.patientId : entry.pathwayId,
    initials: known ? initialsOf(entry.details) : "",
    hospitalNumber: known ? entry.patientId : "",
    age: ageOn(entry.birthDate, date),
    link: opens ? `/waiting-list/${id}` : null,
  };
}

function isKnown(user: User, { entry }: HeldEntry, site: string): boolean {
  const { sites } = user.scope("patient.view");
  return sites.includes(site) || sites.includes(entry.listingSite);
}

function initialsOf({ familyName, givenName }: HeldEntry["entry"]["details"]): string {
  return [givenName, familyName]
    .filter((name) => name !== "")
    .map((name) => `${[...name][0]!.toUpperCase()}.`)
    .join(" ");
}

const HOUR = 3_600_000;
/** When somebody was last noted as having been shown a patient on a page. */
const noted = new Map<string, number>();

/**
 * Records whom a page shows to this person. A page that refreshes itself every minute shows the same patients for
 * hours: of one person, page and patient one record an hour is kept.
 */
export async function noteLooks(user: User, shown: readonly HeldEntry[], site: string, page: string) {
  const at = now().getTime();
  const fresh = shown.filter((held) => {
    if (!isKnown(user, held, site)) return false;
    return at - (noted.get(`${user.id} ${page} ${held.patient}`) ?? -HOUR) >= HOUR;
  });
  for (const { patient } of fresh) noted.set(`${user.id} ${page} ${patient}`, at);
  if (noted.size > 10_000) noted.clear();
  const patients = fresh.map(({ patient }) => patient);
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page });
}
