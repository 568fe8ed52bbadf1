import { DateTime } from "luxon";
import { LONDON } from "~/clock.server";
import { ageOn } from "~/domain/age";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { Occurrence } from "~/domain/perioperative/figures/figures";
import { groupsOf } from "~/domain/perioperative/figures/groups";
import { AGE_BANDS, ETHNIC_GROUPS, NURSE_MINUTES } from "~/facts/figures";
import type { Reader } from "~db/engine";
import {
  answeredSince,
  askedInSpan,
  cancelledInDays,
  decidedInSpan,
  lookedInSpan,
  type Span,
} from "~db/figures";
import type { Scope } from "~db/scope";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TABLE = { ageFrom: AGE_BANDS, ethnic: ETHNIC_GROUPS };

interface About {
  birthDate: IsoDate;
  imdDecile: number | null;
  ethnicCategory: string;
  language: string;
}

/** All that is counted of the days from one to another, both included. */
export async function occurrencesOf(
  scope: Scope,
  db: Reader,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<Occurrence[]> {
  const span = { from: startOf(from), until: startOf(addDays(to, 1)) };
  const groups = ({ birthDate, ...held }: About) => groupsOf({ ...held, age: ageOn(birthDate, to) }, TABLE);
  const answers = await answeredSince(scope, db, span.from);
  const cancelled = await cancelledInDays(scope, db, { from, to });
  return [
    ...(await askedOccurrences(scope, db, span, answers)).map(({ about, ...one }) => ({
      ...one,
      groups: groups(about),
    })),
    ...answers
      .filter(({ at }) => at! < span.until)
      .map((row) => ({
        ...{ of: "answered" as const, groups: groups(row), amount: null },
        yes: row.by === "patient" && row.channel === "online",
      })),
    ...(await decidedOccurrences(scope, db, span)).map(({ about, ...one }) => ({
      ...one,
      groups: groups(about),
    })),
    ...cancelled
      .filter(({ at, date }) => londonDate(at) >= date)
      .map((row) => ({
        ...{ of: "cancelled" as const, groups: groups(row), yes: row.clinical, amount: null },
      })),
  ];
}

const startOf = (day: IsoDate): string => DateTime.fromISO(day, { zone: LONDON }).toUTC().toISO()!;
const londonDate = (instant: string): IsoDate =>
  DateTime.fromISO(instant, { zone: "utc" }).setZone(LONDON).toISODate()!;

/** Each patient once: asked for the first time in the span, and whether and when they answered since. */
async function askedOccurrences(
  scope: Scope,
  db: Reader,
  span: Span,
  answers: Awaited<ReturnType<typeof answeredSince>>,
) {
  const first = new Map<string, Awaited<ReturnType<typeof askedInSpan>>[number]>();
  for (const row of await askedInSpan(scope, db, span)) if (!first.has(row.entry)) first.set(row.entry, row);
  const own = groupedBy(answers, ({ entry }) => entry);
  return [...first.values()].map((about) => {
    const answer = own.get(about.entry)?.find(({ at }) => at! >= about.at);
    const days = answer ? (Date.parse(answer.at!) - Date.parse(about.at)) / DAY : null;
    return { of: "asked" as const, about, yes: answer !== undefined, amount: days };
  });
}

/** Decisions, with the minutes from the first opening of the card by the same person in the hour before. */
async function decidedOccurrences(scope: Scope, db: Reader, span: Span) {
  const decided = await decidedInSpan(scope, db, span);
  const hour = NURSE_MINUTES.within * MINUTE;
  const before = new Date(Date.parse(span.from) - hour).toISOString();
  const looks = groupedBy(
    await lookedInSpan(scope, db, "triage card", { from: before, until: span.until }),
    lookOf,
  );
  return decided.map((about) => {
    const at = Date.parse(about.at);
    const opened = (looks.get(lookOf(about)) ?? [])
      .map((look) => Date.parse(look.at))
      .filter((look) => look < at && at - look <= hour);
    const minutes = opened.length > 0 ? (at - Math.min(...opened)) / MINUTE : null;
    const yes = about.seen === "read" || about.seen === "phone";
    return { of: "decided" as const, about, yes, amount: minutes };
  });
}

const lookOf = ({ patient, by }: { patient: string; by: string }): string => `${patient} ${by}`;

/** Rows by what they share, each group in their order. */
function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
