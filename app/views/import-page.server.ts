import type { User } from "~/auth/visitor.server";
import { instantText } from "~/components/date-text";
import { isFarFewer } from "~/domain/gone-share";
import { faultsCsv } from "~/export/faults";
import { isBeingWritten } from "~/services/import-confirm.server";
import { endLostReadings } from "~/services/import-read.server";
import { store } from "~/store.server";
import {
  confirmedSince,
  findImport,
  listImportFaults,
  listImportRows,
  type Import,
  type ImportRow,
} from "~db/imports";
import { listFaultsPage } from "~db/imports/faults-page";
import type { ImportFault } from "~db/imports/staging";
import { recordPatientAccess } from "~db/patient-access";
import type { Difference, ImportCounts, ImportKind, ImportState } from "~db/schema";
import type { Scope } from "~db/scope";
import { patientsOfEntries } from "~db/waiting-list";
import { nameOf } from "./imports.server";
import { siteNameOf } from "~/auth/own-sites";

/** What of an import can be looked at row by row. */
export const SHOWN = ["changed", "new", "gone", "drift", "faults", "warnings"] as const;
export type Shown = (typeof SHOWN)[number];

export interface ChangeShown {
  row: number;
  key: string;
  /** Id of the held record; null for a new one. */
  held: string | null;
  differences: Difference[];
}

export interface ImportPage {
  id: string;
  kind: ImportKind;
  state: ImportState;
  /** Is being written to the list right now. */
  writing: boolean;
  fileName: string;
  organisation: string;
  sites: string[];
  by: string;
  at: string;
  /** Who ended it and when; null: it is open. */
  closed: { by: string; at: string } | null;
  /** Whoever changed the list after this file was compared with it; null: nobody. */
  since: { by: string; at: string } | null;
  counts: ImportCounts;
  /** Columns that the file lacks, so that what is held in them stays. */
  leftOut: string[];
  farFewer: boolean;
  shown: Shown;
  page: number;
  pageSize: number;
  total: number;
  changes: ChangeShown[];
  faults: ImportFault[];
  mayImport: boolean;
}

const PAGE_SIZE = 50;
const HIDDEN = "(hidden)";
/** Columns that say who a patient is, or may. */
const PERSONAL = /^(details\.|unknown\.)|^(nhsNumber|birthDate|patientId|gender|ethnicCategory)$/;

/** One upload: what it would change or has changed, one kind of row at a time. Null: there is none in scope. */
export async function importPage(
  user: User,
  scope: Scope,
  id: string,
  query: URLSearchParams,
): Promise<ImportPage | null> {
  const found = await present(scope, id);
  if (found === null) return null;
  const { kind, state, fileName, organisation, counts, leftOut } = found;
  const shown = shownOf(query.get("show"), counts);
  const total = counts[shown];
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get("page") ?? "", 10) || 1));
  const since =
    state === "uploaded" || state === "superseded" ? await confirmedSince(store().db, found) : null;
  return {
    ...{ id, kind, state, fileName, organisation, counts, leftOut, shown, page, total },
    sites: found.sites.map((code) => siteNameOf(user, code)),
    writing: isBeingWritten(id),
    by: await nameOf(found.uploadedBy),
    at: instantText(new Date(found.uploadedAt)),
    closed: await closingOf(found),
    since: since && { by: await nameOf(since.by), at: instantText(new Date(since.at)) },
    farFewer: isFarFewer(counts),
    pageSize: PAGE_SIZE,
    ...(await rowsOf(user, scope, found, shown, page)),
    mayImport: found.sites.every((site) => user.scope("waitingList.import").sites.includes(site)),
  };
}

/** The faults of an import for a spreadsheet, without personal values for whom they do not concern. */
export async function importFaultsCsv(user: User, scope: Scope, id: string): Promise<string | null> {
  const found = await findImport(scope, store().db, id);
  if (found === null) return null;
  const faults = await listImportFaults(scope, store().db, id);
  return faultsCsv(forReader(faults, user, found));
}

async function present(scope: Scope, id: string): Promise<Import | null> {
  const found = await findImport(scope, store().db, id);
  if (found?.state !== "reading" || (await endLostReadings(store())) === 0) return found;
  return findImport(scope, store().db, id);
}

/** What is asked for, or else the first kind of which there is anything. */
function shownOf(asked: string | null, counts: ImportCounts): Shown {
  const known = SHOWN.find((kind) => kind === asked);
  return known ?? SHOWN.find((kind) => counts[kind] > 0) ?? "changed";
}

async function rowsOf(user: User, scope: Scope, found: Import, shown: Shown, page: number) {
  const at = { page, size: PAGE_SIZE };
  if (shown === "faults" || shown === "warnings") {
    const rejected = shown === "faults";
    const { rows } = await listFaultsPage(scope, store().db, found.id, { rejected, ...at });
    return { changes: [], faults: forReader(rows, user, found) };
  }
  const { rows } = await listImportRows(scope, store().db, found.id, { kinds: [shown], ...at });
  return { changes: await changesFor(user, found, rows), faults: [] };
}

/** Values of a faulty cell may be a person's: they are for those who may see patients at all sites of the upload. */
function forReader(faults: ImportFault[], user: User, { kind, sites }: Import): ImportFault[] {
  const patients = user.scope("patient.view").sites;
  const known = kind !== "waiting-list" || sites.every((site) => patients.includes(site));
  return known ? faults : faults.map(withoutValue);
}

/** The rows with personal values only where the reader may see the patient, and a record of whom they were shown. */
async function changesFor(user: User, { id, kind }: Import, rows: ImportRow[]): Promise<ChangeShown[]> {
  const plain = rows.map(({ row, key, held, differences }) => ({ row, key, held, differences }));
  if (kind !== "waiting-list") return plain;
  const personal = plain.filter(({ differences }) => differences.some(isPersonal));
  const ids = personal.flatMap(({ held }) => held ?? []);
  const known = await patientsOfEntries(user.scope("patient.view"), store().db, ids);
  const seen = { patients: [...known.values()], page: `/imports/${id}` };
  await recordPatientAccess(store(), { kind: "user", id: user.id }, seen);
  return plain.map((row) =>
    row.held !== null && known.has(row.held)
      ? row
      : { ...row, differences: row.differences.map((one) => (isPersonal(one) ? withoutPerson(one) : one)) },
  );
}

const isPersonal = ({ column }: Difference) => PERSONAL.test(column);
const withoutPerson = (difference: Difference) => ({ ...difference, held: HIDDEN, file: HIDDEN });
const withoutValue = (fault: ImportFault): ImportFault => ({ ...fault, value: fault.value && HIDDEN });

async function closingOf({ closedAt, closedBy }: Import): Promise<{ by: string; at: string } | null> {
  return closedAt === null ? null : { by: await nameOf(closedBy ?? ""), at: instantText(new Date(closedAt)) };
}
