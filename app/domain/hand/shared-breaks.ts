import { spokenDate } from "../spoken-date";
import type { ResourcePeriod, SharedResource, TheatreSession } from "../theatre";
import type { ChangedList } from "./hand-change";
import type { HandBreak } from "./hand-break";
import type { HandWeek } from "./hand-week";

const EQUIPMENT = "equipment:";
const NAMES: Record<string, string> = {
  bed: "bed",
  critical_care: "critical care bed",
  day_case_place: "day-case place",
};
const WHEN: Record<ResourcePeriod, string> = {
  night: "on the night of",
  day: "on",
  am: "on the morning of",
  pm: "on the afternoon of",
};

/** Shared resources of which the change takes more than there is, and more than before. */
export function sharedBreaks(week: HandWeek, lists: readonly ChangedList[]): HandBreak[] {
  const more = new Map<number, { by: number; list: ChangedList }>();
  for (const list of lists) {
    const count = (limit: number, by: number) => {
      const held = more.get(limit);
      const gains = held && !(by > 0 && held.list.gained.length === 0) ? held.list : list;
      more.set(limit, { by: (held?.by ?? 0) + by, list: gains });
    };
    for (const limit of week.standingUse(list.session)) count(limit, -1);
    for (const limit of week.useOf(list.session, list.after)) count(limit, 1);
  }
  return [...more].flatMap(([limit, { by, list }]) => {
    const shared = week.resources.limits[limit]!;
    // Of what there is none at all the rule of the entry tells.
    if (by <= 0 || shared.quantity === 0 || week.taken[limit]! + by <= shared.quantity) return [];
    const sentence = sentenceOf(week, limit, lists);
    return [{ code: "shared", lift: "never", sentence, session: list.session, entry: null } as const];
  });
}

function sentenceOf(week: HandWeek, limit: number, lists: readonly ChangedList[]): string {
  const shared = week.resources.limits[limit]!;
  const when = `${WHEN[shared.period]} ${spokenDate(shared.date, week.facts.planDate)}`;
  const { resource, quantity, site } = shared;
  if (resource.startsWith(EQUIPMENT)) return equipmentSentence(week, limit, lists, when);
  const name = NAMES[resource] ?? resource;
  const at = week.facts.names.site(site);
  if (quantity === 1) return `The only ${name} at ${at} ${when} is taken.`;
  return `No ${name} left at ${at} ${when}: all ${quantity} are taken.`;
}

function equipmentSentence(
  week: HandWeek,
  limit: number,
  lists: readonly ChangedList[],
  when: string,
): string {
  const shared = week.resources.limits[limit]!;
  const code = shared.resource.slice(EQUIPMENT.length);
  const name = week.facts.names.equipment(code);
  const holders = holdersOf(week, shared, limit, code).filter(
    (session) => !lists.some((list) => list.session === session && list.gained.length > 0),
  );
  const where = [...new Set(holders.map(({ theatre }) => theatre))].join(", ");
  if (shared.quantity === 1) return `The only ${name} is in ${where || "another theatre"} ${when}.`;
  return `All ${shared.quantity} sets of ${name} are taken ${when}: in ${where}.`;
}

/** The sessions that have a set in that half-day, as the week stands. */
function holdersOf(
  week: HandWeek,
  { site, date }: SharedResource,
  limit: number,
  code: string,
): TheatreSession[] {
  return week.facts.sessions.filter(
    (session) =>
      session.site === site &&
      session.date === date &&
      week.casesOf(session).some(({ entry }) => entry.equipment.includes(code)) &&
      week.resources.equipmentUse(code, session).includes(limit),
  );
}
