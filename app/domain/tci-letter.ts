import type { ClockTime, IsoDate } from "./calendar";
import { noticeGiven } from "./patient-notice";

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
