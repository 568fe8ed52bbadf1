import { addDays, type IsoDate } from "~/domain/calendar";
import { runsOn, weekdayOf, weekOfMonth, type SessionTemplate } from "~/domain/schedule/template";
import type { TheatreSession } from "~/domain/theatre";
import { Random } from "./random";

/** A recurring session of a demo hub, before it has an id. */
export type DemoTemplate = Omit<SessionTemplate, "id" | "organisation" | "revision">;

/** Anaesthetists for each theatre that runs on a weekday. */
const ANAESTHETISTS = 40;
const SATURDAY = 6;
/** Share of recurring sessions that two surgeons share. */
const SHARED = 0.06;

/**
 * The master theatre schedule behind a week of sessions: that week is what the templates make of it. Now and then two
 * surgeons share one by the weeks of the month, and Saturdays are waiting list initiatives.
 */
export function inventTemplates(
  pattern: readonly TheatreSession[],
  validFrom: IsoDate,
  seed: number,
): DemoTemplate[] {
  const random = new Random(seed, "templates");
  return pattern.flatMap((session) => {
    const template = templateOf(session, validFrom, random);
    const other = random.chance(SHARED) ? partnerOf(session, pattern) : null;
    if (other === null) return [template];
    const odd = [1, 3, 5];
    const even = [2, 4];
    const [own, others] = weekOfMonth(session.date) % 2 === 1 ? [odd, even] : [even, odd];
    return [
      { ...template, weeksOfMonth: own },
      { ...template, weeksOfMonth: others, surgeons: [other] },
    ];
  });
}

function templateOf(session: TheatreSession, validFrom: IsoDate, random: Random): DemoTemplate {
  const { site, theatre, date, start, end, treatmentFunctions, surgeons, anaesthetics } = session;
  const weekday = weekdayOf(date);
  const isSaturday = weekday === SATURDAY;
  return {
    ...{ site, theatre, weekday, start, end, treatmentFunctions, surgeons, anaesthetics, validFrom },
    ...{ weeksOfMonth: [], validUntil: null, equipment: [] },
    anaesthetist: anaesthetistOf(random.whole(ANAESTHETISTS) + 1),
    ...{ paediatric: session.paediatric, maxCases: session.maxCases, heldMinutes: session.heldMinutes },
    funding: isSaturday ? (random.chance(0.2) ? "insourced" : "wli") : "core",
    visitingTeam: isSaturday && random.chance(0.2) ? "Evening and Weekend Surgery Ltd" : "",
  };
}

/** Another surgeon of the specialty who does not operate on that day; null: there is none. */
function partnerOf(session: TheatreSession, pattern: readonly TheatreSession[]): string | null {
  const [specialty] = session.treatmentFunctions;
  const busy = new Set(
    pattern.filter(({ date }) => date === session.date).flatMap(({ surgeons }) => surgeons),
  );
  const others = pattern
    .filter(({ treatmentFunctions }) => treatmentFunctions[0] === specialty)
    .flatMap(({ surgeons }) => surgeons);
  return others.find((surgeon) => !busy.has(surgeon)) ?? null;
}

const anaesthetistOf = (number: number) => `AN${String(number).padStart(3, "0")}`;

/** Site and date of each session that templates make from a Monday on, for what sessions share. */
export function datesOfTemplates(
  templates: readonly DemoTemplate[],
  weekStart: IsoDate,
  weeks: number,
  holiday: (date: IsoDate) => string | null,
): { site: string; date: IsoDate }[] {
  const dates = Array.from({ length: 7 * weeks }, (_, day) => addDays(weekStart, day));
  return dates
    .filter((date) => holiday(date) === null)
    .flatMap((date) =>
      templates.filter((template) => runsOn(template, date)).map(({ site }) => ({ site, date })),
    );
}
