import { dateText } from "~/components/date-text";
import type { ReasonNames } from "~/domain/reason-words";
import type { TheatreSession } from "~/domain/theatre";
import type { WeekRecord } from "~/domain/week-record";
import { equipmentName } from "~/facts/equipment";
import { treatmentFunctionName } from "~/facts/treatment-functions";

/** Things by the names that a page has for them: theatres with day, time and surgeon, sites by name. */
export function reasonNames(
  { planDate, noticeDays = 0 }: Pick<WeekRecord, "planDate" | "noticeDays">,
  sessions: readonly TheatreSession[],
  siteName: (code: string) => string,
): ReasonNames {
  const known = new Map(sessions.map((session) => [session.sessionId, session]));
  return {
    session: (id) => {
      const session = known.get(id);
      return session ? sessionWords(session) : `session ${id}`;
    },
    site: siteName,
    specialty: treatmentFunctionName,
    equipment: equipmentName,
    planDate,
    noticeDays,
  };
}

/** `Theatre 2, Tue 15 Dec, 08:30 (C4412)`. */
export function sessionWords({ theatre, date, start, surgeons }: TheatreSession): string {
  const who = surgeons.length > 0 ? ` (${surgeons.join(", ")})` : "";
  return `${theatre}, ${dateText(date, "short")}, ${start}${who}`;
}
