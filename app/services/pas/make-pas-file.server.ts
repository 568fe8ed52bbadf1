import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import { insertPasFile } from "~db/pas-files";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { pasLines } from "./pas-standing.server";

export type MakePasOutcome =
  | { kind: "made"; file: string; rows: number }
  /** Everything is the same, or is in a file that has not come back. */
  | { kind: "nothing" }
  | { kind: "notFound" };

/**
 * Writes what the patient administration system is to apply into a file: each difference once, until its row is returned.
 * Made twice at once, the second finds nothing.
 */
export async function makePasFile(
  scope: Scope,
  store: Store,
  actor: Actor,
  { organisation, today }: { organisation: string; today: IsoDate },
): Promise<MakePasOutcome> {
  if (!scope.organisations.includes(organisation)) return { kind: "notFound" };
  return store.commit(actor, "pas.make", async (tx): Promise<MakePasOutcome> => {
    const lines = await pasLines(scope, tx.db, organisation, today);
    const rows = lines.flatMap(({ held, standing }) =>
      standing.kind === "toApply" ? [{ entry: held.id, action: standing.action, place: standing.place }] : [],
    );
    if (rows.length === 0) return { kind: "nothing" };
    const file = await insertPasFile(tx, organisation, rows);
    return { kind: "made", file, rows: rows.length };
  });
}
