import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Environment } from "~/env.server";
import { isSandbox } from "~/sending-settings";
import { MESSAGE_CHANNELS, type MessageChannel } from "~db/schema";
import { fileOutbox } from "./file-outbox.server";
import { govukNotify } from "./govuk-notify.server";
import { nhsNotify } from "./nhs-notify.server";
import type { Carrier } from "./outgoing";
import { smtpCarrier } from "./smtp.server";

/** What carries each channel; null: the hospital does not use it. */
export type Carriers = Record<MessageChannel, Carrier | null>;

/** In a demo everything goes to the file outbox, whatever the settings say: its people are invented. */
export const DEMO_CARRIERS: Carriers = { text: fileOutbox, email: fileOutbox, letter: fileOutbox };

/** The carriers that the settings name; `environment()` has seen to it that nothing is missing. */
export function carriersOf(settings: Environment): Carriers {
  const made = new Map<string, Carrier>();
  const carrier = (name: string): Carrier | null => {
    if (name === "none") return null;
    const found = made.get(name) ?? MAKERS[name as Carrier["name"]](settings);
    made.set(name, found);
    return found;
  };
  return {
    text: carrier(settings.HUBLIST_SEND_TEXT),
    email: carrier(settings.HUBLIST_SEND_EMAIL),
    letter: carrier(settings.HUBLIST_SEND_LETTER),
  };
}

const MAKERS: Record<Carrier["name"], (settings: Environment) => Carrier> = {
  file: () => fileOutbox,
  smtp: (settings) => smtpCarrier({ url: settings.HUBLIST_SMTP_URL!, from: settings.HUBLIST_SMTP_FROM! }),
  "govuk-notify": (settings) =>
    govukNotify({
      url: settings.HUBLIST_GOVUK_NOTIFY_URL,
      key: settings.HUBLIST_GOVUK_NOTIFY_KEY!,
      templates: {
        text: settings.HUBLIST_GOVUK_TEXT_TEMPLATE,
        email: settings.HUBLIST_GOVUK_EMAIL_TEMPLATE,
        letter: settings.HUBLIST_GOVUK_LETTER_TEMPLATE,
      },
    }),
  "nhs-notify": (settings) =>
    nhsNotify({
      url: settings.HUBLIST_NHS_NOTIFY_URL,
      access: isSandbox(settings.HUBLIST_NHS_NOTIFY_URL) ? null : nhsAccess(settings),
      plans: {
        text: settings.HUBLIST_NHS_NOTIFY_TEXT_PLAN,
        email: settings.HUBLIST_NHS_NOTIFY_EMAIL_PLAN,
        letter: settings.HUBLIST_NHS_NOTIFY_LETTER_PLAN,
      },
      contact: settings.HUBLIST_NHS_NOTIFY_CONTACT,
    }),
};

const nhsAccess = (settings: Environment) => ({
  url: `${new URL(settings.HUBLIST_NHS_NOTIFY_URL).origin}/oauth2/token`,
  apiKey: settings.HUBLIST_NHS_NOTIFY_API_KEY!,
  keyId: settings.HUBLIST_NHS_NOTIFY_KEY_ID!,
  privateKey: createPrivateKey(readFileSync(settings.HUBLIST_NHS_NOTIFY_PRIVATE_KEY!)),
});

/** The channels that a hospital uses. */
export const usedChannels = (carriers: Carriers): MessageChannel[] =>
  MESSAGE_CHANNELS.filter((channel) => carriers[channel] !== null);
