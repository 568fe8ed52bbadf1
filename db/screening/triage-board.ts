import { and, desc, eq, gt, inArray, isNotNull, isNull, not, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { IsoDate } from "~/domain/calendar";
import { concernsOf, type Compared } from "~/domain/perioperative/kept-assessment";
import type { AssessedInput } from "~/domain/perioperative/triage-state";
import type { Priority, Readiness } from "~/domain/waiting-list";
import type { Reader } from "../engine";
import { placedEntries } from "../placed-dates";
import { standingDate } from "../promised-dates";
import {
  invitation,
  questionnaireResponse as response,
  screeningAssessment as assessment,
  screeningDecision as decision,
  waitingListEntry as entry,
} from "../schema";
import { inScope, type Scope } from "../scope";
import { toReadiness } from "../waiting-list-row";
import { isLatestAssessment } from "./assessments";
import { undecidedSince } from "./changed-since";

/** What the board has to know of every entry to say where it stands: little, as there are thousands. */
export interface BoardEntry {
  id: string;
  organisation: string;
  site: string;
  treatmentFunction: string;
  priority: Priority;
  clockStart: IsoDate;
  target: IsoDate | null;
  dated: boolean;
  readiness: Readiness;
  invited: boolean;
  /** The day on which the file says that they were screened; null: it names none. */
  screenedOn: IsoDate | null;
  assessment: (AssessedInput & { urgent: boolean }) | null;
  decidedOn: (Compared & { number: number }) | null;
}

/** One listed entry in scope as the board knows it. */
export async function boardEntry(
  scope: Scope,
  db: Reader,
  id: string,
  today: IsoDate,
  now: string,
): Promise<BoardEntry | null> {
  return (await boardEntries(scope, db, today, now, [id]))[0] ?? null;
}

/**
 * All listed entries in scope, the longest wait first; with `only` those of some ids. `now`: invitations that are out have not
 * expired then.
 */
export async function boardEntries(
  scope: Scope,
  db: Reader,
  today: IsoDate,
  now: string,
  only?: readonly string[],
): Promise<BoardEntry[]> {
  const one = (column: PgColumn) => (only === undefined ? undefined : inArray(column, [...only]));
  const rows = await db
    .select({
      ...{ id: entry.id, organisation: entry.organisation, site: entry.listingSite },
      ...{ treatmentFunction: entry.treatmentFunction, priority: entry.priority, target: entry.target },
      ...{ clockStart: entry.clockStart, tciDate: standingDate(entry.tciDate) },
      ...{ screening: entry.screening, fitFrom: entry.fitFrom, fitUntil: entry.fitUntil },
      ...{ hubSuitable: entry.hubSuitable, screenedOn: entry.screeningDate },
    })
    .from(entry)
    .where(
      and(inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed"), one(entry.id)),
    )
    .orderBy(entry.clockStart, entry.id);
  const [placed, invited, latest, decided] = [
    new Set((await placedEntries(db, today)).map((row) => row.entry)),
    await invitedEntries(scope, db, now, one(invitation.entry)),
    await latestOf(scope, db, one(assessment.entry)),
    await decidedAssessments(scope, db, one(decision.entry)),
  ];
  await readConcerns(db, latest, decided);
  return rows.map(({ tciDate, screening, fitFrom, fitUntil, hubSuitable, ...row }) => ({
    ...row,
    dated: placed.has(row.id) || (tciDate !== null && tciDate >= today),
    readiness: toReadiness({ screening, fitFrom, fitUntil, hubSuitable }),
    invited: invited.has(row.id),
    assessment: latest.get(row.id) ?? null,
    decidedOn: decided.get(row.id) ?? null,
  }));
}

type Numbered = Compared & { number: number };
/** Entries in one question to the store. */
const AT_ONCE = 500;

/** Reads what stands in the way into the assessments of whoever was assessed again after a decision: few of thousands. */
async function readConcerns(
  db: Reader,
  latest: ReadonlyMap<string, Numbered>,
  decided: ReadonlyMap<string, Numbered>,
): Promise<void> {
  const again = [...decided].flatMap(([of, { number }]) =>
    (latest.get(of)?.number ?? 0) > number ? [of] : [],
  );
  for (let from = 0; from < again.length; from += AT_ONCE) {
    const some = again.slice(from, from + AT_ONCE);
    const rows = await db
      .select({
        ...{ entry: assessment.entry, number: assessment.number },
        ...{ response: assessment.response, content: assessment.content },
      })
      .from(assessment)
      .where(inArray(assessment.entry, some));
    for (const { entry: of, number, response, content } of rows)
      for (const side of [latest.get(of), decided.get(of)])
        if (side?.number === number) side.concerns = concernsOf(content, response);
  }
}

/** The listed entries in scope whose answers were looked at by the rules after the last decision about them, if any. */
export async function assessedSinceDecided(scope: Scope, db: Reader): Promise<string[]> {
  const decidedSince = sql`exists (select 1 from ${decision} where ${decision.entry} = ${assessment.entry}
    and ${decision.assessment} >= ${assessment.number})`;
  const rows = await db
    .select({ entry: assessment.entry })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .where(
      and(
        ...[inScope(scope, entry.organisation, entry.listingSite), eq(entry.state, "listed")],
        ...[inArray(entry.screening, ["fit", "optimising"]), isNotNull(assessment.response)],
        ...[isLatestAssessment(), not(decidedSince)],
      ),
    );
  return rows.map((row) => row.entry);
}

const comparedFields = {
  ...{ entry: assessment.entry, number: assessment.number, route: assessment.route, risk: assessment.risk },
  ...{
    hub: assessment.hub,
    lowRisk: assessment.lowRisk,
    urgent: assessment.urgent,
    response: assessment.response,
  },
};

async function latestOf(scope: Scope, db: Reader, one: SQL | undefined) {
  const rows = await db
    .select({
      ...comparedFields,
      ...{ checkIn: assessment.checkIn, answeredAt: response.completedAt },
      undecided: undecidedSince(assessment.entry, assessment.at),
    })
    .from(assessment)
    .innerJoin(entry, eq(assessment.entry, entry.id))
    .leftJoin(response, eq(assessment.response, response.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), isLatestAssessment(), one));
  return new Map(
    rows.map((row) => [
      row.entry,
      {
        ...row,
        answered: row.response !== null,
        changed: row.checkIn !== null && Boolean(row.undecided),
        concerns: null as Compared["concerns"],
      },
    ]),
  );
}

/** The assessment on which the latest decision of each entry was taken. */
async function decidedAssessments(scope: Scope, db: Reader, one: SQL | undefined) {
  const rows = await db
    .select({ ...comparedFields, decision: decision.number })
    .from(decision)
    .innerJoin(
      assessment,
      and(eq(decision.entry, assessment.entry), eq(decision.assessment, assessment.number)),
    )
    .innerJoin(entry, eq(decision.entry, entry.id))
    .where(and(inScope(scope, entry.organisation, entry.listingSite), one))
    .orderBy(desc(decision.number));
  const latest = new Map<string, (typeof rows)[number] & Pick<Compared, "concerns">>();
  for (const row of rows) if (!latest.has(row.entry)) latest.set(row.entry, { ...row, concerns: null });
  return latest;
}

async function invitedEntries(
  scope: Scope,
  db: Reader,
  now: string,
  one: SQL | undefined,
): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ entry: invitation.entry })
    .from(invitation)
    .where(
      and(
        inScope(scope, invitation.organisation, invitation.site),
        eq(invitation.purpose, "questions"),
        isNull(invitation.completedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now),
        one,
      ),
    );
  return new Set(rows.map((row) => row.entry));
}
