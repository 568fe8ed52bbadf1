import { dayNumber, type IsoDate } from "~/domain/calendar";
import { MONTHS } from "~/domain/spoken-date";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** long: Monday 14 December 2026; date: 14 December 2026; brief: 14 Dec 2026; short: Mon 14 Dec. */
export type DateStyle = "long" | "date" | "brief" | "short";

/** A date in words. Written out by hand: browsers and servers disagree about the commas of `en-GB`. */
export function dateText(date: IsoDate, style: DateStyle = "long"): string {
  const weekday = WEEKDAYS[(((dayNumber(date) + 3) % 7) + 7) % 7]!;
  const month = MONTHS[Number(date.slice(5, 7)) - 1]!;
  const day = Number(date.slice(8, 10));
  if (style === "short") return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
  if (style === "brief") return `${day} ${month.slice(0, 3)} ${date.slice(0, 4)}`;
  const words = `${day} ${month} ${date.slice(0, 4)}`;
  return style === "long" ? `${weekday} ${words}` : words;
}

const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant as the clock on the wall in London shows it: 14 December 2026 at 09:05. */
export function instantText(at: Date): string {
  const parts = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${dateText(`${parts.year}-${parts.month}-${parts.day}`, "date")} at ${parts.hour}:${parts.minute}`;
}

/** A date for people, with its ISO text for machines. */
export function DateText({ date, style }: { date: IsoDate; style?: DateStyle }) {
  return <time dateTime={date}>{dateText(date, style)}</time>;
}

/** An instant for people, Europe/London. */
export function InstantText({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{instantText(at)}</time>;
}
