import type { MessageChannel } from "~db/schema";
import { askService, type ServiceAnswer } from "./ask-service.server";
import { tokenBySecret } from "./json-web-token.server";
import type { Carrier, Outgoing, Receipt, SendOutcome } from "./outgoing";

export interface GovukNotifySettings {
  url: string;
  /** `{key_name}-{iss-uuid}-{secret-key-uuid}` */
  key: string;
  /** Templates by channel: ((body)); an e-mail's ((subject)) besides. */
  templates: Partial<Record<MessageChannel, string>>;
}

const UUID_LENGTH = 36;
const PATHS = { text: "sms", email: "email", letter: "letter" } as const;
/** A letter has room for 7 lines, the name among them. */
const MOST_LINES = 7;

/**
 * GOV.UK Notify, as its REST documentation says (github.com/alphagov/notifications-tech-docs, June 2026): a token of
 * 30 seconds by the secret of the API key, one POST a message, errors by status and type and never by their words.
 * It does not refuse what it has already, so a second try looks first for our reference.
 */
export function govukNotify({ url, key, templates }: GovukNotifySettings): Carrier {
  const issuer = key.slice(-(2 * UUID_LENGTH + 1), -(UUID_LENGTH + 1));
  const secret = key.slice(-UUID_LENGTH);
  const ask = (deadline: AbortSignal, path: string, body?: unknown) => {
    const token = tokenBySecret({ iss: issuer, iat: Math.floor(Date.now() / 1000) }, secret);
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const method = body === undefined ? ("GET" as const) : ("POST" as const);
    const request = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    return askService(`${url}${path}`, request, deadline);
  };
  return {
    name: "govuk-notify",
    keeps: false,
    async send(message, deadline) {
      if (message.again) {
        const before = await ask(deadline, `/v2/notifications?reference=${encodeURIComponent(message.id)}`);
        if (before.kind === "silent") return { kind: "later", fault: before.fault };
        const id = firstId(before.body);
        if (before.status === 200 && id) return { kind: "accepted", reference: id };
        if (before.status !== 200) return outcomeOf(before);
      }
      const path = `/v2/notifications/${PATHS[message.channel]}`;
      return outcomeOf(await ask(deadline, path, bodyOf(message, templates)));
    },
    receipt: async (reference, deadline) =>
      receiptOf(await ask(deadline, `/v2/notifications/${encodeURIComponent(reference)}`)),
  };
}

function bodyOf(
  { id, channel, to, subject, paragraphs }: Outgoing,
  templates: GovukNotifySettings["templates"],
): unknown {
  const body = paragraphs.join("\n\n");
  const common = { template_id: templates[channel], reference: id };
  if (channel === "text") return { ...common, phone_number: to.mobile, personalisation: { body } };
  if (channel === "email") return { ...common, email_address: to.email, personalisation: { subject, body } };
  const lines = [to.name, ...to.address];
  // The postcode has to be the last line that there is room for.
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), lines.at(-1)!] : lines;
  const address = Object.fromEntries(shown.map((line, at) => [`address_line_${at + 1}`, line]));
  return { ...common, personalisation: { ...address, subject, body } };
}

function firstId(body: unknown): string | null {
  const { notifications } = (body ?? {}) as { notifications?: { id?: unknown }[] };
  const id = Array.isArray(notifications) ? notifications[0]?.id : undefined;
  return typeof id === "string" ? id : null;
}

function outcomeOf(answer: ServiceAnswer): SendOutcome {
  if (answer.kind === "silent") return { kind: "later", fault: answer.fault };
  const { status, retryAfter } = answer;
  const { id } = (answer.body ?? {}) as { id?: unknown };
  if (status === 201 && typeof id === "string") return { kind: "accepted", reference: id };
  const type = errorType(answer.body);
  if (status === 403) return { kind: "rest", fault: "the key was refused (403)", seconds: null };
  if (status === 429)
    return {
      kind: "rest",
      fault: `too many messages (429 ${type})`,
      seconds: retryAfter ?? REST[type] ?? null,
    };
  // A ValidationError is about the recipient; a BadRequestError may be about our service, and be mended meanwhile.
  if (status === 400 && type === "ValidationError")
    return { kind: "never", fault: "the contact on file was not accepted (400 ValidationError)" };
  return { kind: "later", fault: `answered ${status} ${type}`.trim() };
}

/** Seconds: the limit of a minute rolls, that of a day ends at midnight UTC. */
const REST: Record<string, number> = { RateLimitError: 60, TooManyRequestsError: 3600 };

function errorType(body: unknown): string {
  const { errors } = (body ?? {}) as { errors?: { error?: unknown }[] };
  const error = Array.isArray(errors) ? errors[0]?.error : undefined;
  return typeof error === "string" && /^\w{1,40}$/.test(error) ? error : "";
}

const DELIVERED = ["delivered", "sent", "received"];
const FAILED = [
  ...["permanent-failure", "temporary-failure", "technical-failure"],
  ...["cancelled", "virus-scan-failed", "validation-failed"],
];

function receiptOf(answer: ServiceAnswer): Receipt {
  if (answer.kind === "silent") return { kind: "unknown", fault: answer.fault };
  const { status } = (answer.body ?? {}) as { status?: unknown };
  if (answer.status !== 200 || typeof status !== "string")
    return { kind: "unknown", fault: `answered ${answer.status}` };
  if (DELIVERED.includes(status)) return { kind: "delivered" };
  return FAILED.includes(status) ? { kind: "failed", fault: `reported as ${status}` } : { kind: "waiting" };
}
