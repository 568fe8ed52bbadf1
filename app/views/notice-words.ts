import { dateText, instantText } from "~/components/date-text";
import type { NoticeStanding } from "~/domain/patient-notice";

/** How a patient stands with their date, in words. */
export interface NoticeWords {
  told: boolean;
  words: string;
  /** The answer, where it asks for something to be done: declined, or asked to change. */
  attention: string;
  /** A date that they were told of and that no longer counts. */
  outdated: string;
}

const CHANNELS: Record<string, string> = {
  letter: "by letter",
  largePrintLetter: "by large print letter",
  phone: "by phone",
  text: "by text",
  email: "by email",
  inPerson: "in person",
};

const ANSWERS: Record<string, string> = {
  accepted: "accepted",
  declined: "declined the date",
  askedToChange: "asked to change the date",
};

/** Puts into words whether a patient knows the date, and what they said. */
export function noticeWords({ told, answer, outdated }: NoticeStanding): NoticeWords {
  const how = told ? `told ${CHANNELS[told.channel] ?? told.channel}, ${instantText(new Date(told.at))}` : "";
  const said = answer ? (ANSWERS[answer.kind] ?? answer.kind) : "";
  const note = answer?.note ? `: ${answer.note}` : "";
  const asks = answer?.kind === "declined" || answer?.kind === "askedToChange";
  return {
    told: told !== null,
    words: [how || "not told yet", asks ? "" : said && `${said}${note}`].filter(Boolean).join("; "),
    attention: asks ? `${said}${note}` : "",
    outdated: outdated ? `was told of ${dateText(outdated.date, "short")}, which no longer counts` : "",
  };
}
