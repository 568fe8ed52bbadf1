import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { limitConcurrency } from "./concurrency";

/** Cost of a new hash: log2 of N, block size r, parallelisation p. OWASP's second scrypt choice: 2^15, 8, 3. */
export interface ScryptCost {
  logN: number;
  r: number;
  p: number;
}
export const COST: ScryptCost = { logN: 15, r: 8, p: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Each hash takes 32 MB and a third of a second: two at a time, and fifty may wait. */
const limited = limitConcurrency(2, 50);

function derive(password: string, salt: Buffer, { logN, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r, p, maxmem: 128 * r * (N + p + 2) };
  return limited(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      ),
  );
}

/** `once`: somebody else has seen the password, so it serves only to choose another. */
export type PasswordUse = "lasting" | "once";
const METHOD: Record<PasswordUse, string> = { lasting: "scrypt", once: "scrypt-once" };

/** Hashes a password; the text holds method, cost, salt and key: `scrypt$15$8$3$salt$key`, the last two base64url. */
export async function hashPassword(
  password: string,
  use: PasswordUse = "lasting",
  cost = COST,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  const { logN, r, p } = cost;
  return [METHOD[use], logN, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether the hash is that of a one-time password. */
export function isOneTime(hash: string): boolean {
  return hash.startsWith(`${METHOD.once}$`);
}

function parse(hash: string): { cost: ScryptCost; salt: Buffer; key: Buffer } | null {
  const [method, logN, r, p, salt, key] = hash.split("$");
  if (!method || !Object.values(METHOD).includes(method)) return null;
  if (!logN || !r || !p || !salt || !key) return null;
  const bytes = (text: string) => Buffer.from(text, "base64url");
  return { cost: { logN: +logN, r: +r, p: +p }, salt: bytes(salt), key: bytes(key) };
}

/** A hash that no password matches, for work that takes as long as the real one. */
const NOBODY = `scrypt$${COST.logN}$${COST.r}$${COST.p}$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * Whether the password is the one that was hashed. `hash` null (no such account) takes the same work and is false,
 * so that the time of an answer does not tell which accounts exist.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parsed = parse(hash ?? NOBODY);
  if (!parsed) throw new Error("A stored password hash is not of the form scrypt$logN$r$p$salt$key");
  const key = await derive(password, parsed.salt, parsed.cost);
  return timingSafeEqual(key, parsed.key) && hash !== null;
}

/** Whether a hash was made with less work than today's: then it is made anew at the next sign-in. */
export function isOutdated(hash: string): boolean {
  const cost = parse(hash)?.cost;
  return !cost || cost.logN < COST.logN || cost.r < COST.r || cost.p < COST.p;
}
