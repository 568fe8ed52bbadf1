import { and, eq } from "drizzle-orm";
import { newId } from "../new-id";
import { minutesOfDay, type IsoDate } from "~/domain/calendar";
import type { TheatreSession } from "~/domain/theatre";
import type { Actor } from "../actor";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { site, theatre, theatreSession, type ImportCounts } from "../schema";
import type { Store } from "../store";
import type { ClosableImport, StagedRow } from "./closing";
import { stageDatedList, type DatedList, type ReadDatedList } from "./dated-list";
import type { Upload } from "./staging";

const SESSIONS: DatedList<TheatreSession> = {
  kind: "sessions",
  key: (session) => session.sessionId,
  keyColumn: "session_id",
  // The type of a site is Hublist's own: the file's is not compared.
  columns: ({ row: _row, siteType: _siteType, ...columns }) => columns,
  async held(db, organisation) {
    const rows = await db
      .select({ held: theatreSession, siteType: site.type })
      .from(theatreSession)
      .innerJoin(site, eq(theatreSession.site, site.code))
      .where(eq(theatreSession.organisation, organisation));
    return rows.map(({ held: { id, presence, ...session }, siteType }) => ({
      id,
      present: presence === "present",
      item: { row: 0, ...session, siteType },
    }));
  },
  refusal({ start, end, heldMinutes }) {
    const minutes = minutesOfDay(end) - minutesOfDay(start);
    if (heldMinutes < minutes) return null;
    const message = `Hublist holds ${heldMinutes} held minutes, and this session has only ${minutes}: expected the column held_minutes.`;
    return { column: "held_minutes", value: "", message };
  },
  doubts: otherSiteTypes,
};

/** The first row of each site that the file takes for another type than Hublist, which keeps its own. */
async function otherSiteTypes(db: Reader, organisation: string, items: TheatreSession[]) {
  const sites = await db.select().from(site).where(eq(site.organisation, organisation));
  return sites.flatMap(({ code, type }) => {
    const first = items.find((item) => item.site === code && item.siteType !== type);
    if (first === undefined) return [];
    const message = `Hublist knows ${code} as a ${type} site and keeps that, here and in the site's other rows.`;
    return [{ row: first.row, column: "site_type", value: first.siteType, message }];
  });
}

/** Stages an upload of theatre sessions; nothing is changed before it is confirmed. */
export async function stageSessions(
  store: Store,
  actor: Actor,
  upload: Omit<Upload, "kind">,
  read: ReadDatedList<TheatreSession>,
): Promise<{ id: string; counts: ImportCounts }> {
  return stageDatedList(SESSIONS, store, actor, upload, read);
}

/** Applies a block of the staged rows of a session list; theatres that are not known yet are made. */
export async function applySessions(
  tx: Tx,
  { organisation }: ClosableImport,
  block: StagedRow[],
  goneOn: IsoDate,
): Promise<void> {
  for (const { kind, held, payload } of block) {
    if (kind === "gone") {
      await tx.update(theatreSession, { id: held! }, { presence: "gone", goneOn });
      continue;
    }
    const { row: _row, siteType: _siteType, ...session } = JSON.parse(payload!) as TheatreSession;
    await makeTheatre(tx, organisation, session);
    const present = { ...session, presence: "present" as const, goneOn: null };
    if (held === null) await tx.insert(theatreSession, { id: newId(), organisation, ...present });
    else await tx.update(theatreSession, { id: held }, present);
  }
}

async function makeTheatre(
  tx: Tx,
  organisation: string,
  at: { site: string; theatre: string },
): Promise<void> {
  const [known] = await tx.db
    .select()
    .from(theatre)
    .where(and(eq(theatre.site, at.site), eq(theatre.name, at.theatre)));
  if (known === undefined) {
    await tx.insert(theatre, { site: at.site, name: at.theatre }, { organisation, site: at.site });
  }
}
