import { sitesIn } from "~/auth/own-sites";
import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { formText } from "~/http/form-text";
import { store } from "~/store.server";
import { beginReading } from "~db/imports/reading";
import { IMPORT_KINDS, type ImportKind } from "~db/schema";
import type { Scope } from "~db/scope";
import { startReading } from "./import-read.server";
import { readUploadForm, UNREADABLE } from "./upload-form.server";

const LONGEST_NAME = 120;

/** What is wrong with a form: the id of its field, and words that say how to mend it. */
export interface FormProblem {
  field: string;
  message: string;
}

/** What a person filled in; null: nothing that could be read. */
export interface UploadValues {
  organisation: string | null;
  kind: ImportKind | null;
  sites: string[] | null;
}

export type UploadAnswer =
  { kind: "reading"; id: string } | { kind: "problems"; problems: FormProblem[]; values: UploadValues };

/**
 * Takes an upload in: whose it is, what it speaks for, and the file, whose reading is begun. `scope`: where the user
 * may import.
 */
export async function takeUpload(request: Request, user: User, scope: Scope): Promise<UploadAnswer> {
  const form = await readUploadForm(request);
  const nothing = { kind: null, sites: null, organisation: null };
  if (typeof form === "string") return refused([{ field: "file", message: UNREADABLE[form]() }], nothing);
  const values = readValues(form);
  const file = form.get("file");
  const problems = [...problemsOf(values, user, scope), ...problemsOfFile(file)];
  if (problems.length > 0 || !(file instanceof File)) return refused(problems, values);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const actor = { kind: "user", id: user.id } as const;
  const upload = {
    organisation: values.organisation!,
    kind: values.kind!,
    sites: values.sites ?? [],
    fileName: nameOf(file),
    sha256: Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex"),
  };
  const id = await beginReading(store(), actor, upload);
  startReading(store(), actor, { ...upload, id }, bytes, today());
  return { kind: "reading", id };
}

const refused = (problems: FormProblem[], values: UploadValues): UploadAnswer => ({
  kind: "problems",
  problems,
  values,
});

function readValues(form: FormData): UploadValues {
  const kind = formText(form, "kind");
  return {
    organisation: formText(form, "organisation") || null,
    kind: IMPORT_KINDS.includes(kind as ImportKind) ? (kind as ImportKind) : null,
    sites: [...new Set(form.getAll("sites").filter((site) => typeof site === "string"))],
  };
}

function problemsOf({ organisation, kind, sites }: UploadValues, user: User, scope: Scope): FormProblem[] {
  const problems: FormProblem[] = [];
  if (kind === null) problems.push({ field: "kind", message: "Choose what is in the file" });
  if (organisation === null || !scope.organisations.includes(organisation))
    problems.push({ field: "organisation", message: "Choose the organisation that the file comes from" });
  const own = organisation === null ? [] : sitesIn(user, scope, organisation);
  if (!sites?.length)
    problems.push({ field: "sites", message: "Choose at least one site that the file speaks for" });
  else if (sites.some((code) => own.every((site) => site.code !== code)))
    problems.push({
      field: "sites",
      message: "Choose only sites of this organisation at which you may import",
    });
  return problems;
}

function problemsOfFile(file: FormDataEntryValue | null): FormProblem[] {
  if (!(file instanceof File) || file.name === "") return [{ field: "file", message: "Choose a file" }];
  if (file.size > 0) return [];
  return [{ field: "file", message: "The file is empty (0 bytes). Export it again, or choose another." }];
}

/** The name as the person knows it, on one line. */
function nameOf(file: File): string {
  return (
    file.name
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME) || "file"
  );
}
