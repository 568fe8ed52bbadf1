import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { patientNotice, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";

/** A patient who was last told of, or accepted, a date in a session. */
export interface ToldPatient {
  entry: string;
  /** Id of the session, and its site. */
  session: string;
  site: string;
  /** The TCI date as the patient knows it. */
  date: IsoDate;
}

/** Whose last notice tells them of one of some sessions in scope: wherever their case stands by now. */
export async function toldOfSessions(
  scope: Scope,
  db: Reader,
  sessions: readonly string[],
): Promise<ToldPatient[]> {
  if (sessions.length === 0) return [];
  const later = alias(patientNotice, "later");
  const { entry, session, date, number, kind } = patientNotice;
  return db
    .select({ entry, session, date, site: theatreSession.site })
    .from(patientNotice)
    .innerJoin(theatreSession, eq(session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        inArray(session, [...sessions]),
        inArray(kind, ["told", "accepted"]),
        sql`not exists (select 1 from ${patientNotice} as later where ${later.entry} = ${entry}
          and ${later.number} > ${number})`,
      ),
    );
}
