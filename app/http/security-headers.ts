import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/** What a page may load: nothing from elsewhere, no script without the nonce, no inline style. */
function contentSecurityPolicy(nonce: string, https: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Sets the headers that every answer carries; leaves the nonce of its scripts in `res.locals.cspNonce`. */
export const securityHeaders: RequestHandler = (req, res, next) => {
  const nonce = randomBytes(16).toString("base64");
  res.locals.cspNonce = nonce;
  res.set({
    "Content-Security-Policy": contentSecurityPolicy(nonce, req.secure),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  });
  if (req.secure) res.set("Strict-Transport-Security", "max-age=31536000");
  next();
};

/** Pages may hold patient data: no browser and no proxy keeps them. */
export const keepNothing: RequestHandler = (req, res, next) => {
  if (req.path !== "/__manifest") res.set("Cache-Control", "no-store");
  next();
};
