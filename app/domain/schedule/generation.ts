import { addDays, type ClockTime, type DateRange, type IsoDate } from "../calendar";
import type { SessionStatus } from "../theatre";
import { fallsOn, weekdayOf, type SessionTemplate } from "./template";

/** A session that stands already, whatever made it. */
export interface StandingSession {
  sessionId: string;
  site: string;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  status: SessionStatus;
}

export interface GenerationInput {
  templates: readonly SessionTemplate[];
  /** Both days included. */
  span: DateRange;
  /** What was made before, as `madeKey`: a template makes a day once, also when its session moved or closed since. */
  made: ReadonlySet<string>;
  /** Present sessions of the span. */
  standing: readonly StandingSession[];
  /** Identifiers of sessions that are taken, on whatever date. */
  taken: ReadonlySet<string>;
  /** Name of the bank holiday on a date; null: it is none. */
  holiday: (date: IsoDate) => string | null;
}

/** Why a template makes no session on a date. */
export type Skip =
  | { kind: "madeBefore" }
  | { kind: "bankHoliday"; name: string }
  | { kind: "overlap"; sessionId: string }
  | { kind: "ended"; on: IsoDate }
  | { kind: "notYet"; from: IsoDate };

/** What a template does on one of its dates: a session of that identifier, or none and why. */
export type Generated = { template: SessionTemplate; date: IsoDate } & (
  { sessionId: string; skip: null } | { sessionId: null; skip: Skip }
);

/** How a template and one of its dates are remembered. */
export function madeKey(template: string, date: IsoDate): string {
  return `${template} ${date}`;
}

/**
 * What the templates make of a span of dates, by date, site, theatre and start. The same input always makes the same
 * sessions with the same identifiers.
 */
export function generateSessions(input: GenerationInput): Generated[] {
  const standing = input.standing.filter(holdsTheatre);
  const taken = new Set(input.taken);
  return occurrences(input).map(({ template, date }) => {
    const skip = whyNot(template, date, input, standing);
    if (skip) return { template, date, sessionId: null, skip };
    const sessionId = freeIdentifier(template, date, taken);
    taken.add(sessionId);
    const { site, theatre, start, end } = template;
    standing.push({ sessionId, site, theatre, date, start, end, status: "open" });
    return { template, date, sessionId, skip: null };
  });
}

/** Dates of the span on which the templates fall; those outside their validity only where it begins or ends within. */
function occurrences({ templates, span }: GenerationInput) {
  const found: { template: SessionTemplate; date: IsoDate }[] = [];
  const inOrder = [...templates].sort((a, b) => compare(orderOf(a), orderOf(b)));
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    for (const template of inOrder)
      if (template.weekday === weekday && fallsOn(template, date) && touches(template, span))
        found.push({ template, date });
  }
  return found;
}

function touches({ validFrom, validUntil }: SessionTemplate, span: DateRange): boolean {
  return validFrom <= span.to && (validUntil === null || validUntil >= span.from);
}

function whyNot(
  template: SessionTemplate,
  date: IsoDate,
  { made, holiday }: GenerationInput,
  standing: readonly StandingSession[],
): Skip | null {
  const { validFrom, validUntil } = template;
  if (date < validFrom) return { kind: "notYet", from: validFrom };
  if (validUntil !== null && date > validUntil) return { kind: "ended", on: validUntil };
  if (made.has(madeKey(template.id, date))) return { kind: "madeBefore" };
  const name = holiday(date);
  if (name !== null) return { kind: "bankHoliday", name };
  const other = standing.find((session) => clashes(session, { ...template, date }));
  return other ? { kind: "overlap", sessionId: other.sessionId } : null;
}

/** Whether a session keeps others out of its theatre: one that takes no cases does not. */
export function holdsTheatre({ status }: Pick<StandingSession, "status">): boolean {
  return status === "open" || status === "locked";
}

type Held = Pick<StandingSession, "site" | "theatre" | "date" | "start" | "end">;

/** Whether two sessions hold one theatre at the same time. One that ends when the other starts does not. */
export function clashes(a: Held, b: Held): boolean {
  const samePlace = a.site === b.site && a.theatre === b.theatre && a.date === b.date;
  return samePlace && a.start < b.end && b.start < a.end;
}

/** `RQM02-Theatre3-20270104-0830`: readable, and the same whenever it is asked; a taken one gets a number. */
export function sessionIdentifier(
  { site, theatre, start }: Pick<SessionTemplate, "site" | "theatre" | "start">,
  date: IsoDate,
): string {
  const room = theatre.replace(/[^\p{L}\p{N}]+/gu, "");
  return `${site}-${room}-${date.replaceAll("-", "")}-${start.replace(":", "")}`;
}

/** The identifier of a session on a date that no other has. */
export function freeIdentifier(
  at: Parameters<typeof sessionIdentifier>[0],
  date: IsoDate,
  taken: ReadonlySet<string>,
): string {
  const wanted = sessionIdentifier(at, date);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const orderOf = ({ site, theatre, start, id }: SessionTemplate) => [site, theatre, start, id].join("\n");
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
