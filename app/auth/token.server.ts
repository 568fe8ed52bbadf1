import { createHash, randomBytes } from "node:crypto";

/** A new secret for a signed-in browser: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the store keeps of a token: a copy of the database signs nobody in. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Letters and digits that nobody mistakes for one another. */
const ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";

/** A password to hand to somebody once, such as `k7mf3-q9xaw-…`: four groups of five signs, 98 bits. */
export function newOneTimePassword(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 5 }, letter).join(""));
  return groups.join("-");
}

/** One letter of the alphabet, each as likely as another. */
function letter(): string {
  const most = 256 - (256 % ALPHABET.length);
  for (;;) {
    const byte = randomBytes(1)[0]!;
    if (byte < most) return ALPHABET[byte % ALPHABET.length]!;
  }
}
