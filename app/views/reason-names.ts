import { dateText } from "~/components/date-text";
import type { ReasonNames } from "~/domain/reason-words";
import type { TheatreSession } from "~/domain/theatre";
import type { WeekRecord } from "~/domain/week-record";
import { equipmentName } from "~/facts/equipment";
import { treatmentFunctionName } from "~/facts/treatment-functions";

/**
 * Things by the names that a page has for them: theatres with day, time and surgeon, sites by name. A theatre of whose
 * name there is one at another site too is told with its site.
 */
export function reasonNames(
  { planDate, noticeDays = 0 }: Pick<WeekRecord, "planDate" | "noticeDays">,
  sessions: readonly TheatreSession[],
  siteName: (code: string) => string,
): ReasonNames {
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  const shared = sharedTheatres(sessions);
  return {
    session: (id) => {
      const session = known.get(id);
      if (!session) return `session ${id}`;
      const { theatre, site } = session;
      return sessionWords(
        shared.has(theatre) ? { ...session, theatre: `${theatre}, ${siteName(site)}` } : session,
      );
    },
    site: siteName,
    specialty: treatmentFunctionName,
    equipment: equipmentName,
    planDate,
    noticeDays,
  };
}

/** Names that theatres of more than one site have. */
function sharedTheatres(sessions: readonly TheatreSession[]): Set<string> {
  const siteOf = new Map(sessions.map(({ theatre, site }) => [theatre, site]));
  return new Set(sessions.flatMap(({ theatre, site }) => (siteOf.get(theatre) === site ? [] : theatre)));
}

/** `Theatre 2, Tue 15 Dec, 08:30 (C4412)`. */
export function sessionWords({ theatre, date, start, surgeons }: TheatreSession): string {
  const who = surgeons.length > 0 ? ` (${surgeons.join(", ")})` : "";
  return `${theatre}, ${dateText(date, "short")}, ${start}${who}`;
}
