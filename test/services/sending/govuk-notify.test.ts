import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { govukNotify } from "~/services/sending/govuk-notify.server";
import type { Outgoing } from "~/services/sending/outgoing";
import { localService, tokenParts, type Answered, type LocalService, type Seen } from "./local-service";
import { IN_TIME } from "./sending-hub";

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATES = {
  text: "f33517ff-2a88-4f6e-b855-c550268ce08a",
  email: "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
  letter: "5e2b8a3c-0000-4891-82a1-a3e1c3c18ee3",
};
const ID = "740e5834-3a29-46b4-9a6f-16142fde533a";

/** GOV.UK Notify as its documentation describes it: it checks the token's signature, issuer and age, and the body's shape. */
let service: LocalService;
let instead: Answered | null;
let taken: Map<string, { id: string; status: string }>;

beforeEach(async () => {
  instead = null;
  taken = new Map();
  service = await localService((seen) => refused(seen) ?? instead ?? answer(seen));
});
afterEach(() => service.close());

const wrong = (status: number, error: string, message: string): Answered => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
});

function refused({ headers }: Seen): Answered | null {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (!token) return wrong(401, "AuthError", "Unauthorized: authentication token must be provided");
  const { header, claims, signed, signature } = tokenParts(token);
  const right = createHmac("sha256", SECRET).update(signed).digest("base64url");
  if (header.alg !== "HS256" || header.typ !== "JWT" || claims.iss !== SERVICE || signature !== right)
    return wrong(403, "AuthError", "Invalid token: API key not found");
  if (Math.abs(Date.now() / 1000 - Number(claims.iat)) > 30)
    return wrong(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds");
  return null;
}

function answer({ method, path, body }: Seen): Answered {
  if (method === "GET") {
    const reference = new URL(path, "http://x").searchParams.get("reference");
    if (reference !== null) {
      const found = taken.get(reference);
      return { status: 200, body: { notifications: found ? [found] : [] } };
    }
    const one = [...taken.values()].find(({ id }) => path === `/v2/notifications/${id}`);
    return one ? { status: 200, body: one } : wrong(404, "NoResultFound", "No result found");
  }
  const sent = JSON.parse(body) as Record<string, unknown>;
  if (!sent.template_id) return wrong(400, "ValidationError", "template_id is a required property");
  if (path === "/v2/notifications/sms" && !/^(\+44|0)7\d{9}$/.test(String(sent.phone_number)))
    return wrong(400, "ValidationError", "phone_number Not a UK mobile number");
  const one = { id: ID, status: "created" };
  taken.set(String(sent.reference), one);
  return { status: 201, body: { ...one, reference: sent.reference } };
}

const carrier = (key = `hub-live-${SERVICE}-${SECRET}`) =>
  govukNotify({ url: service.url, key, templates: TEMPLATES });

const message = (more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: "m-1", channel: "text", subject: "Questions", paragraphs: ["Hello", "Bye"], again: false },
  to: {
    ...{ mobile: "07700900000", email: "ada@example.org", nhsNumber: "9990548609", name: "Ada Example" },
    address: ["1 Test Street", "Testtown", "ZZ99 9ZZ"],
  },
  ...more,
});
const sentBody = () => JSON.parse(service.seen.at(-1)!.body) as unknown;

describe("GOV.UK Notify", () => {
  it("takes a text with a token signed by the key, and sends along only what a text needs", async () => {
    expect(await carrier().send(message(), IN_TIME)).toEqual({ kind: "accepted", reference: ID });
    expect(sentBody()).toEqual({
      ...{ template_id: TEMPLATES.text, reference: "m-1", phone_number: "07700900000" },
      personalisation: { body: "Hello\n\nBye" },
    });
    expect(service.seen[0]!.path).toBe("/v2/notifications/sms");
  });

  it("takes an e-mail, and a letter whose last line is the postcode, of seven lines at most", async () => {
    await carrier().send(message({ channel: "email" }), IN_TIME);
    expect(sentBody()).toMatchObject({
      ...{ email_address: "ada@example.org", template_id: TEMPLATES.email },
      personalisation: { subject: "Questions", body: "Hello\n\nBye" },
    });
    const { to } = message();
    const address = ["a", "b", "c", "d", "e", "f", "g", "ZZ99 9ZZ"];
    await carrier().send(message({ channel: "letter", to: { ...to, address } }), IN_TIME);
    expect(service.seen.at(-1)!.path).toBe("/v2/notifications/letter");
    expect(sentBody()).toMatchObject({
      personalisation: { address_line_1: "Ada Example", address_line_6: "e", address_line_7: "ZZ99 9ZZ" },
    });
  });

  it("refuses a key that is not its own, and one whose clock is wrong: everything rests", async () => {
    const other = await carrier(`hub-${SERVICE}-${SECRET.replace("3d", "4d")}`).send(message(), IN_TIME);
    expect(other).toEqual({ kind: "rest", fault: "the key was refused (403)", seconds: null });
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
    const late = carrier().send(message(), IN_TIME);
    vi.useRealTimers();
    expect(await late).toMatchObject({ kind: "rest" });
  });

  it.each([
    [400, "ValidationError", "never", null],
    [400, "BadRequestError", "later", null],
    [429, "RateLimitError", "rest", 60],
    [429, "TooManyRequestsError", "rest", 3600],
    [500, "Exception", "later", null],
    [503, "", "later", null],
  ])("answering %i %s means: %s", async (status, error, kind, seconds) => {
    instead = wrong(status, error, "to 07700900000");
    const outcome = await carrier().send(message(), IN_TIME);
    expect(outcome).toMatchObject({ kind, ...(seconds === null ? {} : { seconds }) });
    expect(JSON.stringify(outcome)).not.toMatch(/07700900000|3d844edf/);
  });

  it("refuses a wrong number for good", async () => {
    const { to } = message();
    const outcome = await carrier().send(message({ to: { ...to, mobile: "1234" } }), IN_TIME);
    expect(outcome).toEqual({
      kind: "never",
      fault: "the contact on file was not accepted (400 ValidationError)",
    });
  });

  it("that dies in the middle of its answer is asked first whether it has the message", async () => {
    instead = "die";
    expect(await carrier().send(message(), IN_TIME)).toMatchObject({ kind: "later" });
    instead = null;
    taken.set("m-1", { id: ID, status: "sending" });
    expect(await carrier().send(message({ again: true }), IN_TIME)).toEqual({
      kind: "accepted",
      reference: ID,
    });
    expect(service.seen.filter(({ method }) => method === "POST")).toHaveLength(1);
    taken.clear();
    expect(await carrier().send(message({ again: true }), IN_TIME)).toEqual({
      kind: "accepted",
      reference: ID,
    });
    expect(service.seen.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  it("that is not there, or does not answer in time, is tried later", async () => {
    const gone = govukNotify({
      url: "http://127.0.0.1:9",
      key: `k-${SERVICE}-${SECRET}`,
      templates: TEMPLATES,
    });
    expect(await gone.send(message(), IN_TIME)).toMatchObject({
      kind: "later",
      fault: expect.stringContaining("no connection"),
    });
    instead = "hang";
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException("late", "TimeoutError")), 50);
      return controller.signal;
    });
    expect(await carrier().send(message(), IN_TIME)).toEqual({
      kind: "later",
      fault: "no answer within 30 seconds",
    });
    timeout.mockRestore();
  });

  it.each([
    ["created", "waiting"],
    ["sending", "waiting"],
    ["pending", "waiting"],
    ["accepted", "waiting"],
    ["delivered", "delivered"],
    ["received", "delivered"],
    ["permanent-failure", "failed"],
    ["temporary-failure", "failed"],
    ["technical-failure", "failed"],
    ["validation-failed", "failed"],
  ])("says of a message %s: %s", async (status, kind) => {
    taken.set("m-1", { id: ID, status });
    expect(await carrier().receipt!(ID, IN_TIME)).toMatchObject({ kind });
  });

  it("that cannot say is asked again", async () => {
    expect(await carrier().receipt!("nobody", IN_TIME)).toEqual({ kind: "unknown", fault: "answered 404" });
  });
});
