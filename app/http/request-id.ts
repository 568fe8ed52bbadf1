import { randomBytes } from "node:crypto";

/** Letters and digits that nobody mistakes for one another when read out on the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new name for a request, such as `R-7K3F9QXA`. */
export function newRequestId(): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `R-${letters.join("")}`;
}
