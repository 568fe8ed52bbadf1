import type { ContactPreference } from "../../waiting-list";

/** How a message can reach a patient. */
export type ContactChannel = "text" | "email" | "letter";

/** The contact on file. */
export interface ContactOnFile {
  mobile: string;
  email: string;
  contactPreference: ContactPreference | null;
}

/**
 * The way a patient prefers where it is on file, else a text, else an e-mail, else a letter. Somebody who prefers the
 * phone is written to as well: a call follows when they do not answer.
 */
export function contactChannel({ mobile, email, contactPreference }: ContactOnFile): ContactChannel {
  if (contactPreference === "letter") return "letter";
  if (contactPreference === "email" && email !== "") return "email";
  if (mobile !== "") return "text";
  return email === "" ? "letter" : "email";
}
