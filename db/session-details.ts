import { and, eq, gte, inArray, lt, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { SessionStatus } from "~/domain/theatre";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { sessionDetail, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** What Hublist knows of a session beyond its file, or decided instead of it. */
export type HeldDetail = InferSelectModel<typeof sessionDetail>;

/** The details of the sessions of some dates in scope, by id of the session. A session without has none yet. */
export async function sessionDetails(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<Map<string, HeldDetail>> {
  const rows = await db
    .select({ detail: sessionDetail })
    .from(sessionDetail)
    .innerJoin(theatreSession, eq(sessionDetail.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        gte(theatreSession.date, span.from),
        lt(theatreSession.date, span.until),
      ),
    );
  return new Map(rows.map(({ detail }) => [detail.session, detail]));
}

const UNDECIDED: Omit<HeldDetail, "session"> = {
  origin: "file",
  template: null,
  templateDate: null,
  status: null,
  statusReason: "",
  surgeons: null,
  treatmentFunctions: null,
  anaesthetist: "",
  equipment: [],
  funding: "core",
  visitingTeam: "",
};

/** Sets what Hublist decided of a session; what is not named stays as it is. */
export async function setSessionDetail(
  tx: Tx,
  session: string,
  set: Partial<InferInsertModel<typeof sessionDetail>>,
  about: { organisation: string; site: string },
): Promise<void> {
  const [held] = await tx.db.select().from(sessionDetail).where(eq(sessionDetail.session, session));
  if (held) await tx.update(sessionDetail, { session }, set, about);
  else await tx.insert(sessionDetail, { ...UNDECIDED, ...set, session }, about);
}

/** The status that the file or the schedule gives a session, before Hublist decided; for use within a commit. */
export async function fileStatus(db: Reader, session: string): Promise<SessionStatus | null> {
  const { status, id } = theatreSession;
  const [held] = await db.select({ status }).from(theatreSession).where(eq(id, session));
  return held?.status ?? null;
}

/** The surgeons and specialties that the file or the schedule gives a session; for use within a commit. */
export async function fileTeam(
  db: Reader,
  session: string,
): Promise<{ surgeons: string[]; treatmentFunctions: string[] }> {
  const { surgeons, treatmentFunctions, id } = theatreSession;
  const [held] = await db
    .select({ surgeons, treatmentFunctions })
    .from(theatreSession)
    .where(eq(id, session));
  return held ?? { surgeons: [], treatmentFunctions: [] };
}

/** The surgeons that the file or the schedule gives some sessions, by id, whoever took them since. */
export async function ownerSurgeons(db: Reader, sessions: readonly string[]): Promise<Map<string, string[]>> {
  if (sessions.length === 0) return new Map();
  const { id, surgeons } = theatreSession;
  const rows = await db
    .select({ id, surgeons })
    .from(theatreSession)
    .where(inArray(id, [...sessions]));
  return new Map(rows.map((row) => [row.id, row.surgeons]));
}

/** The detail of one session in scope; null: it has none yet. */
export async function sessionDetailOf(scope: Scope, db: Reader, session: string): Promise<HeldDetail | null> {
  const [row] = await db
    .select({ detail: sessionDetail })
    .from(sessionDetail)
    .innerJoin(theatreSession, eq(sessionDetail.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(sessionDetail.session, session),
      ),
    );
  return row?.detail ?? null;
}
