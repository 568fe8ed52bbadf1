import type { RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page";

const MEGABYTE = 1024 * 1024;
/** Boundaries and field names of an upload, over and above its file. */
const FORM_OVERHEAD = 64 * 1024;
/** A form without a file has no business being larger. */
const PLAIN_FORM_LIMIT = MEGABYTE;

function refuse(res: Response, uploadMegabytes: number) {
  res.set("Connection", "close");
  sendPlainPage(res, 413, {
    heading: "That file is too large",
    text: `Hublist reads files of up to ${uploadMegabytes} MB. Nothing was read or changed. Split the file, or ask your administrator to raise the limit (HUBLIST_MAX_UPLOAD_MB).`,
  });
}

/**
 * Refuses a request body over the limit: by its stated length before a byte is read, and one that states no length
 * as soon as it has grown too long. Uploads may have `uploadMegabytes`, other forms 1 MB.
 */
export function bodyLimit(uploadMegabytes: number): RequestHandler {
  return (req, res, next) => {
    const upload = req.is("multipart/form-data") !== false && req.is("multipart/form-data") !== null;
    const limit = upload ? uploadMegabytes * MEGABYTE + FORM_OVERHEAD : PLAIN_FORM_LIMIT;
    if (Number(req.get("content-length") ?? 0) > limit) return refuse(res, uploadMegabytes);
    let seen = 0;
    const push = req.push.bind(req);
    req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
      seen += chunk?.length ?? 0;
      if (seen <= limit) return push(chunk, encoding);
      if (!res.headersSent) {
        refuse(res, uploadMegabytes);
        res.once("finish", () => req.destroy());
      }
      return false;
    };
    next();
  };
}
