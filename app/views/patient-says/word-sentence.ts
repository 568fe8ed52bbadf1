import type { PatientWordKind } from "~db/schema";

const SENTENCES: Record<PatientWordKind, Record<string, string>> = {
  stillWant: {
    yes: "Still wants the operation",
    unsure: "Is not sure about the operation",
    no: "Does not want the operation any more",
    had: "Says that they have already had the operation",
  },
  shortNotice: { yes: "Can come at short notice", no: "Cannot come at short notice" },
  datesToAvoid: { "": "Cannot come on these dates" },
  dateAnswer: {
    accepted: "Comes on the date they were told",
    declined: "Cannot come on the date they were told",
    askedToChange: "Asks for another date",
  },
  otherProvider: { "": "Asks about another provider" },
  feedback: { "": "Tells what they think" },
};

/** What a patient told, in words for staff. */
export const wordSentence = (kind: PatientWordKind, code: string): string => SENTENCES[kind][code] ?? code;
