import { addDays } from "~/domain/calendar";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { REASONS } from "~/domain/reasons";
import { resolvePolicy } from "~/domain/resolve-policy";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { randomOf } from "~solver/random";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

const MONDAY = "2026-12-14";
const KIT = ["C_ARM", "LASER"];

/** A small week that stresses every rule at once, with nothing placed yet; the same for the same seed. */
export function randomWeek(seed: number): PlanInput {
  const random = randomOf(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const chance = (p: number) => random() < p;
  const some = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)]!;
  const few = <T>(items: readonly T[], p: number) => items.filter(() => chance(p));
  const sessions = Array.from({ length: whole(2, 6) }, (_, at): TheatreSession => {
    const [start, end] = some([
      ["08:30", "12:30"],
      ["08:30", "17:00"],
      ["12:00", "16:30"],
      ["13:00", "17:00"],
    ] as const);
    const site = some(["RQM01", "RQM01", "RQM02"]);
    return aTheatreSession({
      ...{ sessionId: `S${at}`, theatre: `T${at}`, start, end, site },
      siteType: site === "RQM02" ? "hub" : "main",
      date: addDays(MONDAY, whole(0, 1)),
      treatmentFunctions: chance(0.2) ? ["110", "130"] : ["110"],
      surgeons: chance(0.2) ? [] : few(["C1", "C2"], 0.6),
      anaesthetics: chance(0.2) ? ["LA"] : ["GA", "RA", "LA"],
      paediatric: chance(0.5),
      status: chance(0.08) ? "closed" : chance(0.1) ? "locked" : "open",
      maxCases: chance(0.3) ? whole(0, 3) : null,
      heldMinutes: chance(0.2) ? whole(1, 60) : 0,
    });
  });
  const entries = Array.from({ length: whole(3, 14) }, (_, at): WaitingListEntry => {
    const minutes = chance(0.05) ? whole(200, 500) : whole(20, 120);
    const nights = chance(0.4) ? whole(1, 3) : 0;
    return aWaitingListEntry({
      ...{ pathwayId: `P${at}`, minutes, nights },
      patientId: chance(0.3) ? "TWICE" : `L${at}`,
      issuer: chance(0.05) ? "RKE" : "RQM",
      minutesDeviation: chance(0.1) ? 0 : minutes * (0.1 + 0.5 * random()),
      birthDate: chance(0.15) ? "2015-03-01" : "1960-06-15",
      clockStart: addDays("2025-10-01", whole(0, 400)),
      priority: some(["P2", "P3", "P4", "P4", "P4", chance(0.2) ? "P5" : "P1b"]),
      cancer: chance(0.1),
      treatmentFunction: chance(0.08) ? "130" : "110",
      consultant: some(["C1", "C2", null]),
      pooled: chance(0.7),
      procedureCode: some(["A651", "W371", "X998"]),
      anaesthetic: some(["LA", "LA", "GA"]),
      screening: some(["fit", "fit", "fit", "fit", "fit", "fit", "fit", "optimising", "unfit", "awaiting"]),
      fitFrom: chance(0.1) ? addDays(MONDAY, whole(0, 2)) : null,
      fitUntil: chance(0.1) ? addDays(MONDAY, whole(-1, 1)) : null,
      otherSites: chance(0.7) ? ["RQM02"] : [],
      hubSuitable: chance(0.8) ? true : chance(0.5) ? ["RQM02"] : [],
      shortNotice: chance(0.5),
      criticalCare: chance(0.1),
      equipment: few(KIT, 0.25),
      unavailable: chance(0.1) ? [{ from: MONDAY, to: MONDAY }] : [],
    });
  });
  const dates = [MONDAY, addDays(MONDAY, 1), addDays(MONDAY, 2)];
  const limits = dates.flatMap((date) =>
    ["RQM01", "RQM02"].flatMap((site) => [
      { site, date, period: "night" as const, resource: "bed" },
      { site, date, period: "night" as const, resource: "critical_care" },
      { site, date, period: "day" as const, resource: "day_case_place" },
      ...KIT.flatMap((code) =>
        (["am", "pm"] as const).map((period) => ({ site, date, period, resource: `equipment:${code}` })),
      ),
    ]),
  );
  const withNone = chance(0.2);
  const reserveShare: Record<string, number[]> = chance(0.4) ? { "110": [0.4 + 0.5 * random()] } : {};
  return {
    planDate: addDays(MONDAY, chance(0.2) ? -20 : -24),
    ...{ entries, sessions },
    resources: limits
      .filter(() => chance(0.4))
      .map((limit, at) => ({ row: at + 2, ...limit, quantity: withNone && chance(0.3) ? 0 : whole(1, 3) })),
    policy: resolvePolicy({ reserveShare, overrunProbabilityMax: some([0.1, 0.25, 0.25, 0.4]) }),
    ...{ pins: [], previous: null, rejected: [], warnings: [] },
    files: CONTRACT_FILES,
  };
}

export const isReason = (code: string): boolean => (REASONS as readonly string[]).includes(code);
