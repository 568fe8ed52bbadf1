import { readUploadForm, UNREADABLE } from "../upload-form.server";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { takePasReturn, type PasReturned } from "./return-pas-file.server";

export type ReturnUploadAnswer =
  { returned: PasReturned } | { problems: { field: string; message: string }[] };

/** Takes a return file in from a form. */
export async function takeReturnUpload(
  request: Request,
  scope: Scope,
  store: Store,
  actor: Actor,
  organisation: string,
): Promise<ReturnUploadAnswer> {
  const form = await readUploadForm(request);
  if (typeof form === "string") return problem(UNREADABLE[form]());
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "" || file.size === 0)
    return problem("Choose the return file: the file to apply with state and message filled in.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const returned = await takePasReturn(scope, store, actor, { organisation, bytes, name: file.name });
  return returned === null ? problem("There is no such organisation among yours.") : { returned };
}

const problem = (message: string): ReturnUploadAnswer => ({ problems: [{ field: "file", message }] });
