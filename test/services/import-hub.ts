import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "~/domain/calendar";
import type { User } from "~/auth/visitor.server";
import { sessionsCsv } from "~/export/sessions";
import { waitingListCsv } from "~/export/waiting-list";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { today } from "~/clock.server";
import { readingEnded } from "~/services/import-read.server";
import { takeUpload, type UploadAnswer } from "~/services/import-upload.server";
import { holdStore } from "~/store.server";
import { findImport, type Import } from "~db/imports";
import { openStore, type Store } from "~db/store";
import { listSites } from "~db/organisations";
import { anEntry, aSession, givenHub, HUB } from "../db/given-hub";

const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

export interface ImportHub {
  store: Store;
  close(): Promise<void>;
}

let base: Promise<string> | null = null;

/** The file of an empty hub, which is made once and copied for each test. */
async function madeHub(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "hublist-import-base-")), "hublist.db");
  const store = await openStore({ file, migrations: MIGRATIONS });
  await givenHub(store);
  await store.close();
  return file;
}

/** An empty hub on a SQLite file of its own, held as the store of this process. */
export async function importHub(): Promise<ImportHub> {
  const folder = mkdtempSync(join(tmpdir(), "hublist-import-"));
  const file = join(folder, "hublist.db");
  copyFileSync(await (base ??= madeHub()), file);
  const store = holdStore(await openStore({ file, migrations: MIGRATIONS }));
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, close };
}

/** Somebody who may import for both sites of the hub. */
export async function importer(store: Store, id = "U1"): Promise<User> {
  const sites = await listSites(HUB, store.db);
  return {
    ...{ id, name: `Importer ${id}`, email: `${id}@example.org`, grants: [], sites },
    organisations: [{ code: "RQM", name: "Chelsea and Westminster" }],
    signIn: { id: "S", user: id, createdAt: "", lastSeenAt: "", expiresAt: "" } as unknown as User["signIn"],
    may: () => true,
    scope: () => HUB,
  };
}

export interface Sent {
  kind?: string;
  organisation?: string;
  sites?: string[];
  file: string | Uint8Array | null;
  name?: string;
}

/** Uploads a file by the form, as a browser does. */
export async function send(user: User, sent: Sent): Promise<UploadAnswer> {
  const form = new FormData();
  form.set("kind", sent.kind ?? "waiting-list");
  form.set("organisation", sent.organisation ?? "RQM");
  for (const site of sent.sites ?? HUB.sites) form.append("sites", site);
  if (sent.file !== null) form.set("file", new File([sent.file as BlobPart], sent.name ?? "list.csv"));
  const request = new Request("http://127.0.0.1/imports/new", { method: "POST", body: form });
  return takeUpload(request, user, HUB);
}

/** Uploads a file and waits until it has been read and compared. */
export async function uploaded(user: User, store: Store, sent: Sent): Promise<Import> {
  const answer = await send(user, sent);
  if (answer.kind !== "reading") throw new Error(answer.problems.map(({ message }) => message).join(" "));
  await readingEnded(answer.id);
  return (await findImport(HUB, store.db, answer.id))!;
}

/** A waiting list with so many sound entries; each may be given other facts. */
export function listOf(
  count: number,
  facts: (index: number) => Partial<WaitingListEntry> = () => ({}),
): string {
  const entries = Array.from({ length: count }, (_, index) =>
    anEntry({
      ...{ pathwayId: `PP${index}`, patientId: `L${index}`, nhsNumber: null },
      ...{
        birthDate: "1985-09-24",
        clockStart: addDays(today(), -100),
        decisionToAdmit: addDays(today(), -50),
      },
      ...{ screeningDate: addDays(today(), -20), fitUntil: addDays(today(), 100), unavailable: [] },
      ...facts(index),
    }),
  );
  return waitingListCsv(entries);
}

/** Theatre sessions 30 days ahead and after, by identifier. */
export function sessionsOf(ids: string[]): string {
  return sessionsCsv(
    ids.map((sessionId, index) =>
      aSession({ sessionId, date: addDays(today(), 30 + index), theatre: `T${index}` }),
    ),
  );
}
