import { createHash } from "node:crypto";

/** One audit entry without its hash: what the hash is taken over. */
export interface ChainLink {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  organisation: string;
  site: string;
  digest: string;
  previousHash: string;
}

/** Digest (SHA-256, hex) over a change's values. The salt keeps short values from being guessed once erased. */
export function digestOf(salt: string, before: string, after: string): string {
  return sha256(JSON.stringify([salt, before, after]));
}

/** Hash (SHA-256, hex) of an entry, which holds the hash of the entry before it. */
export function hashOf(link: ChainLink): string {
  return sha256(
    JSON.stringify([
      link.seq,
      link.at,
      link.actor,
      link.action,
      link.subjectKind,
      link.subjectId,
      link.organisation,
      link.site,
      link.digest,
      link.previousHash,
    ]),
  );
}

/** JSON text with keys in order, so that equal values give equal text on both engines. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
