import { contactChannel, type ContactChannel, type ContactOnFile } from "../invitation/contact-channel";

/** The contact on file with where letters go. */
export interface Reachable extends ContactOnFile {
  address: string;
  postcode: string;
}

/** From the quickest to the one that reaches everybody with a home. */
const ORDER: readonly ContactChannel[] = ["text", "email", "letter"];

/** Whether the contact on file has what a channel needs. */
export function isReachable(
  { mobile, email, address, postcode }: Reachable,
  channel: ContactChannel,
): boolean {
  if (channel === "text") return mobile !== "";
  return channel === "email" ? email !== "" : address !== "" && postcode !== "";
}

/**
 * The channel to try first: the patient's own where the hospital uses it, else the next of text, e-mail and letter.
 * null: nobody can be written to.
 */
export function firstChannel(contact: Reachable, used: readonly ContactChannel[]): ContactChannel | null {
  const wanted = contactChannel(contact);
  const usable = (channel: ContactChannel) => used.includes(channel) && isReachable(contact, channel);
  return usable(wanted) ? wanted : nextChannel(contact, used, wanted);
}

/** The channel to try when a message by `failed` did not arrive; null: there is none, and somebody has to call. */
export function nextChannel(
  contact: Reachable,
  used: readonly ContactChannel[],
  failed: ContactChannel,
): ContactChannel | null {
  const later = ORDER.slice(ORDER.indexOf(failed) + 1);
  return later.find((channel) => used.includes(channel) && isReachable(contact, channel)) ?? null;
}
