import type { User } from "~/auth/visitor.server";
import { instantText } from "~/components/date-text";
import { isFarFewer } from "~/domain/gone-share";
import { faultsCsv } from "~/export/faults";
import { isBeingWritten } from "~/services/import-confirm.server";
import { endLostReadings } from "~/services/import-read.server";
import { store } from "~/store.server";
import { confirmedSince, findImport, listImportFaults, listImportRows, type Import } from "~db/imports";
import { listFaultsPage } from "~db/imports/faults-page";
import type { ImportFault } from "~db/imports/staging";
import type { Difference, ImportCounts, ImportKind, ImportState } from "~db/schema";
import type { Scope } from "~db/scope";
import { nameOf } from "./imports.server";

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
  /** Whether personal values are shown. */
  personal: boolean;
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
  const personal = kind !== "waiting-list" || user.may("patient.view");
  return {
    ...{ id, kind, state, fileName, organisation, counts, leftOut, shown, page, total, personal },
    sites: found.sites.map((code) => user.sites.find((site) => site.code === code)?.name ?? code),
    writing: isBeingWritten(id),
    by: await nameOf(found.uploadedBy),
    at: instantText(new Date(found.uploadedAt)),
    closed: await closingOf(found),
    since: since && { by: await nameOf(since.by), at: instantText(new Date(since.at)) },
    farFewer: isFarFewer(counts),
    pageSize: PAGE_SIZE,
    ...(await rowsOf(scope, id, shown, page, personal)),
    mayImport: found.sites.every((site) => user.scope("waitingList.import").sites.includes(site)),
  };
}

/** The faults of an import for a spreadsheet, without personal values for whom they do not concern. */
export async function importFaultsCsv(user: User, scope: Scope, id: string): Promise<string | null> {
  const found = await findImport(scope, store().db, id);
  if (found === null) return null;
  const personal = found.kind !== "waiting-list" || user.may("patient.view");
  const faults = await listImportFaults(scope, store().db, id);
  return faultsCsv(faults.map((fault) => (personal ? fault : withoutValue(fault))));
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

async function rowsOf(scope: Scope, id: string, shown: Shown, page: number, personal: boolean) {
  const at = { page, size: PAGE_SIZE };
  if (shown === "faults" || shown === "warnings") {
    const rejected = shown === "faults";
    const { rows } = await listFaultsPage(scope, store().db, id, { rejected, ...at });
    return { changes: [], faults: rows.map((fault) => (personal ? fault : withoutValue(fault))) };
  }
  const { rows } = await listImportRows(scope, store().db, id, { kinds: [shown], ...at });
  const changes = rows.map(({ row, key, held, differences }) => ({
    ...{ row, key, held },
    differences: differences.map((difference) => (personal ? difference : withoutPerson(difference))),
  }));
  return { changes, faults: [] };
}

const withoutValue = (fault: ImportFault): ImportFault => ({ ...fault, value: fault.value && HIDDEN });

function withoutPerson(difference: Difference): Difference {
  return PERSONAL.test(difference.column) ? { ...difference, held: HIDDEN, file: HIDDEN } : difference;
}

async function closingOf({ closedAt, closedBy }: Import): Promise<{ by: string; at: string } | null> {
  return closedAt === null ? null : { by: await nameOf(closedBy ?? ""), at: instantText(new Date(closedAt)) };
}
