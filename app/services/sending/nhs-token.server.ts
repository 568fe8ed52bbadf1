import { randomUUID, type KeyObject } from "node:crypto";
import { askService } from "./ask-service.server";
import { tokenByKey } from "./json-web-token.server";
import type { SendOutcome } from "./outgoing";

export interface NhsTokenSettings {
  /** Of the token endpoint: `https://api.service.nhs.uk/oauth2/token`. */
  url: string;
  apiKey: string;
  keyId: string;
  privateKey: KeyObject;
}

export type NhsToken =
  { kind: "token"; token: string } | Exclude<SendOutcome, { kind: "accepted" | "never" }>;

/** Seconds before its end from which a token is not used any more, and those that our own assertion holds. */
const SPARE = 30;
const ASSERTION = 240;

/**
 * Access tokens of the NHS England API platform (application-restricted, signed JWT: digital.nhs.uk/developer/
 * guides-and-documentation/security-and-authorisation): RS512, `kid`, `iss` and `sub` the API key, `aud` the token
 * endpoint, a new `jti` each time, `exp` at most 5 minutes ahead. A token is used until shortly before it ends.
 */
export function nhsTokens({ url, apiKey, keyId, privateKey }: NhsTokenSettings) {
  let held: { token: string; until: number } | null = null;
  return {
    async token(deadline: AbortSignal): Promise<NhsToken> {
      const now = Date.now() / 1000;
      if (held && held.until > now) return { kind: "token", token: held.token };
      const exp = Math.floor(now) + ASSERTION;
      const claims = { iss: apiKey, sub: apiKey, aud: url, jti: randomUUID(), exp };
      const body = new URLSearchParams({
        grant_type: "client_credentials",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: tokenByKey(claims, privateKey, keyId),
      }).toString();
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      const answer = await askService(url, { method: "POST", headers, body }, deadline);
      if (answer.kind === "silent") return { kind: "later", fault: answer.fault };
      const { access_token: token, expires_in: seconds } = (answer.body ?? {}) as Record<string, unknown>;
      if (answer.status === 200 && typeof token === "string") {
        held = { token, until: now + Number(seconds ?? 0) - SPARE };
        return { kind: "token", token };
      }
      if (answer.status === 429)
        return { kind: "rest", fault: "too many requests for a token (429)", seconds: answer.retryAfter };
      if (answer.status >= 500)
        return { kind: "later", fault: `the token service answered ${answer.status}` };
      return { kind: "rest", fault: `our key was refused (${answer.status})`, seconds: null };
    },
    /** The token was refused: the next one is new. */
    forget(): void {
      held = null;
    },
  };
}
