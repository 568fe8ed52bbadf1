import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { madeKey } from "~/domain/schedule/generation";
import type { SessionDetail, SessionEventDetail } from "~/domain/session-event";
import type { TheatreSession } from "~/domain/theatre";
import type { Tx } from "./commit";
import type { Reader } from "./engine";
import { newId } from "./new-id";
import { sessionDetail, sessionEvent, theatre, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** A session that comes into being in Hublist, and why. */
export interface MadeSession {
  session: Omit<TheatreSession, "row" | "siteType">;
  detail: Omit<SessionDetail, "status" | "statusReason" | "surgeons" | "treatmentFunctions">;
  event: { kind: "generated" | "added"; detail?: SessionEventDetail; reason?: string };
}

/** The templates and days of some dates that were made before, as `madeKey`, also where the session moved since. */
export async function madeDays(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<string[]> {
  const { template, templateDate } = sessionDetail;
  const rows = await db
    .select({ template, templateDate })
    .from(sessionDetail)
    .innerJoin(theatreSession, eq(sessionDetail.session, theatreSession.id))
    .where(
      and(
        inScope(scope, theatreSession.organisation, theatreSession.site),
        eq(theatreSession.organisation, organisation),
        gte(templateDate, span.from),
        lt(templateDate, span.until),
      ),
    );
  return rows.map((row) => madeKey(row.template!, row.templateDate!));
}

/** Which of some identifiers an organisation's sessions have already, present or gone, at whatever site. */
export async function takenIdentifiers(
  db: Reader,
  organisation: string,
  identifiers: string[],
): Promise<Set<string>> {
  const { sessionId } = theatreSession;
  const rows = await db
    .select({ sessionId })
    .from(theatreSession)
    .where(and(eq(theatreSession.organisation, organisation), inArray(sessionId, identifiers)));
  return new Set(rows.map((row) => row.sessionId));
}

/** Writes sessions that did not exist, with what Hublist knows of them and the first event of each; their ids. */
export async function insertMadeSessions(
  tx: Tx,
  organisation: string,
  made: readonly MadeSession[],
): Promise<string[]> {
  const withIds = made.map((one) => ({ ...one, id: newId() }));
  if (withIds.length === 0) return [];
  await tx.insert(
    theatreSession,
    withIds.map(({ id, session }) => ({
      ...session,
      ...{ id, organisation, presence: "present" as const, goneOn: null },
    })),
  );
  const undecided = { status: null, statusReason: "", surgeons: null, treatmentFunctions: null };
  for (const [site, own] of bySite(withIds)) {
    const about = { organisation, site };
    await tx.insert(
      sessionDetail,
      own.map(({ id, detail }) => ({ session: id, ...undecided, ...detail })),
      about,
    );
    await tx.insert(
      sessionEvent,
      own.map(({ id, event: { kind, detail = {}, reason = "" } }) => ({
        ...{ session: id, number: 1, kind, detail, reason },
        ...{ by: tx.by, at: tx.at },
      })),
      about,
    );
  }
  return withIds.map(({ id }) => id);
}

function bySite<Made extends MadeSession>(made: readonly Made[]): Map<string, Made[]> {
  const sites = new Map<string, Made[]>();
  for (const one of made) sites.set(one.session.site, [...(sites.get(one.session.site) ?? []), one]);
  return sites;
}

/** Makes a theatre of a site that is not known yet. */
export async function ensureTheatre(
  tx: Tx,
  organisation: string,
  at: { site: string; theatre: string },
): Promise<void> {
  const [known] = await tx.db
    .select()
    .from(theatre)
    .where(and(eq(theatre.site, at.site), eq(theatre.name, at.theatre)));
  if (known !== undefined) return;
  await tx.insert(theatre, { site: at.site, name: at.theatre }, { organisation, site: at.site });
}
