import { createHmac, createSign, type KeyObject } from "node:crypto";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JSON web token (RFC 7519) signed with a shared secret. */
export function tokenBySecret(claims: Record<string, unknown>, secret: string): string {
  const signed = `${part({ typ: "JWT", alg: "HS256" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** A JSON web token signed with an RSA private key, which the other side knows by `keyId`. */
export function tokenByKey(claims: Record<string, unknown>, key: KeyObject, keyId: string): string {
  const signed = `${part({ typ: "JWT", alg: "RS512", kid: keyId })}.${part(claims)}`;
  return `${signed}.${createSign("RSA-SHA512").update(signed).sign(key, "base64url")}`;
}
