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
  /** Version of its published list, 0 for none: the event's sequence number. */
  version: number;
  cancelled: boolean;
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
  const { id, theatre, site, date, start, end, surgeons, specialties, cases, version, cancelled } = session;
  const who = surgeons.length > 0 ? `Surgeon: ${surgeons.join(", ")}. ` : "";
  const state = version > 0 ? `Published, version ${version}.` : "Not published.";
  return [
    "BEGIN:VEVENT",
    `UID:${id}@hublist`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(londonInstant(date, start))}`,
    `DTEND:${stamp(londonInstant(date, end))}`,
    `SUMMARY:${escaped(`${theatre}: ${cases} ${cases === 1 ? "case" : "cases"}`)}`,
    `LOCATION:${escaped(`${theatre}, ${site}`)}`,
    `DESCRIPTION:${escaped(`${specialties.join(", ")}. ${who}${state}`)}`,
    `STATUS:${cancelled ? "CANCELLED" : version > 0 ? "CONFIRMED" : "TENTATIVE"}`,
    "END:VEVENT",
  ];
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
