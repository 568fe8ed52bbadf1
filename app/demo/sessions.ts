import { addDays, type IsoDate } from "~/domain/calendar";
import type { TheatreSession } from "~/domain/theatre";
import { bankHoliday } from "~/facts/bank-holidays";
import type { DemoPlace } from "./entries";
import { procedureMix } from "./procedures";
import type { Waits } from "./published-waits";
import { Random } from "./random";
import { assignTheatres } from "./theatres";

/** Minutes of theatre time that a specialty needs in a week, and who operates. */
export interface Demand {
  treatmentFunction: string;
  weeklyMinutes: number;
  surgeons: string[];
}

const TURNAROUND = 12;
/** Sessions are made for 95% of the flow, filled to 85%. */
const SHARE_OF_FLOW = 0.95 / 0.85;
const SESSION_MINUTES_A_SURGEON = 480 * 1.6;
const PARTS = {
  day: { start: "08:30", end: "17:00", halves: [0, 1], minutes: 510 },
  morning: { start: "08:30", end: "12:30", halves: [0], minutes: 240 },
  afternoon: { start: "13:30", end: "17:30", halves: [1], minutes: 240 },
} as const;
type Part = (typeof PARTS)[keyof typeof PARTS];
const MOST_TRIES = 4000;

/** What a specialty's flow asks of the theatres. */
export function demandOf({ treatmentFunction, weeklyFlow }: Waits, provider: string): Demand {
  const mix = procedureMix(treatmentFunction);
  const total = mix.reduce((sum, [, weight]) => sum + weight, 0);
  const mean = mix.reduce((sum, [{ minutes }, weight]) => sum + weight * (minutes + TURNAROUND), 0) / total;
  const weeklyMinutes = weeklyFlow * mean * SHARE_OF_FLOW;
  const count = Math.max(2, Math.round(weeklyMinutes / SESSION_MINUTES_A_SURGEON));
  const surgeons = Array.from(
    { length: count },
    (_, index) => `C${provider}${treatmentFunction}${String(index + 1).padStart(2, "0")}`,
  );
  return { treatmentFunction, weeklyMinutes, surgeons };
}

/** Theatre sessions of some weeks from a Monday on, none on a bank holiday, in the order of their dates, numbered. */
export function inventSessions(
  demands: readonly Demand[],
  place: DemoPlace,
  weekStart: IsoDate,
  weeks: number,
  seed: number,
): TheatreSession[] {
  const random = new Random(seed, "sessions");
  const sessions: TheatreSession[] = [];
  for (let week = 0; week < weeks; week++)
    for (const demand of demands)
      sessions.push(...sessionsOfWeek(demand, place, addDays(weekStart, 7 * week), random));
  const inTheatres = assignTheatres(sessions);
  const working = inTheatres.filter(({ date }) => bankHoliday(date) === null);
  return working.map((session, index) => ({
    ...session,
    sessionId: `S${String(index + 1).padStart(5, "0")}`,
  }));
}

/** The sessions of a usual week, as if it had no bank holiday: the pattern of the master theatre schedule. */
export function usualWeek(
  demands: readonly Demand[],
  place: DemoPlace,
  weekStart: IsoDate,
  seed: number,
): TheatreSession[] {
  const random = new Random(seed, "sessions");
  return assignTheatres(demands.flatMap((demand) => sessionsOfWeek(demand, place, weekStart, random)));
}

/** Sessions of one specialty until its minutes are filled; a surgeon is in one place at a time. */
function sessionsOfWeek(demand: Demand, place: DemoPlace, monday: IsoDate, random: Random): TheatreSession[] {
  const sessions: TheatreSession[] = [];
  const busy = new Set<string>();
  let minutes = demand.weeklyMinutes;
  for (let tries = 0; minutes > 60 && tries < MOST_TRIES; tries++) {
    const surgeon = random.pick(demand.surgeons);
    const day = random.whole(random.chance(0.1) ? 6 : 5);
    const part = partOfDay(minutes, random);
    const times = part.halves.map((half) => `${surgeon} ${day} ${half}`);
    if (times.some((time) => busy.has(time))) continue;
    times.forEach((time) => busy.add(time));
    sessions.push(
      inventSession(demand.treatmentFunction, surgeon, addDays(monday, day), part, place, random),
    );
    minutes -= part.minutes;
  }
  return sessions;
}

function partOfDay(minutesLeft: number, random: Random): Part {
  if (minutesLeft >= 300 && random.chance(0.6)) return PARTS.day;
  return random.pick([PARTS.morning, PARTS.afternoon]);
}

function inventSession(
  treatmentFunction: string,
  surgeon: string,
  date: IsoDate,
  { start, end }: Part,
  place: DemoPlace,
  random: Random,
): TheatreSession {
  const isEyes = treatmentFunction === "130";
  const atHub = random.chance(isEyes ? 0.7 : 0.4);
  return {
    row: 0,
    sessionId: "",
    site: atHub ? place.hubSite : place.mainSite,
    siteType: atHub ? "hub" : "main",
    theatre: "",
    date,
    start,
    end,
    treatmentFunctions: [treatmentFunction],
    surgeons: [surgeon],
    anaesthetics: isEyes && random.chance(0.6) ? ["LA"] : ["GA", "RA", "LA"],
    paediatric: treatmentFunction === "120" && !atHub && random.chance(0.4),
    status: random.chance(0.03) ? "unstaffed" : "open",
    maxCases: null,
    heldMinutes: 0,
  };
}
