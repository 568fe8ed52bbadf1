import { mondayOf } from "~/domain/calendar";
import { lastMomentOf } from "~db/case-moments";
import type { Reader } from "~db/engine";
import { weekRevision } from "~db/placements";
import type { Scope } from "~db/scope";
import type { HeldSession } from "~db/theatre-sessions";

/** A text that changes whenever a moment is recorded in a session or a place of its week changes. */
export async function dayStamp(
  scope: Scope,
  db: Reader,
  { id, organisation, session }: HeldSession,
): Promise<string> {
  const revision = await weekRevision(scope, db, organisation, mondayOf(session.date));
  return `${revision}.${await lastMomentOf(scope, db, id)}`;
}
