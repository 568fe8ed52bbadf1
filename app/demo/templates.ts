import { addDays, type IsoDate } from "~/domain/calendar";
import { runsOn, weekdayOf, weekOfMonth, type SessionTemplate } from "~/domain/schedule/template";
import type { TheatreSession } from "~/domain/theatre";
import { Random } from "./random";

/** A recurring session of a demo hub, before it has an id. */
export type DemoTemplate = Omit<SessionTemplate, "id" | "organisation" | "revision">;

/** Anaesthetists for each theatre that runs on a weekday. */
const ANAESTHETISTS = 40;
const SATURDAY = 6;

/**
 * The master theatre schedule behind a week of sessions: that week is what the templates make of it. Now and then one
 * runs in every other week of the month only, and Saturdays are waiting list initiatives.
 */
export function inventTemplates(
  pattern: readonly TheatreSession[],
  validFrom: IsoDate,
  seed: number,
): DemoTemplate[] {
  const random = new Random(seed, "templates");
  return pattern.map((session) => {
    const { site, theatre, date, start, end, treatmentFunctions, surgeons, anaesthetics } = session;
    const weekday = weekdayOf(date);
    const alternate = weekOfMonth(date) % 2 === 1 ? [1, 3, 5] : [2, 4];
    const isSaturday = weekday === SATURDAY;
    return {
      ...{ site, theatre, weekday, start, end, treatmentFunctions, surgeons, anaesthetics, validFrom },
      weeksOfMonth: random.chance(0.06) ? alternate : [],
      validUntil: null,
      anaesthetist: anaesthetistOf(random.whole(ANAESTHETISTS) + 1),
      ...{ paediatric: session.paediatric, maxCases: session.maxCases, heldMinutes: session.heldMinutes },
      equipment: [],
      funding: isSaturday ? (random.chance(0.2) ? "insourced" : "wli") : "core",
      visitingTeam: isSaturday && random.chance(0.2) ? "Evening and Weekend Surgery Ltd" : "",
    };
  });
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
