/** One event of a calendar file, as text, with the line on which it begins. */
export interface EventText {
  line: number;
  text: string;
}

/** A calendar file cut into its events; `frame`: what the events share, such as time zones. */
export interface CalendarText {
  events: EventText[];
  timezones: string;
  /** The file cancels what it lists (METHOD:CANCEL). */
  cancels: boolean;
  /** Line of an event that never ends. */
  unended: number | null;
}

/** Cuts an iCalendar file into its events, so that a fault in one names its line and spares the others. */
export function cutCalendar(text: string): CalendarText {
  const cut: CalendarText = { events: [], timezones: "", cancels: false, unended: null };
  let open: { kind: "VEVENT" | "VTIMEZONE"; line: number; lines: string[] } | null = null;
  text.split("\n").forEach((line, at) => {
    const word = line.trim().toUpperCase();
    if (open === null && (word === "BEGIN:VEVENT" || word === "BEGIN:VTIMEZONE"))
      open = { kind: word === "BEGIN:VEVENT" ? "VEVENT" : "VTIMEZONE", line: at + 1, lines: [] };
    if (open === null) cut.cancels ||= word === "METHOD:CANCEL";
    else open.lines.push(line);
    if (open !== null && word === `END:${open.kind}`) {
      const block = open.lines.join("\r\n");
      if (open.kind === "VEVENT") cut.events.push({ line: open.line, text: block });
      else cut.timezones += `${block}\r\n`;
      open = null;
    }
  });
  cut.unended = (open as { line: number } | null)?.line ?? null;
  return cut;
}
