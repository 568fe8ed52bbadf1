import { dateText, instantText } from "~/components/date-text";
import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { systemHolds, type PasPlace, type PasRow, type PasStanding } from "~/domain/pas/pas-rows";
import type { PasChangeRow } from "~/export/pas-changes";
import { pasLines, pasRowOf, type PasLine } from "~/services/pas/pas-standing.server";
import { store } from "~/store.server";
import { listPasFiles, pasFileRows, pasRowsOf, waitingListImportedAt } from "~db/pas-files";
import { recordPatientAccess } from "~db/patient-access";
import type { Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { actorNames } from "./actor-names.server";
import { nameShown } from "./entry-words";

/** An entry in which published lists and the patient administration system differ. */
export interface PasPageLine {
  entry: string;
  link: string | null;
  patient: string;
  number: string;
  /** What the last import says, and what is published, in words. */
  says: string;
  published: string;
  /** How it stands, and what the last returned row said. */
  standing: string;
  message: string;
}

/** A file that was made. */
export interface PasPageFile {
  id: string;
  words: string;
  returned: string;
  open: number;
  done: number;
  failed: number;
}

/** The page of changes for the patient administration system. */
export interface PasPage {
  organisation: string;
  /** Rows that the next file would hold. */
  next: number;
  /** Grouped: to apply, under way, and dates that Hublist did not give. */
  groups: { key: string; heading: string; lines: PasPageLine[] }[];
  files: PasPageFile[];
}

const GROUPS: [PasStanding["kind"], string][] = [
  ["toApply", "To apply"],
  ["open", "In a file, not returned"],
  ["awaitsImport", "Returned as done, not yet seen in an import"],
  ["foreign", "On a published list there, and not here"],
];

/** What differs, and the files so far. */
export async function pasPage(
  user: User,
  scope: Scope,
  organisation: string,
  today: IsoDate,
): Promise<PasPage> {
  const { db } = store();
  const lines = await pasLines(scope, db, organisation, today);
  const files = await listPasFiles(scope, db, organisation);
  const names = await actorNames(files.flatMap(({ madeBy, returnedBy }) => [madeBy, returnedBy ?? ""]));
  const patients = lines.map(({ held }) => held.patient);
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page: "/pas" });
  const opens = user.scope("waitingList.view").sites;
  return {
    organisation,
    next: lines.filter(({ standing }) => standing.kind === "toApply").length,
    groups: GROUPS.map(([key, heading]) => ({
      ...{ key, heading },
      lines: lines.filter(({ standing }) => standing.kind === key).map((line) => lineOf(line, opens)),
    })).filter(({ lines: own }) => own.length > 0),
    files: files.map(({ id, madeBy, madeAt, returnedBy, returnedAt, rows }) => ({
      ...{ id, ...rows },
      words: `${instantText(new Date(madeAt))}, by ${names(madeBy)}`,
      returned: returnedAt ? `${instantText(new Date(returnedAt))}, by ${names(returnedBy ?? "")}` : "",
    })),
  };
}

function lineOf({ held, says, published, standing, row }: PasLine, opens: readonly string[]): PasPageLine {
  const { entry } = held;
  return {
    ...{ entry: held.id, number: entry.patientId, patient: nameShown(entry.details) || entry.pathwayId },
    link: opens.includes(entry.listingSite) ? `/waiting-list/${held.id}` : null,
    ...{ says: placeWords(says), published: placeWords(published) },
    standing: standingWords(standing),
    message: row && row.state === "failed" ? `Failed last time: ${row.message}` : "",
  };
}

const placeWords = (place: PasPlace | null) =>
  place ? [dateText(place.date, "short"), place.sessionId].filter(Boolean).join(", ") : "no date";

const DOES = { book: "book", move: "move to", cancel: "cancel" };

function standingWords(standing: PasLine["standing"]): string {
  if (standing.kind === "foreign") return "Explain, or take the date back in the other system";
  const what = `${DOES[standing.action]}${standing.place ? ` ${placeWords(standing.place)}` : " the date"}`;
  return what.charAt(0).toUpperCase() + what.slice(1);
}

/** The rows of a file to apply, for downloading; null: there is no such file in scope. */
export async function pasFileToApply(user: User, scope: Scope, file: string): Promise<PasChangeRow[] | null> {
  const { db } = store();
  const changes = await pasFileRows(scope, db, file);
  if (changes.length === 0) return null;
  const entries = await entriesById(
    scope,
    db,
    changes.map(({ entry }) => entry),
  );
  const patients = [...entries.values()].map(({ patient }) => patient);
  await recordPatientAccess(store(), { kind: "user", id: user.id }, { patients, page: `/pas/${file}` });
  const before = await heldBefore(scope, file, [...entries.values()]);
  return changes.flatMap(({ number, entry, action, date, sessionId }) => {
    const held = entries.get(entry)?.entry;
    if (!held) return [];
    const from = before.get(entry) ?? null;
    return [
      {
        ...{ id: `${file}/${number}`, action, pathwayId: held.pathwayId, issuer: held.issuer },
        ...{ hospitalNumber: held.patientId, nhsNumber: held.nhsNumber ?? "", birthDate: held.birthDate },
        ...{ familyName: held.details.familyName, givenName: held.details.givenName },
        ...{ fromDate: from?.date ?? "", fromSession: from?.sessionId ?? "" },
        ...{ date: date ?? "", session: sessionId ?? "" },
      },
    ];
  });
}

/** What the patient administration system holds of some entries before a file is applied, by id. */
async function heldBefore(
  scope: Scope,
  file: string,
  entries: readonly HeldEntry[],
): Promise<Map<string, PasPlace | null>> {
  const { db } = store();
  const held = new Map<string, PasPlace | null>();
  for (const organisation of new Set(entries.map((one) => one.organisation))) {
    const rows = await pasRowsOf(scope, db, organisation);
    const madeAt = rows.find((row) => row.file === file)?.madeAt ?? "";
    const earlier = new Map<string, PasRow[]>();
    for (const row of rows.filter((one) => one.madeAt < madeAt))
      earlier.set(row.entry, [...(earlier.get(row.entry) ?? []), pasRowOf(row)]);
    const imported = await waitingListImportedAt(scope, db, organisation);
    for (const { id, entry } of entries.filter((one) => one.organisation === organisation)) {
      const says = entry.tciDate === null ? null : { date: entry.tciDate, sessionId: entry.tciSession ?? "" };
      const importedAt = imported.get(entry.listingSite) ?? null;
      held.set(id, systemHolds({ says, importedAt, rows: earlier.get(id) ?? [] }).place);
    }
  }
  return held;
}
