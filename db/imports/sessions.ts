import { eq } from "drizzle-orm";
import { newId } from "../new-id";
import { minutesOfDay, type IsoDate } from "~/domain/calendar";
import { clashes, holdsTheatre } from "~/domain/schedule/generation";
import type { TheatreSession } from "~/domain/theatre";
import type { Actor } from "../actor";
import type { Tx } from "../commit";
import type { Reader } from "../engine";
import { ensureTheatre } from "../made-sessions";
import { sessionDetail, site, theatreSession, type ImportCounts } from "../schema";
import type { Store } from "../store";
import type { ClosableImport, StagedRow } from "./closing";
import {
  stageDatedList,
  type DatedList,
  type HeldItem,
  type ReadDatedList,
  type Refusal,
} from "./dated-list";
import type { Upload } from "./staging";

const SESSIONS: DatedList<TheatreSession> = {
  kind: "sessions",
  key: (session) => session.sessionId,
  keyColumn: "session_id",
  // The type of a site is Hublist's own: the file's is not compared.
  columns: ({ row: _row, siteType: _siteType, ...columns }) => columns,
  async held(db, organisation) {
    const rows = await db
      .select({ held: theatreSession, siteType: site.type, detail: sessionDetail })
      .from(theatreSession)
      .innerJoin(site, eq(theatreSession.site, site.code))
      .leftJoin(sessionDetail, eq(sessionDetail.session, theatreSession.id))
      .where(eq(theatreSession.organisation, organisation));
    return rows.map(({ held: { id, presence, ...session }, siteType, detail }) => ({
      id,
      present: presence === "present",
      item: { row: 0, ...session, siteType },
      own: detail !== null && detail.origin !== "file",
      open: holdsTheatre({ status: detail?.status ?? session.status }),
    }));
  },
  refusal: (session, own) => lengthRefusal(session) ?? overlapRefusal(session, own),
  doubts: otherSiteTypes,
};

function lengthRefusal({ start, end, heldMinutes }: TheatreSession): Refusal | null {
  const minutes = minutesOfDay(end) - minutesOfDay(start);
  if (heldMinutes < minutes) return null;
  const message = `Hublist holds ${heldMinutes} held minutes, and this session has only ${minutes}: expected the column held_minutes.`;
  return { column: "held_minutes", value: "", message };
}

/** Names the session of Hublist's own schedule whose theatre a session of the file wants at the same time. */
function overlapRefusal(session: TheatreSession, own: readonly HeldItem<TheatreSession>[]): Refusal | null {
  if (!holdsTheatre(session)) return null;
  const other = own.find(({ item }) => item.sessionId !== session.sessionId && clashes(item, session))?.item;
  if (!other) return null;
  const message =
    `Session ${other.sessionId}, which was made in Hublist, has ${other.theatre} from ${other.start} to ` +
    `${other.end}: close it in Hublist, or take this row out.`;
  return { column: "theatre", value: session.theatre, message };
}

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
    if (kind === "drift") continue;
    if (kind === "gone") {
      await tx.update(theatreSession, { id: held! }, { presence: "gone", goneOn });
      continue;
    }
    const { row: _row, siteType: _siteType, ...session } = JSON.parse(payload!) as TheatreSession;
    await ensureTheatre(tx, organisation, session);
    const present = { ...session, presence: "present" as const, goneOn: null };
    if (held === null) await tx.insert(theatreSession, { id: newId(), organisation, ...present });
    else await tx.update(theatreSession, { id: held }, present);
  }
}
