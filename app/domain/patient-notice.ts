import { dayNumber, type IsoDate } from "./calendar";

export type NoticeKind = "told" | "accepted" | "declined" | "askedToChange" | "withdrawn";

/** What a patient was told of a date, or answered; numbers count within the entry. */
export interface Notice {
  entry: string;
  number: number;
  session: string;
  kind: NoticeKind;
  channel: string;
  date: IsoDate;
  by: string;
  at: string;
  note: string;
}

/** Where a patient stands with the date that they have now. */
export interface NoticeStanding {
  /** The last time that they were told of this date; null: not yet. */
  told: Notice | null;
  /** What they said to it since; null: nothing. */
  answer: Notice | null;
  /** A date that they were told of and that no longer counts; null: none, or it was taken back. */
  outdated: Notice | null;
}

/** Folds an entry's notices into how the patient stands with the date in a session. */
export function noticeStanding(
  notices: readonly Notice[],
  place: { session: string; date: IsoDate },
): NoticeStanding {
  const standing: NoticeStanding = { told: null, answer: null, outdated: null };
  for (const notice of [...notices].sort((a, b) => a.number - b.number)) {
    const ofThis = notice.session === place.session && notice.date === place.date;
    if (notice.kind === "told") {
      if (ofThis) Object.assign(standing, { told: notice, answer: null, outdated: null });
      else standing.outdated = notice;
    } else if (notice.kind === "withdrawn") {
      if (ofThis) Object.assign(standing, { told: null, answer: null });
      else standing.outdated = null;
    } else if (ofThis && standing.told) standing.answer = notice;
  }
  return standing;
}

/** Whether everybody on a list who may be told has been told. Nobody to tell is not told. */
export function allTold(standings: readonly NoticeStanding[]): boolean {
  return standings.length > 0 && standings.every(({ told }) => told !== null);
}

/** Days of notice from the day of telling to the date, and whether they are enough. */
export function noticeGiven(
  toldOn: IsoDate,
  date: IsoDate,
  noticeDays: number,
): { days: number; enough: boolean } {
  const days = dayNumber(date) - dayNumber(toldOn);
  return { days, enough: days >= noticeDays };
}
