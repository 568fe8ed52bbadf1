import type { IsoDate } from "../../calendar";

/** A date of three fields as somebody typed it. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FIRST_YEAR = 1900;

/** The date that was typed, the month as a number or by its name; null: there is no such day. */
export function typedDate({ day, month, year }: TypedDate): IsoDate | null {
  const named = MONTHS.indexOf(month.trim().toLowerCase().slice(0, 3)) + 1;
  const parts = [whole(year), named || whole(month), whole(day)];
  const [y, m, d] = parts as [number, number, number];
  if (parts.some(Number.isNaN) || y < FIRST_YEAR || m < 1 || m > 12) return null;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d < 1 || d > last) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

const whole = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : NaN);
