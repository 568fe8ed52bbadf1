import { and, asc, desc, eq, inArray, sql, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readPublishedList, type PublishedList } from "~/domain/published-list";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { listSeen, listVersion, theatreSession, type ListReader } from "./schema";
import { inScope, type Scope } from "./scope";
import type { DateSpan } from "./theatre-sessions";

/** A published list: its number within the session, what it holds, and what changed since the version before. */
export interface ListVersion extends Omit<InferSelectModel<typeof listVersion>, "content"> {
  content: PublishedList;
}

/** That somebody has seen a version. */
export type ListSeen = InferSelectModel<typeof listSeen>;

/** The versions of a session's list in scope, latest first. */
export async function listVersions(scope: Scope, db: Reader, session: string): Promise<ListVersion[]> {
  const rows = await db
    .select({ version: listVersion })
    .from(listVersion)
    .innerJoin(theatreSession, eq(listVersion.session, theatreSession.id))
    .where(and(inSites(scope), eq(listVersion.session, session)))
    .orderBy(desc(listVersion.number));
  return rows.map(({ version }) => read(version));
}

/** The latest version of each of some sessions in scope, by id of the session. */
export async function latestVersions(
  scope: Scope,
  db: Reader,
  sessions: readonly string[],
): Promise<Map<string, ListVersion>> {
  if (sessions.length === 0) return new Map();
  const rows = await db
    .select({ version: listVersion })
    .from(listVersion)
    .innerJoin(theatreSession, eq(listVersion.session, theatreSession.id))
    .where(and(inSites(scope), inArray(listVersion.session, [...sessions]), isLatestVersion()));
  return new Map(rows.map(({ version }) => [version.session, read(version)]));
}

/** Every version of the lists of an organisation within some dates, of sessions in scope, first to last. */
export async function versionsWithin(
  scope: Scope,
  db: Reader,
  span: DateSpan,
  organisation: string,
): Promise<ListVersion[]> {
  const rows = await db
    .select({ version: listVersion })
    .from(listVersion)
    .innerJoin(theatreSession, eq(listVersion.session, theatreSession.id))
    .where(
      and(
        inSites(scope),
        eq(theatreSession.organisation, organisation),
        sql`${theatreSession.date} >= ${span.from} and ${theatreSession.date} < ${span.until}`,
      ),
    )
    .orderBy(asc(listVersion.session), asc(listVersion.number));
  return rows.map(({ version }) => read(version));
}

/** Who has seen which version of a session's list in scope, first to last. */
export async function listSeenBy(scope: Scope, db: Reader, session: string): Promise<ListSeen[]> {
  const rows = await db
    .select({ seen: listSeen })
    .from(listSeen)
    .innerJoin(theatreSession, eq(listSeen.session, theatreSession.id))
    .where(and(inSites(scope), eq(listSeen.session, session)))
    .orderBy(asc(listSeen.number), asc(listSeen.at));
  return rows.map(({ seen }) => seen);
}

/** Keeps a new version, inside a commit that has decided on it. */
export async function insertListVersion(
  tx: Tx,
  version: { session: string; number: number; content: PublishedList; changes: string[]; reason: string },
  about: About,
): Promise<void> {
  await tx.insert(listVersion, { ...version, publishedBy: tx.by, publishedAt: tx.at }, about);
}

/** Keeps that a reader has seen a version, inside a commit that has decided on it. */
export async function insertListSeen(
  tx: Tx,
  seen: { session: string; number: number; reader: ListReader },
  about: About,
): Promise<void> {
  await tx.insert(listSeen, { ...seen, by: tx.by, at: tx.at }, about);
}

function inSites(scope: Scope) {
  return inScope(scope, theatreSession.organisation, theatreSession.site);
}

function isLatestVersion() {
  const later = alias(listVersion, "later");
  return sql`not exists (select 1 from ${listVersion} as later where ${later.session} = ${listVersion.session}
    and ${later.number} > ${listVersion.number})`;
}

function read(version: InferSelectModel<typeof listVersion>): ListVersion {
  return { ...version, content: readPublishedList(version.content) };
}
