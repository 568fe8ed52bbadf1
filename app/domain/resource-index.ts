import { addDays } from "./calendar";
import { HALF_DAYS, usesHalf } from "./session-time";
import type { ResourcePeriod, SharedResource, TheatreSession } from "./theatre";

/** What a case takes of its site besides theatre time. */
export interface ResourceNeeds {
  nights: number;
  criticalCare: boolean;
  equipment: readonly string[];
}

/**
 * The shared resources that have a limit, numbered as in `limits`, and which of them a case or a set of equipment
 * takes in a session. No line for a site, date, period and resource means no limit, so it has no number.
 */
export class ResourceIndex {
  private readonly numbers = new Map<string, number>();
  private readonly caseUses = new Map<TheatreSession, Map<number, number[]>>();
  private readonly equipmentUses = new Map<TheatreSession, Map<string, number[]>>();

  constructor(readonly limits: readonly SharedResource[]) {
    limits.forEach(({ resource, site, date, period }, number) =>
      this.numbers.set(`${resource}|${site}|${date}|${period}`, number),
    );
  }

  /** Limits of which the case takes one unit each: bed nights, critical care, day-case place. */
  caseUse(needs: ResourceNeeds, session: TheatreSession): number[] {
    const perSession = cached(this.caseUses, session, () => new Map<number, number[]>());
    const kind = needs.nights * 2 + (needs.criticalCare ? 1 : 0);
    return cached(perSession, kind, () => this.countCaseUse(needs, session));
  }

  /** Limits of which the session takes one unit each as soon as one of its cases needs the equipment. */
  equipmentUse(code: string, session: TheatreSession): number[] {
    const perSession = cached(this.equipmentUses, session, () => new Map<string, number[]>());
    return cached(perSession, code, () => this.countEquipmentUse(code, session));
  }

  /** The first limit that cannot take this case even if it were the only one; null when all can. */
  lacking(needs: ResourceNeeds, session: TheatreSession): SharedResource | null {
    const none = (number: number) => (this.limits[number]?.quantity ?? 0) < 1;
    let found = this.caseUse(needs, session).find(none);
    for (const code of needs.equipment) found ??= this.equipmentUse(code, session).find(none);
    return found === undefined ? null : (this.limits[found] ?? null);
  }

  private countCaseUse({ nights, criticalCare }: ResourceNeeds, session: TheatreSession): number[] {
    const { date } = session;
    const use: (number | undefined)[] = [];
    if (nights === 0) use.push(this.at("day_case_place", session, date, "day"));
    for (let night = 0; night < nights; night++)
      use.push(this.at("bed", session, addDays(date, night), "night"));
    if (criticalCare) use.push(this.at("critical_care", session, date, "night"));
    return use.filter((number) => number !== undefined);
  }

  private countEquipmentUse(code: string, session: TheatreSession): number[] {
    const use: (number | undefined)[] = [];
    const halfDay = (period: ResourcePeriod) => this.at(`equipment:${code}`, session, session.date, period);
    for (const half of HALF_DAYS) if (usesHalf(session, half)) use.push(halfDay(half));
    return use.filter((number) => number !== undefined);
  }

  private at(resource: string, { site }: TheatreSession, date: string, period: ResourcePeriod) {
    return this.numbers.get(`${resource}|${site}|${date}|${period}`);
  }
}

function cached<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
