import { shortNoticeSaid } from "~/domain/short-notice";
import type { PatientWordKind } from "~db/schema";

const SENTENCES: Record<PatientWordKind, Record<string, string>> = {
  stillWant: {
    yes: "Still wants the operation",
    unsure: "Is not sure about the operation",
    no: "Does not want the operation any more",
    had: "Says that they have already had the operation",
  },
  shortNotice: {},
  datesToAvoid: { "": "Cannot come on these dates", none: "Has no dates to avoid any more" },
  dateAnswer: {
    accepted: "Comes on the date they were told",
    declined: "Cannot come on the date they were told",
    askedToChange: "Asks for another date",
  },
  otherProvider: { "": "Asks about another provider" },
  feedback: { "": "Tells what they think" },
  contactDetails: { "": "Has new contact details" },
  help: { "": "Asks for help while they wait" },
};

/** What a patient told, in words for staff; of dates to avoid the code is the dates themselves. */
export function wordSentence(kind: PatientWordKind, code: string): string {
  if (kind === "shortNotice") return shortNoticeSaid(code);
  const known = SENTENCES[kind][code];
  if (known === undefined && kind === "datesToAvoid")
    return `Cannot come: ${code}. The planner avoids these days`;
  return known ?? code;
}
