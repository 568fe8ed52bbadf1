import type { MessageChannel } from "~db/schema";
import { askService, type ServiceAnswer } from "./ask-service.server";
import { nhsTokens, type NhsTokenSettings } from "./nhs-token.server";
import type { Carrier, Outgoing, Receipt, SendOutcome } from "./outgoing";

export interface NhsNotifySettings {
  /** `https://api.service.nhs.uk/comms` */
  url: string;
  /** Null: the sandbox, which knows no authorisation. */
  access: NhsTokenSettings | null;
  /** Routing plans by channel. */
  plans: Partial<Record<MessageChannel, string>>;
  /** pds: by NHS number alone; hospital: the contact on file besides. */
  contact: "pds" | "hospital";
}

const JSON_API = "application/vnd.api+json";

/**
 * NHS Notify, as its specification says (github.com/NHSDigital/communications-manager-api, May 2026): JSON:API, one POST
 * a message with our reference, which it never accepts twice (422). Texts and e-mails go by its plans for messages that
 * are written elsewhere (`sms_body`; `email_subject`, `email_body`); letters by a plan of the hospital's with
 * `letter_subject` and `letter_body`.
 */
export function nhsNotify({ url, access, plans, contact }: NhsNotifySettings): Carrier {
  const tokens = access && nhsTokens(access);
  const ask = async (
    deadline: AbortSignal,
    path: string,
    body?: unknown,
  ): Promise<ServiceAnswer | SendOutcome> => {
    const token = await tokens?.token(deadline);
    if (token && token.kind !== "token") return token;
    const headers = {
      ...{ Accept: JSON_API, "Content-Type": JSON_API },
      ...(token ? { Authorization: `Bearer ${token.token}` } : {}),
    };
    const request = body === undefined ? {} : { body: JSON.stringify(body) };
    const method = body === undefined ? ("GET" as const) : ("POST" as const);
    const answer = await askService(`${url}${path}`, { method, headers, ...request }, deadline);
    if (answer.kind === "answered" && answer.status === 401) tokens?.forget();
    return answer;
  };
  return {
    name: "nhs-notify",
    keeps: false,
    async send(message, deadline) {
      if (message.to.nhsNumber === "") return { kind: "never", fault: "there is no NHS number on file" };
      return outcomeOf(await ask(deadline, "/v1/messages", bodyOf(message, plans, contact)));
    },
    receipt: async (reference, deadline) =>
      receiptOf(await ask(deadline, `/v1/messages/${encodeURIComponent(reference)}`)),
  };
}

function bodyOf(
  message: Outgoing,
  plans: NhsNotifySettings["plans"],
  contact: NhsNotifySettings["contact"],
): unknown {
  const { id, channel, to } = message;
  const recipient = {
    nhsNumber: to.nhsNumber,
    ...(contact === "hospital" ? { contactDetails: contactOf(message) } : {}),
  };
  const attributes = { routingPlanId: plans[channel], messageReference: id, recipient };
  return { data: { type: "Message", attributes: { ...attributes, personalisation: wordsOf(message) } } };
}

function wordsOf({ channel, subject, paragraphs }: Outgoing): Record<string, string> {
  const body = paragraphs.join("\n\n");
  if (channel === "text") return { sms_body: body };
  if (channel === "email") return { email_subject: subject, email_body: body };
  return { letter_subject: subject, letter_body: body };
}

function contactOf({ channel, to }: Outgoing): unknown {
  if (channel === "text") return { sms: to.mobile };
  if (channel === "email") return { email: to.email };
  const [postcode = "", ...rest] = [...to.address].reverse();
  return { address: { lines: [to.name, ...rest.reverse()].slice(0, 5), postcode } };
}

const isOutcome = (answer: ServiceAnswer | SendOutcome): answer is SendOutcome =>
  answer.kind !== "answered" && answer.kind !== "silent";

function outcomeOf(answer: ServiceAnswer | SendOutcome): SendOutcome {
  if (isOutcome(answer)) return answer;
  if (answer.kind === "silent") return { kind: "later", fault: answer.fault };
  const { status, retryAfter } = answer;
  const { id } = ((answer.body ?? {}) as { data?: { id?: unknown } }).data ?? {};
  if (status === 201 && typeof id === "string") return { kind: "accepted", reference: id };
  // It has this message from a try whose answer was lost; it does not say what it called it.
  if (status === 422) return { kind: "accepted", reference: null };
  if (status === 401 || status === 403)
    return { kind: "rest", fault: `our key was refused (${status})`, seconds: null };
  if (status === 429) return { kind: "rest", fault: "too many messages (429)", seconds: retryAfter };
  const codes = errorCodes(answer.body);
  if (status === 400 && isAboutRecipient(answer.body))
    return { kind: "never", fault: `the contact was not accepted (400 ${codes})` };
  return { kind: "later", fault: `answered ${status} ${codes}`.trim() };
}

interface JsonApiErrors {
  errors?: { code?: unknown; source?: { pointer?: unknown } }[];
}

const errorsOf = (body: unknown) => {
  const { errors } = (body ?? {}) as JsonApiErrors;
  return Array.isArray(errors) ? errors : [];
};

const errorCodes = (body: unknown): string =>
  errorsOf(body)
    .map(({ code }) => (typeof code === "string" && /^\w{1,40}$/.test(code) ? code : ""))
    .filter(Boolean)
    .join(", ");

const isAboutRecipient = (body: unknown): boolean =>
  errorsOf(body).some(({ source }) => String(source?.pointer ?? "").startsWith("/data/attributes/recipient"));

function receiptOf(answer: ServiceAnswer | SendOutcome): Receipt {
  if (isOutcome(answer)) return { kind: "unknown", fault: answer.kind === "accepted" ? "" : answer.fault };
  if (answer.kind === "silent") return { kind: "unknown", fault: answer.fault };
  const { attributes } =
    (
      (answer.body ?? {}) as {
        data?: { attributes?: { messageStatus?: unknown; messageFailureReasonCode?: unknown } };
      }
    ).data ?? {};
  if (answer.status !== 200 || !attributes) return { kind: "unknown", fault: `answered ${answer.status}` };
  const { messageStatus: status, messageFailureReasonCode: code } = attributes;
  if (status === "delivered") return { kind: "delivered" };
  if (status !== "failed") return { kind: "waiting" };
  return {
    kind: "failed",
    fault: `reported as failed${typeof code === "string" ? ` (${code.slice(0, 40)})` : ""}`,
  };
}
