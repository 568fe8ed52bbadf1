import {
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
  MaxPartSizeExceededError,
} from "@remix-run/node";
import { environment } from "~/env.server";
import { BodyTooLargeError } from "~/http/body-limit";

const MEGABYTE = 1_048_576;

/** Reads a form that may hold a file: `broken`, it broke off; `tooLarge`, a file is over the limit. */
export async function readUploadForm(request: Request): Promise<FormData | "broken" | "tooLarge"> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!type.startsWith("multipart/form-data")) return new FormData();
  const maxPartSize = environment().HUBLIST_MAX_UPLOAD_MB * MEGABYTE;
  try {
    return await unstable_parseMultipartFormData(
      request,
      unstable_createMemoryUploadHandler({ maxPartSize }),
    );
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw error;
    return error instanceof MaxPartSizeExceededError ? "tooLarge" : "broken";
  }
}

/** What to say of a form that could not be read. */
export const UNREADABLE = {
  broken: () => "The upload broke off before the whole file had arrived. Choose the file again.",
  tooLarge: () =>
    `The file is larger than ${environment().HUBLIST_MAX_UPLOAD_MB} MB, the most that is read. Nothing of it was read.`,
};
