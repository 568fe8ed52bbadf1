import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** What may carry a message. `file`: the folder outbox/ of the data folder; `none`: this hospital does not use the channel. */
const CARRIERS = {
  text: ["file", "none", "nhs-notify", "govuk-notify"],
  email: ["file", "none", "nhs-notify", "govuk-notify", "smtp"],
  letter: ["file", "none", "nhs-notify", "govuk-notify"],
} as const;

const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values, { error: `expected one of ${values.join(", ")}` }).default("file" as V[number]);

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** An address of a service: encrypted, unless it is on this machine. No slash at its end. */
const serviceAddress = z
  .string()
  .refine(
    (text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      return url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.includes(url.hostname));
    },
    { error: "expected https://…" },
  )
  .transform((text) => text.replace(/\/+$/, ""));

const UUID = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: "expected a UUID" });

/** GOV.UK Notify's documentation: `{key_name}-{iss-uuid}-{secret-key-uuid}`. */
const GOVUK_KEY = /^.+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every variable that sending messages needs; docs/sending.md says how to fill them. */
export const SENDING_SHAPE = {
  /** Where patients reach Hublist, for the links in messages. */
  HUBLIST_PUBLIC_URL: serviceAddress.optional(),
  HUBLIST_SEND_TEXT: oneOf(CARRIERS.text),
  HUBLIST_SEND_EMAIL: oneOf(CARRIERS.email),
  HUBLIST_SEND_LETTER: oneOf(CARRIERS.letter),
  HUBLIST_GOVUK_NOTIFY_URL: serviceAddress.default("https://api.notifications.service.gov.uk"),
  HUBLIST_GOVUK_NOTIFY_KEY: z
    .string()
    .regex(GOVUK_KEY, { error: "expected NAME-SERVICE-SECRET as GOV.UK Notify shows it once" })
    .optional(),
  HUBLIST_GOVUK_TEXT_TEMPLATE: UUID.optional(),
  HUBLIST_GOVUK_EMAIL_TEMPLATE: UUID.optional(),
  HUBLIST_GOVUK_LETTER_TEMPLATE: UUID.optional(),
  HUBLIST_NHS_NOTIFY_URL: serviceAddress.default("https://api.service.nhs.uk/comms"),
  HUBLIST_NHS_NOTIFY_API_KEY: z.string().optional(),
  HUBLIST_NHS_NOTIFY_KEY_ID: z.string().optional(),
  /** File of the RSA private key, PEM. */
  HUBLIST_NHS_NOTIFY_PRIVATE_KEY: z
    .string()
    .refine((path) => isRsaKey(path), {
      error: "expected the path of a readable PEM file with an RSA private key",
    })
    .optional(),
  /** NHS Notify's own plans for whole texts and e-mails; letters need a plan of the hospital's. */
  HUBLIST_NHS_NOTIFY_TEXT_PLAN: UUID.default("00000000-0000-0000-0000-000000000003"),
  HUBLIST_NHS_NOTIFY_EMAIL_PLAN: UUID.default("00000000-0000-0000-0000-000000000002"),
  HUBLIST_NHS_NOTIFY_LETTER_PLAN: UUID.optional(),
  /** pds: NHS Notify looks the contact up by NHS number; hospital: ours is sent along, which NHS Notify has to approve. */
  HUBLIST_NHS_NOTIFY_CONTACT: z
    .enum(["pds", "hospital"], { error: "expected pds or hospital" })
    .default("pds"),
  /** `smtps://user:password@host:465` or `smtp://…:587`, which must offer STARTTLS unless it is this machine. */
  HUBLIST_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+\/?$/, { error: "expected smtp://user:password@host:port or smtps://…" })
    .optional(),
  HUBLIST_SMTP_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/, { error: "expected an e-mail address, or Name <address>" })
    .optional(),
};

/** Variables whose values never appear in a message about what is wrong. */
export const SENDING_SECRETS = ["HUBLIST_GOVUK_NOTIFY_KEY", "HUBLIST_NHS_NOTIFY_API_KEY", "HUBLIST_SMTP_URL"];

export type SendingSettings = z.infer<z.ZodObject<typeof SENDING_SHAPE>>;
type Name = keyof SendingSettings;

const CHANNELS = ["TEXT", "EMAIL", "LETTER"] as const;

/** What the chosen carriers still lack, one sentence a variable. */
export function lackingForSending(settings: SendingSettings): { name: Name; sentence: string }[] {
  const lacking: { name: Name; sentence: string }[] = [];
  const need = (name: Name, why: string) => {
    if (settings[name] === undefined) lacking.push({ name, sentence: `is needed by ${why}` });
  };
  for (const channel of CHANNELS) {
    const name = `HUBLIST_SEND_${channel}` as const;
    const why = `${name} = ${settings[name]}`;
    if (settings[name] !== "file" && settings[name] !== "none") need("HUBLIST_PUBLIC_URL", why);
    if (settings[name] === "govuk-notify") {
      need("HUBLIST_GOVUK_NOTIFY_KEY", why);
      need(`HUBLIST_GOVUK_${channel}_TEMPLATE`, why);
    }
    if (settings[name] === "nhs-notify") {
      need(`HUBLIST_NHS_NOTIFY_${channel}_PLAN`, why);
      if (!isSandbox(settings.HUBLIST_NHS_NOTIFY_URL))
        for (const key of ["API_KEY", "KEY_ID", "PRIVATE_KEY"] as const)
          need(`HUBLIST_NHS_NOTIFY_${key}`, why);
    }
    if (settings[name] === "smtp")
      for (const part of ["URL", "FROM"] as const) need(`HUBLIST_SMTP_${part}`, why);
  }
  return lacking.filter(({ name }, at) => lacking.findIndex((one) => one.name === name) === at);
}

/** NHS Notify's documentation: the sandbox is open access and knows no authorisation. */
export const isSandbox = (url: string): boolean => new URL(url).hostname.startsWith("sandbox.");

/** Whether an address is on this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.includes(hostname);

function isRsaKey(path: string): boolean {
  try {
    return createPrivateKey(readFileSync(path)).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
