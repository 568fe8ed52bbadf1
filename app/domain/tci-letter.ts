import type { ClockTime, IsoDate } from "./calendar";
import { noticeGiven } from "./patient-notice";
import type { ApprovedText } from "./perioperative/preparation/approved-text";

/** What a letter about a date is written from. */
export interface LetterFacts {
  date: IsoDate;
  admission: ClockTime;
  anaesthetic: "GA" | "RA" | "LA";
  nights: number;
  writtenOn: IsoDate;
  noticeDays: number;
}

/** Which parts a letter has, and how it counts its notice. */
export interface LetterPlan {
  parts: ("fasting" | "noFasting" | "medicines" | "illness" | "goingHome" | "goingHomeLocal" | "staying")[];
  notice: string;
  days: number;
  enough: boolean;
}

type LetterPart = LetterPlan["parts"][number];

/** The topics of approved texts (app/facts/preparation-actions.json) that say what a part says, and say it first. */
const TOPICS: Partial<Record<LetterPart, string>> = { fasting: "fasting", noFasting: "eating_local" };

/**
 * The paragraphs of advice in a letter: the text that its site has approved where there is one, so that a letter and a
 * preparation plan never say two things, else the words of the table.
 */
export function letterAdvice(
  parts: readonly LetterPart[],
  texts: ReadonlyMap<string, Pick<ApprovedText, "text">>,
  words: (part: LetterPart) => readonly string[],
): string[] {
  return parts.flatMap((part) => {
    const approved = texts.get(TOPICS[part] ?? "")?.text;
    return approved === undefined ? words(part) : approved.split(/\n+/).filter((line) => line.trim() !== "");
  });
}

/** The parts of a letter, and its notice in days from the day on which it is written. */
export function letterPlan({ date, anaesthetic, nights, writtenOn, noticeDays }: LetterFacts): LetterPlan {
  const { days, enough } = noticeGiven(writtenOn, date, noticeDays);
  const local = anaesthetic === "LA";
  const home = nights > 0 ? "staying" : local ? "goingHomeLocal" : "goingHome";
  return {
    parts: [local ? "noFasting" : "fasting", "medicines", "illness", home],
    notice: enough
      ? `This letter gives you ${days} days to get ready.`
      : `This is only ${days === 1 ? "1 day" : `${days} days`} from now. You can say no to so short a time.`,
    days,
    enough,
  };
}
