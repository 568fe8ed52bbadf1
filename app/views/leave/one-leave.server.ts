import type { IsoDate } from "~/domain/calendar";
import { store } from "~/store.server";
import { findLeave } from "~db/leave";
import type { Scope } from "~db/scope";
import { withSessions, type LeaveShown } from "./leave.server";

/** One leave that stands, with the sessions it hits; null: there is none in scope. */
export async function oneLeave(scope: Scope, id: string, today: IsoDate): Promise<LeaveShown | null> {
  const held = await findLeave(scope, store().db, id);
  if (!held) return null;
  return (await withSessions(scope, held.organisation, [held], today))[0] ?? null;
}
