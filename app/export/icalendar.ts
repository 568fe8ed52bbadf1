import type { ClockTime, IsoDate } from "~/domain/calendar";
import { londonInstant } from "~/domain/london-time";

/** A theatre session in a calendar: no patient, only times and how many cases. */
export interface CalendarSession {
  /** Id of the session: its event keeps this name whatever changes. */
  id: string;
  theatre: string;
  site: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  surgeons: readonly string[];
  specialties: readonly string[];
  cases: number;
  /** Version of its published list, 0 for none. */
  version: number;
  /** Number of the last thing that happened to the session: it grows whatever changes, as SEQUENCE must. */
  sequence: number;
  /** It does not run, or not with the surgeon whose calendar this is. */
  cancelled: "no" | "closed" | "elsewhere";
}

/** A calendar of sessions by RFC 5545. `at`: UTC instant at which it is made. */
export function sessionsCalendar(name: string, sessions: readonly CalendarSession[], at: string): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hublist//Theatre sessions//EN", "METHOD:PUBLISH"],
    `X-WR-CALNAME:${escaped(name)}`,
    ...sessions.flatMap((session) => eventLines(session, at)),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

function eventLines(session: CalendarSession, at: string): string[] {
  const { id, theatre, site, date, start, end, version, sequence, cancelled } = session;
  return [
    "BEGIN:VEVENT",
    `UID:${id}@hublist`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(londonInstant(date, start))}`,
    `DTEND:${stamp(londonInstant(date, end))}`,
    `SUMMARY:${escaped(summary(session))}`,
    `LOCATION:${escaped(`${theatre}, ${site}`)}`,
    `DESCRIPTION:${escaped(description(session))}`,
    `STATUS:${cancelled !== "no" ? "CANCELLED" : version > 0 ? "CONFIRMED" : "TENTATIVE"}`,
    `TRANSP:${cancelled === "no" ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
}

/** A client that imports rather than subscribes may show a cancelled event as any other: its title says what it is. */
function summary({ theatre, cases, cancelled }: CalendarSession): string {
  if (cancelled !== "no") return `Cancelled: ${theatre}`;
  return `${theatre}: ${cases} ${cases === 1 ? "case" : "cases"}`;
}

function description({ specialties, surgeons, version, cancelled }: CalendarSession): string {
  if (cancelled === "elsewhere") return "This session is with another team now.";
  const who = surgeons.length > 0 ? `Surgeon: ${surgeons.join(", ")}. ` : "";
  const state = version > 0 ? `Published, version ${version}.` : "Not published.";
  return `${specialties.join(", ")}. ${who}${state}`;
}

/** `20261214T083000Z`. */
function stamp(instant: string): string {
  return instant.replace(/\.\d+/, "").replace(/[-:]/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** At most 75 octets a line; the rest goes on after a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ["", 0];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
