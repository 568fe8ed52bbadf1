import type { Reader as ListReader } from "~/domain/list-readers";
import type { Actor } from "~db/actor";
import { insertListSeen, latestVersions, listSeenBy } from "~db/list-versions";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession } from "~db/theatre-sessions";

export type SeenOutcome =
  /** `fresh` false: this reader had confirmed this version before. */
  | { kind: "confirmed"; fresh: boolean }
  /** A newer version was published since the page was opened. */
  | { kind: "newer"; number: number }
  | { kind: "notFound" };

/** Confirms that a reader has seen the latest version of a list. Twice is once; an older version is not confirmed. */
export async function confirmSeen(
  scope: Scope,
  store: Store,
  actor: Actor,
  { session, number, reader }: { session: string; number: number; reader: ListReader },
): Promise<SeenOutcome> {
  return store.commit(actor, "list.confirm", async (tx): Promise<SeenOutcome> => {
    const held = await findSession(scope, tx.db, session);
    const latest = (await latestVersions(scope, tx.db, [session])).get(session);
    if (held === null || latest === undefined || number < 1 || number > latest.number)
      return { kind: "notFound" };
    if (latest.number !== number) return { kind: "newer", number: latest.number };
    const seen = await listSeenBy(scope, tx.db, session);
    if (seen.some((one) => one.number === number && one.reader === reader))
      return { kind: "confirmed", fresh: false };
    const about = { organisation: held.organisation, site: held.session.site };
    await insertListSeen(tx, { session, number, reader }, about);
    return { kind: "confirmed", fresh: true };
  });
}
