import { addDays, type IsoDate } from "~/domain/calendar";
import type { SharedResource, SiteType, TheatreSession } from "~/domain/theatre";
import { EQUIPMENT } from "./equipment";

export interface DemoSite {
  code: string;
  type: SiteType;
}

/** Beds, critical care, day-case places and sets for each session of a usual weekday: estimates, for demonstration. */
const PER_SESSION = { hubBeds: 0.8, mainBeds: 1.6, criticalCare: 0.12, dayCasePlaces: 5, sets: 0.25 };
const WORKING_DAYS = 5;

/** What sessions share on each date from the first Monday on, with a week more for the nights after. */
export function inventResources(
  sites: readonly DemoSite[],
  sessions: readonly Pick<TheatreSession, "site" | "date">[],
  weekStart: IsoDate,
  weeks: number,
): SharedResource[] {
  const dates = Array.from({ length: 7 * (weeks + 1) }, (_, day) => addDays(weekStart, day));
  return sites.flatMap((site) => {
    const here = sessions.filter((session) => session.site === site.code);
    const usual = here.length / (WORKING_DAYS * weeks);
    const operating = new Set(here.map((session) => session.date));
    return dates.flatMap((date) => [
      ...nightsOf(site, date, usual),
      ...(operating.has(date) ? dayOf(site, date, usual) : []),
    ]);
  });
}

function nightsOf({ code, type }: DemoSite, date: IsoDate, usual: number): SharedResource[] {
  const isHub = type === "hub";
  const beds = Math.max(2, Math.round(usual * (isHub ? PER_SESSION.hubBeds : PER_SESSION.mainBeds)));
  const criticalCare = isHub ? 0 : Math.max(1, Math.round(usual * PER_SESSION.criticalCare));
  const night = { row: 0, site: code, date, period: "night" as const };
  return [
    { ...night, resource: "bed", quantity: beds },
    { ...night, resource: "critical_care", quantity: criticalCare },
  ];
}

function dayOf({ code }: DemoSite, date: IsoDate, usual: number): SharedResource[] {
  const here = { row: 0, site: code, date };
  const places = Math.max(6, Math.round(usual * PER_SESSION.dayCasePlaces));
  const sets = Math.max(1, Math.round(usual * PER_SESSION.sets));
  const equipment = Object.values(EQUIPMENT).flat();
  const halves = (["am", "pm"] as const).flatMap((period) =>
    equipment.map((kind) => ({ ...here, period, resource: `equipment:${kind}`, quantity: sets })),
  );
  return [{ ...here, period: "day", resource: "day_case_place", quantity: places }, ...halves];
}
