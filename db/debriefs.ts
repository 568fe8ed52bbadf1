import { and, desc, eq, type InferSelectModel } from "drizzle-orm";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { debrief, theatreSession } from "./schema";
import { inScope, type Scope } from "./scope";

/** What a team said of a list after it. `gaps`: `ENTRY:CODE` by `;`. */
export type Debrief = InferSelectModel<typeof debrief>;

/** What was said last of a session in scope; null: nothing yet. */
export async function latestDebrief(scope: Scope, db: Reader, session: string): Promise<Debrief | null> {
  const [row] = await db
    .select({ said: debrief })
    .from(debrief)
    .innerJoin(theatreSession, eq(debrief.session, theatreSession.id))
    .where(
      and(eq(debrief.session, session), inScope(scope, theatreSession.organisation, theatreSession.site)),
    )
    .orderBy(desc(debrief.number))
    .limit(1);
  return row?.said ?? null;
}

export type DebriefOutcome = { kind: "recorded"; number: number } | { kind: "changedSince"; by: string };

/** Records what the team says as the next of its session. `base`: number of the one that the person saw, 0 for none. */
export async function recordDebrief(
  tx: Tx,
  said: Omit<Debrief, "number" | "by" | "at"> & { base: number },
  about: About,
): Promise<DebriefOutcome> {
  const { base, ...row } = said;
  const [held] = await tx.db
    .select()
    .from(debrief)
    .where(eq(debrief.session, said.session))
    .orderBy(desc(debrief.number))
    .limit(1);
  if ((held?.number ?? 0) !== base) return { kind: "changedSince", by: held?.by ?? "" };
  await tx.insert(debrief, { ...row, number: base + 1, by: tx.by, at: tx.at }, about);
  return { kind: "recorded", number: base + 1 };
}
