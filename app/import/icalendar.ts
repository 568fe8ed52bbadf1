import ICAL from "ical.js";
import { DateTime } from "luxon";
import { addDays, type DateRange, type IsoDate } from "~/domain/calendar";
import type { Fault } from "~/domain/fault";
import { occurrenceUid, type LeaveHalf, type LeavePart } from "~/domain/leave";
import { HALF_DAYS, usesHalf } from "~/domain/session-time";
import { readText } from "./bytes";
import { cutCalendar, type CalendarText, type EventText } from "./calendar-events";
import type { ReadLeave } from "./leave";
import { faultAt, faultOfFile } from "./result";

/** Whose leave a calendar holds, and which days of it are read. */
export interface CalendarContext {
  file: string;
  /** The person whose calendar it is; null: each event's title names one of `known`. */
  person: { person: string; role: LeavePart } | null;
  /** Role of each person whom sessions name, by code. */
  known: ReadonlyMap<string, LeavePart>;
  /** Only events whose title holds this word, capitals aside; empty: all. */
  titleWord: string;
  /** Days of which leave is read; recurring events are followed within them. */
  horizon: DateRange;
}

/** What became of a calendar. */
export interface CalendarRead {
  leave: ReadLeave[];
  /** Identifiers of the events that were read, cancelled ones too. */
  events: Set<string>;
  rejected: Fault[];
  refused: Fault[];
}

const LONDON = "Europe/London";
const MOST_OCCURRENCES = 5000;
const REMEDY = "Export the calendar as iCalendar (.ics) and choose that file.";

/**
 * Reads leave from an iCalendar file (RFC 5545): all-day events and timed ones, which take the days that they touch in
 * Europe/London; recurring ones within the horizon; moved and cancelled occurrences. A fault names the line of its event.
 */
export function readCalendar(bytes: Uint8Array, context: CalendarContext): CalendarRead {
  const result: CalendarRead = { leave: [], events: new Set(), rejected: [], refused: [] };
  const { text, refused } = readText(bytes, context.file, REMEDY);
  if (refused) return { ...result, refused };
  if (!/^BEGIN:VCALENDAR\s*$/im.test(text))
    return { ...result, refused: [faultOfFile(context.file, `This is not a calendar. ${REMEDY}`)] };
  const cut = cutCalendar(text);
  if (cut.unended !== null) {
    const message = "This event never ends: END:VEVENT is missing. Is the file cut off?";
    result.rejected.push(faultAt(context.file, cut.unended, "VEVENT", "", message));
  }
  const parsed = cut.events.flatMap((event) => parse(event, cut, context, result) ?? []);
  const groups = new Map<string, ParsedEvent[]>();
  for (const one of parsed) groups.set(one.uid, [...(groups.get(one.uid) ?? []), one]);
  for (const [uid, group] of groups) readGroup(uid, group, cut, context, result);
  return result;
}

interface ParsedEvent {
  line: number;
  uid: string;
  component: ICAL.Component;
  isException: boolean;
  cancelled: boolean;
  title: string;
}

function parse(
  { line, text }: EventText,
  { timezones }: CalendarText,
  { file }: CalendarContext,
  result: CalendarRead,
): ParsedEvent | null {
  const reject = (column: string, value: string, message: string) => {
    result.rejected.push(faultAt(file, line, column, value, message));
    return null;
  };
  try {
    const whole = `BEGIN:VCALENDAR\r\n${timezones}${text}\r\nEND:VCALENDAR`;
    const component = new ICAL.Component(ICAL.parse(whole)).getFirstSubcomponent("vevent")!;
    const said = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
    const uid = said("uid");
    if (uid === "")
      return reject("UID", "", "This event has no UID: expected one, so that it is never read twice.");
    if (!component.hasProperty("dtstart"))
      return reject("DTSTART", "", "This event has no start: expected DTSTART.");
    const cancelled = said("status").toUpperCase() === "CANCELLED";
    const isException = component.hasProperty("recurrence-id");
    return { line, uid, component, isException, cancelled, title: said("summary") };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return reject("VEVENT", why.slice(0, 100), "This event cannot be read: expected iCalendar (RFC 5545).");
  }
}

function readGroup(
  uid: string,
  group: ParsedEvent[],
  { cancels }: CalendarText,
  context: CalendarContext,
  result: CalendarRead,
): void {
  const master = group.find(({ isException }) => !isException) ?? group[0]!;
  const { file, titleWord } = context;
  const reject = (column: string, value: string, message: string) =>
    void result.rejected.push(faultAt(file, master.line, column, value, message));
  if (cancels || master.cancelled) return void result.events.add(uid);
  if (!master.title.toLowerCase().includes(titleWord.toLowerCase())) return;
  const who = context.person ?? personIn(master.title, context.known);
  if (who === null)
    return reject("SUMMARY", master.title, "The title names no known person, or several: expected one code.");
  try {
    const days = occurrences(master, group, context.horizon);
    result.events.add(uid);
    for (const { key, ...away } of days) result.leave.push({ ...who, row: master.line, uid: key, ...away });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    reject(
      "VEVENT",
      why.slice(0, 100),
      "The days of this event cannot be worked out: expected iCalendar dates.",
    );
  }
}

/** The one known person whose code a title names. */
function personIn(title: string, known: ReadonlyMap<string, LeavePart>) {
  const words = new Set(title.toUpperCase().split(/[^\p{L}\p{N}]+/u));
  const named = [...words].filter((word) => known.has(word));
  return named.length === 1 ? { person: named[0]!, role: known.get(named[0]!)! } : null;
}

interface Away extends DateRange {
  key: string;
  half: LeaveHalf;
  note: string;
}

function occurrences(master: ParsedEvent, group: ParsedEvent[], horizon: DateRange): Away[] {
  const { uid, component } = master;
  const zone = zoneOf(component);
  const event = new ICAL.Event(component, { strictExceptions: false });
  if (!event.isRecurring() || master.isException) {
    const single = group.filter(({ cancelled }) => !cancelled);
    return single.flatMap((one) => {
      const own = new ICAL.Event(one.component);
      return within(awayOf(uid, own.startDate, own.endDate, zoneOf(one.component)), horizon);
    });
  }
  const others = group.filter(({ isException }) => isException);
  const exceptions = new Map(others.map((one) => [keyOf(one), one]));
  const days: Away[] = [];
  const iterator = event.iterator();
  for (let count = 0; ; count++) {
    const start = iterator.next();
    if (!start) break;
    if (count >= MOST_OCCURRENCES) throw new Error(`it recurs more than ${MOST_OCCURRENCES} times`);
    const day = dayOf(start, zone);
    if (day > horizon.to) break;
    if (exceptions.has(String(start))) continue;
    const end = start.clone();
    end.addDuration(event.duration);
    days.push(...within(awayOf(occurrenceUid(uid, day), start, end, zone), horizon));
  }
  for (const [key, { component: moved, cancelled }] of exceptions) {
    if (cancelled) continue;
    const own = new ICAL.Event(moved);
    const name = occurrenceUid(uid, key.slice(0, 10));
    days.push(...within(awayOf(name, own.startDate, own.endDate, zoneOf(moved)), horizon));
  }
  return days;
}

const keyOf = ({ component }: ParsedEvent) => String(component.getFirstPropertyValue("recurrence-id"));
const within = (away: Away, { from, to }: DateRange) => (away.to >= from && away.from <= to ? [away] : []);

/** The days that an event takes: its end is the first moment after it. */
function awayOf(key: string, start: ICAL.Time, end: ICAL.Time, zone: string): Away {
  const from = dayOf(start, zone);
  if (start.isDate) {
    const last = addDays(dayOf(end, zone), -1);
    return { key, from, to: last < from ? from : last, half: "day", note: "" };
  }
  const [begins, ends] = [inLondon(start, zone), inLondon(end, zone)];
  const lastMoment = ends > begins ? ends.minus({ seconds: 1 }) : begins;
  const to = lastMoment.toISODate()!;
  const note = to === from ? `${begins.toFormat("HH:mm")} to ${ends.toFormat("HH:mm")}` : "";
  const half = to === from ? halfOf(begins.toFormat("HH:mm"), ends.toFormat("HH:mm")) : "day";
  return { key, from, to, half, note };
}

/** The half of its day that an event within one day takes; both: the day. */
function halfOf(start: string, end: string): LeaveHalf {
  const halves = HALF_DAYS.filter((half) => usesHalf({ start, end }, half));
  return halves.length === 1 ? halves[0]! : "day";
}

function dayOf(time: ICAL.Time, zone: string): IsoDate {
  if (time.isDate) return `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  return inLondon(time, zone).toISODate()!;
}

function inLondon(time: ICAL.Time, zone: string): DateTime {
  const { year, month, day, hour, minute, second } = time;
  const hasOwnZone = time.zone && time.zone.tzid !== "floating";
  const at = hasOwnZone
    ? DateTime.fromSeconds(time.toUnixTime(), { zone: LONDON })
    : DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }).setZone(LONDON);
  if (!at.isValid) throw new Error(`the time zone ${zone} is not known`);
  return at;
}

/** The zone that a start names and the file does not describe; without one its times are London's. */
function zoneOf(component: ICAL.Component): string {
  const named = component.getFirstProperty("dtstart")?.getFirstParameter("tzid") ?? "";
  return named === "" || named === "GMT Standard Time" ? LONDON : named;
}

const pad = (number: number, width = 2) => String(number).padStart(width, "0");
