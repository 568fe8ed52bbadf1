import type { User } from "~/auth/visitor.server";
import { environment } from "~/env.server";
import type { UploadOrganisation, UploadValues } from "~/components/import/upload-form";
import { endLostReadings } from "~/services/import-read.server";
import { store } from "~/store.server";
import { findImport, listImports, type Import } from "~db/imports";
import type { ImportCounts, ImportKind, ImportState } from "~db/schema";
import type { Scope } from "~db/scope";
import { findAccount } from "~db/users";
import { sitesIn } from "~/auth/own-sites";

/** One upload in the list of them. */
export interface ImportListed {
  id: string;
  kind: ImportKind;
  state: ImportState;
  fileName: string;
  sites: string[];
  by: string;
  at: Date;
  counts: ImportCounts;
}

const MOST = 100;

/** The latest uploads whose sites are all in scope. */
export async function importsPage(scope: Scope): Promise<{ imports: ImportListed[]; most: number }> {
  const listed = await listImports(scope, store().db, { limit: MOST });
  const rows = listed.some(({ state }) => state === "reading") ? await listedAnew(scope) : listed;
  const names = new Map<string, string>();
  for (const by of new Set(rows.map(({ uploadedBy }) => uploadedBy))) names.set(by, await nameOf(by));
  return { imports: rows.map((row) => asListed(row, names.get(row.uploadedBy)!)), most: MOST };
}

async function listedAnew(scope: Scope): Promise<Import[]> {
  await endLostReadings(store());
  return listImports(scope, store().db, { limit: MOST });
}

function asListed(
  { id, kind, state, fileName, sites, counts, uploadedAt }: Import,
  by: string,
): ImportListed {
  return { id, kind, state, fileName, sites, counts, by, at: new Date(uploadedAt) };
}

/** Who did something, by name; `by` as the store keeps it: `user:ID` or `command:NAME`. */
export async function nameOf(by: string): Promise<string> {
  const [kind, id = ""] = by.split(":");
  if (kind !== "user") return "Hublist";
  return (await findAccount(store().db, id))?.name ?? "somebody whose account is gone";
}

export interface UploadPage {
  organisations: UploadOrganisation[];
  megabytes: number;
  values: UploadValues;
}

/** The form of an upload, filled in with the user's scope, or with what an earlier upload (`like`) spoke for. */
export async function uploadPage(user: User, scope: Scope, like: string | null): Promise<UploadPage> {
  const organisations = user.organisations
    .filter(({ code }) => scope.organisations.includes(code))
    .map(({ code, name }) => ({
      code,
      name,
      sites: sitesIn(user, scope, code),
    }));
  const earlier = like === null ? null : await findImport(scope, store().db, like);
  const { organisation = null, kind = null, sites = null } = earlier ?? {};
  return {
    organisations,
    megabytes: environment().HUBLIST_MAX_UPLOAD_MB,
    values: { organisation, kind, sites },
  };
}
