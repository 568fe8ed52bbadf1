import type { HeldEntry } from "~db/waiting-list";
import type { MessageChannel } from "~db/schema";
import type { Recipient } from "./outgoing";

/** Where messages to an entry's patient go, by the contact on file at this moment. */
export function recipientOf({
  entry: { details, nhsNumber, patientId },
}: Pick<HeldEntry, "entry">): Recipient {
  const lines = [...details.address.split(/[,\n]/), details.postcode];
  return {
    ...{ mobile: details.mobile, email: details.email, nhsNumber: nhsNumber ?? "" },
    name: [details.givenName, details.familyName].filter(Boolean).join(" ") || patientId,
    address: lines.map((line) => line.trim()).filter(Boolean),
  };
}

/** What stands at the head of a message by a channel: a number, an e-mail address, or a name and an address. */
export function addressedTo(channel: MessageChannel, to: Recipient): string[] {
  if (channel === "text") return [to.mobile];
  return channel === "email" ? [to.email] : [to.name, ...to.address];
}
