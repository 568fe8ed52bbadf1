import type { Request, RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page";

const MEGABYTE = 1024 * 1024;
/** Boundaries and field names of an upload, over and above its file. */
const FORM_OVERHEAD = 64 * 1024;
/** A form without a file has no business being larger. */
const PLAIN_FORM_LIMIT = MEGABYTE;
/** So long a browser may go on sending what nobody reads: cut off sooner, it would not show the answer. */
const DRAIN_MILLISECONDS = 30_000;

/** A body that grew over the limit; it reaches nobody as if it were whole. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

function refuse(res: Response, uploadMegabytes: number) {
  sendPlainPage(res, 413, {
    heading: "That file is too large",
    text: `Hublist reads files of up to ${uploadMegabytes} MB. Nothing was read or changed. Split the file, or ask your administrator to raise the limit (HUBLIST_MAX_UPLOAD_MB).`,
  });
}

/** Throws away what the browser still sends. */
function drain(req: Request) {
  const enough = setTimeout(() => req.destroy(), DRAIN_MILLISECONDS).unref();
  req.once("end", () => clearTimeout(enough));
  req.resume();
}

/** Calls `exceeded` when more than `limit` bytes have arrived, and lets no byte beyond through. */
function countBytes(req: Request, limit: number, exceeded: () => void) {
  let seen = 0;
  const push = req.push.bind(req);
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = seen;
    seen += chunk?.length ?? 0;
    if (seen <= limit) return push(chunk, encoding);
    if (before <= limit) exceeded();
    return false;
  };
}

/**
 * Refuses a request body over the limit: by its stated length before a byte is read, and one that states no length
 * as soon as it has grown too long. Uploads may have `uploadMegabytes`, other forms 1 MB.
 */
export function bodyLimit(uploadMegabytes: number): RequestHandler {
  return (req, res, next) => {
    const upload = req.get("content-type")?.toLowerCase().startsWith("multipart/form-data") ?? false;
    const limit = upload ? uploadMegabytes * MEGABYTE + FORM_OVERHEAD : PLAIN_FORM_LIMIT;
    if (Number(req.get("content-length") ?? 0) > limit) {
      refuse(res, uploadMegabytes);
      return drain(req);
    }
    countBytes(req, limit, () => {
      res.once("finish", () => req.destroy());
      refuse(res, uploadMegabytes);
      req.on("error", () => {});
      req.emit("error", new BodyTooLargeError());
    });
    next();
  };
}
