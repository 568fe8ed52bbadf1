import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { recordPatientAccess } from "~db/patient-access";
import { findAccount } from "~db/users";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import type { KnownEntry } from "./week-case";

/** Entries of an organisation as one reader may know them, by id. */
export type People = ReadonlyMap<string, KnownEntry>;

interface PeopleAsked {
  organisation: string;
  /** All sites of the organisation: who may see a list may see who is on it, wherever they were listed. */
  sites: string[];
  /** Ids of entries; with the site of the list that they stand on, where they stand on one. */
  entries: { entry: string; site?: string }[];
  /** Path of the page, for the record of who looked at whom. */
  page: string;
}

/** Loads entries for a page, with names only where the reader may know them, and records whom they were shown. */
export async function peopleOf(user: User, asked: PeopleAsked): Promise<People> {
  const scope = { organisations: [asked.organisation], sites: asked.sites };
  const ids = asked.entries.map(({ entry }) => entry);
  return peopleAmong(user, await entriesById(scope, store().db, ids), asked);
}

/**
 * The same of entries that are at hand already. `again`: the page fetches itself anew all the time, so of one patient a
 * look in a quarter of an hour is recorded.
 */
export async function peopleAmong(
  user: User,
  held: ReadonlyMap<string, HeldEntry>,
  { entries, page, again = false }: Pick<PeopleAsked, "entries" | "page"> & { again?: boolean },
): Promise<People> {
  const named = new Set(user.scope("patient.view").sites);
  const opens = new Set(user.scope("waitingList.view").sites);
  const people = new Map<string, KnownEntry>();
  const shown: string[] = [];
  for (const { entry: id, site } of entries) {
    const found = held.get(id);
    if (!found) continue;
    const isNamed = named.has(found.entry.listingSite) || (site !== undefined && named.has(site));
    if (isNamed) shown.push(found.patient);
    people.set(id, known(found, isNamed, opens.has(found.entry.listingSite)));
  }
  const patients = again ? notLately(`${user.id}|${page}`, shown) : shown;
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page });
  return people;
}

const LATELY_MILLISECONDS = 15 * 60_000;
const KEPT_LOOKS = 50;
/** Whom a reader was shown lately on a page, and since when that is counted. */
const looks = new Map<string, { since: number; patients: Set<string> }>();

function notLately(look: string, patients: readonly string[]): string[] {
  const before = looks.get(look);
  const isNew = before === undefined || Date.now() - before.since > LATELY_MILLISECONDS;
  const lately = isNew ? { since: Date.now(), patients: new Set<string>() } : before;
  looks.delete(look);
  looks.set(look, lately);
  if (looks.size > KEPT_LOOKS) looks.delete(looks.keys().next().value!);
  const fresh = patients.filter((patient) => !lately.patients.has(patient));
  for (const patient of fresh) lately.patients.add(patient);
  return fresh;
}

function known({ id, entry, state }: HeldEntry, named: boolean, mayOpen: boolean): KnownEntry {
  return { entry, gone: state === "gone", link: mayOpen ? `/waiting-list/${id}` : null, named };
}

/** Who did something, by name: a person, or Hublist itself. */
export async function actorName(actor: string): Promise<string> {
  const [kind, id = ""] = actor.split(":");
  if (kind !== "user") return "Hublist";
  return (await findAccount(store().db, id))?.name ?? "somebody whose account is gone";
}
