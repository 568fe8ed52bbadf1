import { and, eq, gte, inArray, lt, lte } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import {
  cancellation,
  invitation,
  patient,
  patientAccess,
  questionnaireResponse as response,
  screeningDecision as decision,
  waitingListEntry as entry,
} from "./schema";
import { inScope, type Scope } from "./scope";

/** What figures tell patients apart by. */
const about = {
  ...{ entry: entry.id, patient: patient.id, birthDate: patient.birthDate },
  ...{ imdDecile: patient.imdDecile, ethnicCategory: patient.ethnicCategory, language: patient.language },
};

/** From a UTC instant to another, the latter not included. */
export interface Span {
  from: string;
  until: string;
}

const ofScope = (scope: Scope) => inScope(scope, entry.organisation, entry.listingSite);

/** Invitations to the questions at listing that were made in a span, first to last. */
export async function askedInSpan(scope: Scope, db: Reader, { from, until }: Span) {
  return db
    .select({ ...about, at: invitation.createdAt })
    .from(invitation)
    .innerJoin(entry, eq(invitation.entry, entry.id))
    .innerJoin(patient, eq(entry.patient, patient.id))
    .where(
      and(
        ...[ofScope(scope), eq(invitation.purpose, "questions")],
        ...[gte(invitation.createdAt, from), lt(invitation.createdAt, until)],
      ),
    )
    .orderBy(invitation.createdAt);
}

/** Answers to the questions at listing that were sent from an instant on, first to last. */
export async function answeredSince(scope: Scope, db: Reader, from: string) {
  return db
    .select({
      ...about,
      ...{ at: response.completedAt, by: response.sourceBy, channel: response.sourceChannel },
    })
    .from(response)
    .innerJoin(entry, eq(response.entry, entry.id))
    .innerJoin(patient, eq(entry.patient, patient.id))
    .where(
      and(
        ...[ofScope(scope), eq(response.form, "screening"), eq(response.state, "completed")],
        gte(response.completedAt, from),
      ),
    )
    .orderBy(response.completedAt);
}

/** Screening decisions that were taken in a span. */
export async function decidedInSpan(scope: Scope, db: Reader, { from, until }: Span) {
  return db
    .select({ ...about, at: decision.at, by: decision.by, seen: decision.seen })
    .from(decision)
    .innerJoin(entry, eq(decision.entry, entry.id))
    .innerJoin(patient, eq(entry.patient, patient.id))
    .where(and(ofScope(scope), gte(decision.at, from), lt(decision.at, until)));
}

/** Cancellations of cases whose day lies from one day to another, both included. */
export async function cancelledInDays(scope: Scope, db: Reader, days: { from: IsoDate; to: IsoDate }) {
  return db
    .select({ ...about, at: cancellation.at, date: cancellation.date, clinical: cancellation.clinical })
    .from(cancellation)
    .innerJoin(entry, eq(cancellation.entry, entry.id))
    .innerJoin(patient, eq(entry.patient, patient.id))
    .where(and(ofScope(scope), gte(cancellation.date, days.from), lte(cancellation.date, days.to)));
}

/** When pages of a kind were opened in a span, by whom and about which patient; of patients in scope. */
export async function lookedInSpan(scope: Scope, db: Reader, page: string, { from, until }: Span) {
  const own = db.select({ id: entry.patient }).from(entry).where(ofScope(scope));
  return db
    .select({ patient: patientAccess.patient, by: patientAccess.lookedBy, at: patientAccess.lookedAt })
    .from(patientAccess)
    .where(
      and(
        ...[eq(patientAccess.page, page), inArray(patientAccess.patient, own)],
        ...[gte(patientAccess.lookedAt, from), lt(patientAccess.lookedAt, until)],
      ),
    );
}
