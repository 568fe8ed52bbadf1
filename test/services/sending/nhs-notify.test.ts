import { createVerify, generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nhsNotify, type NhsNotifySettings } from "~/services/sending/nhs-notify.server";
import type { Outgoing } from "~/services/sending/outgoing";
import { localService, tokenParts, type Answered, type LocalService, type Seen } from "./local-service";
import { IN_TIME } from "./sending-hub";

const PAIR = generateKeyPairSync("rsa", { modulusLength: 2048 });
const OTHER = generateKeyPairSync("rsa", { modulusLength: 2048 });
const API_KEY = "an-api-key";
const PLANS = {
  text: "00000000-0000-0000-0000-000000000003",
  email: "00000000-0000-0000-0000-000000000002",
  letter: "b838b13c-f98c-4def-93f0-515d4e4f4ee1",
};
const KSUID = "2WL3qFTEFM0qMY8xjRbt1LIKCzM";

/** The API platform and NHS Notify as documented: tokens for assertions that it can verify, JSON:API, no message twice. */
let service: LocalService;
let instead: Answered | null;
let insteadOfToken: Answered | null;
let given: { tokens: Map<string, number>; assertions: Set<string>; references: Set<string>; status: string };

beforeEach(async () => {
  instead = insteadOfToken = null;
  given = { tokens: new Map(), assertions: new Set(), references: new Set(), status: "sending" };
  service = await localService((seen) =>
    seen.path === "/oauth2/token"
      ? (insteadOfToken ?? token(seen))
      : (unauthorised(seen) ?? instead ?? answer(seen)),
  );
});
afterEach(() => service.close());

const fault = (status: number, code: string, pointer?: string): Answered => ({
  status,
  body: { errors: [{ code, status: String(status), ...(pointer ? { source: { pointer } } : {}) }] },
});

function token({ body, headers }: Seen): Answered {
  const form = new URLSearchParams(body);
  const { header, claims, signed, signature } = tokenParts(form.get("client_assertion") ?? "");
  const verified = createVerify("RSA-SHA512").update(signed).verify(PAIR.publicKey, signature, "base64url");
  const now = Date.now() / 1000;
  const right =
    form.get("grant_type") === "client_credentials" &&
    form.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" &&
    headers["content-type"] === "application/x-www-form-urlencoded" &&
    [header.alg, header.typ, header.kid].join() === "RS512,JWT,live-1" &&
    [claims.iss, claims.sub, claims.aud].join() ===
      [API_KEY, API_KEY, `${service.url}/oauth2/token`].join() &&
    Number(claims.exp) > now &&
    Number(claims.exp) <= now + 300 &&
    !given.assertions.has(String(claims.jti));
  if (!verified || !right) return { status: 401, body: { error: "public_key error" } };
  given.assertions.add(String(claims.jti));
  const made = `token-${given.tokens.size + 1}`;
  given.tokens.set(made, now + 599);
  return { status: 200, body: { access_token: made, expires_in: "599", token_type: "Bearer" } };
}

function unauthorised({ headers, path }: Seen): Answered | null {
  if (path.startsWith("/sandbox")) return null;
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
  return (given.tokens.get(bearer) ?? 0) > Date.now() / 1000 ? null : fault(401, "CM_DENIED");
}

function answer({ method, headers, body, path }: Seen): Answered {
  if (method === "GET")
    return path.endsWith(KSUID)
      ? {
          status: 200,
          body: {
            data: {
              id: KSUID,
              attributes: { messageStatus: given.status, messageFailureReasonCode: "MFR_1" },
            },
          },
        }
      : fault(404, "CM_NOT_FOUND");
  if (headers["content-type"] !== "application/vnd.api+json") return fault(415, "CM_UNSUPPORTED_MEDIA");
  const { attributes } = (JSON.parse(body) as { data: { attributes: Record<string, unknown> } }).data;
  const { nhsNumber } = attributes.recipient as { nhsNumber: string };
  if (!/^\d{10}$/.test(nhsNumber))
    return fault(400, "CM_INVALID_NHS_NUMBER", "/data/attributes/recipient/nhsNumber");
  const reference = String(attributes.messageReference);
  if (given.references.has(reference))
    return fault(422, "CM_DUPLICATE_REQUEST", "/data/attributes/messageReference");
  given.references.add(reference);
  return { status: 201, body: { data: { type: "Message", id: KSUID, attributes } } };
}

function carrier(more: Partial<NhsNotifySettings> = {}, privateKey = PAIR.privateKey) {
  const access = { url: `${service.url}/oauth2/token`, apiKey: API_KEY, keyId: "live-1", privateKey };
  return nhsNotify({ url: `${service.url}/comms`, access, plans: PLANS, contact: "pds", ...more });
}

const message = (more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: "m-1", channel: "text", subject: "Questions", paragraphs: ["Hello", "Bye"], again: false },
  to: {
    ...{ mobile: "07700900000", email: "ada@example.org", nhsNumber: "9990548609", name: "Ada Example" },
    address: ["1 Test Street", "Testtown", "ZZ99 9ZZ"],
  },
  ...more,
});
const posts = () => service.seen.filter(({ path }) => path === "/comms/v1/messages");
const attributes = () =>
  (JSON.parse(posts().at(-1)!.body) as { data: { type: string; attributes: Record<string, unknown> } }).data
    .attributes;

describe("NHS Notify", () => {
  it("takes a text by NHS number, after a token for an assertion signed with our key; one token serves many", async () => {
    const notify = carrier();
    expect(await notify.send(message(), IN_TIME)).toEqual({ kind: "accepted", reference: KSUID });
    expect(await notify.send(message({ id: "m-2" }), IN_TIME)).toEqual({
      kind: "accepted",
      reference: KSUID,
    });
    expect(given.tokens.size).toBe(1);
    expect(attributes()).toEqual({
      ...{ routingPlanId: PLANS.text, messageReference: "m-2", recipient: { nhsNumber: "9990548609" } },
      personalisation: { sms_body: "Hello\n\nBye" },
    });
  });

  it("takes e-mails and letters, with the contact on file where that was agreed", async () => {
    const notify = carrier({ contact: "hospital" });
    await notify.send(message({ channel: "email" }), IN_TIME);
    expect(attributes()).toMatchObject({
      recipient: { contactDetails: { email: "ada@example.org" } },
      personalisation: { email_subject: "Questions", email_body: "Hello\n\nBye" },
    });
    await notify.send(message({ id: "m-2", channel: "letter" }), IN_TIME);
    expect(attributes()).toMatchObject({
      routingPlanId: PLANS.letter,
      recipient: {
        contactDetails: {
          address: { lines: ["Ada Example", "1 Test Street", "Testtown"], postcode: "ZZ99 9ZZ" },
        },
      },
    });
  });

  it("has a message once, though we try it twice", async () => {
    expect((await carrier().send(message(), IN_TIME)).kind).toBe("accepted");
    expect(await carrier().send(message({ again: true }), IN_TIME)).toEqual({
      kind: "accepted",
      reference: null,
    });
    expect(given.references.size).toBe(1);
  });

  it("refuses an assertion by another key: everything rests and nothing is sent", async () => {
    const outcome = await carrier({}, OTHER.privateKey).send(message(), IN_TIME);
    expect(outcome).toEqual({ kind: "rest", fault: "our key was refused (401)", seconds: null });
    expect(posts()).toEqual([]);
  });

  it("that withdrew a token is asked for a new one", async () => {
    const notify = carrier();
    await notify.send(message(), IN_TIME);
    given.tokens.clear();
    expect(await notify.send(message({ id: "m-2" }), IN_TIME)).toMatchObject({ kind: "rest" });
    expect(await notify.send(message({ id: "m-2", again: true }), IN_TIME)).toMatchObject({
      kind: "accepted",
    });
  });

  it("is asked without a token in the sandbox, which knows none", async () => {
    const outcome = await carrier({ url: `${service.url}/sandbox`, access: null }).send(message(), IN_TIME);
    expect(outcome).toMatchObject({ kind: "accepted" });
    expect(service.seen[0]!.headers.authorization).toBeUndefined();
  });

  it.each([
    [fault(400, "CM_INVALID_VALUE", "/data/attributes/recipient/contactDetails"), "never", null],
    [fault(400, "CM_INVALID_VALUE", "/data/attributes/routingPlanId"), "later", null],
    [fault(403, "CM_FORBIDDEN"), "rest", null],
    [fault(404, "CM_NO_SUCH_ROUTING_PLAN"), "later", null],
    [fault(425, "CM_RETRY_TOO_EARLY"), "later", null],
    [{ status: 429, headers: { "Retry-After": "7" } }, "rest", 7],
    [fault(500, "CM_INTERNAL_SERVER_ERROR"), "later", null],
    ["die" as const, "later", null],
  ])("answering %j means: %s", async (answered, kind, seconds) => {
    instead = answered;
    const outcome = await carrier().send(message(), IN_TIME);
    expect(outcome).toMatchObject({ kind, ...(seconds === null ? {} : { seconds }) });
    expect(JSON.stringify(outcome)).not.toMatch(/07700900000|9990548609|an-api-key/);
  });

  it("whose token service is down, or has had enough, is tried later", async () => {
    insteadOfToken = { status: 503 };
    expect(await carrier().send(message(), IN_TIME)).toMatchObject({ kind: "later" });
    insteadOfToken = { status: 429, headers: { "Retry-After": "9" } };
    expect(await carrier().send(message(), IN_TIME)).toMatchObject({ kind: "rest", seconds: 9 });
  });

  it("is not asked about somebody without an NHS number", async () => {
    const { to } = message();
    expect(await carrier().send(message({ to: { ...to, nhsNumber: "" } }), IN_TIME)).toMatchObject({
      kind: "never",
    });
    expect(service.seen).toEqual([]);
  });

  it.each([
    ["pending_enrichment", { kind: "waiting" }],
    ["sending", { kind: "waiting" }],
    ["delivered", { kind: "delivered" }],
    ["failed", { kind: "failed", fault: "reported as failed (MFR_1)" }],
  ])("says of a message %s: %j", async (status, receipt) => {
    given.status = status;
    expect(await carrier().receipt!(KSUID, IN_TIME)).toEqual(receipt);
  });
});
