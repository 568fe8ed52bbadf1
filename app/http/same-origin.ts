import type { Request, RequestHandler } from "express";
import { sendPlainPage } from "./plain-page";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** The host that the visitor's browser knows; behind a trusted proxy the one it forwards. */
function publicHost(req: Request): string | undefined {
  const trusted = Number(req.app.get("trust proxy")) > 0;
  const forwarded = trusted ? req.get("x-forwarded-host")?.split(",")[0]?.trim() : undefined;
  return forwarded ?? req.get("host");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/**
 * Whether a request comes from one of our own pages, as the browser says. `Sec-Fetch-Site` cannot be set by a page;
 * browsers without it send `Origin` with every form.
 */
export function isSameOrigin(req: Request): boolean {
  const site = req.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = req.get("origin");
  return origin !== undefined && hostOf(origin) === publicHost(req);
}

/** Refuses requests that change something unless they come from our own pages (cross-site request forgery). */
export const sameOriginOnly: RequestHandler = (req, res, next) => {
  if (READING.has(req.method) || isSameOrigin(req)) return next();
  sendPlainPage(res, 403, {
    heading: "This form came from somewhere else",
    text: "Hublist takes changes only from its own pages. Nothing was changed. Open the page again and send the form from there.",
  });
};
