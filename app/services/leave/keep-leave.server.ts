import type { User } from "~/auth/visitor.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { leaveChanges } from "~/domain/leave";
import type { ReadLeave } from "~/import/leave";
import { store } from "~/store.server";
import { findLeave, insertLeave, leaveWithin, withdrawLeave, type LeaveGiven } from "~db/leave";
import type { LeaveSource } from "~db/schema";
import type { Scope } from "~db/scope";

export type LeaveAnswer = { kind: "done" } | { kind: "notFound" };

/** Records leave of one person; days that stand already are not recorded again. */
export async function addLeave(
  user: User,
  scope: Scope,
  organisation: string,
  given: LeaveGiven,
): Promise<LeaveAnswer> {
  if (!scope.organisations.includes(organisation)) return { kind: "notFound" };
  return store().commit(actorOf(user), "leave.add", async (tx): Promise<LeaveAnswer> => {
    const span = { from: given.from, until: addDays(given.to, 1) };
    const held = await leaveWithin(scope, tx.db, span, organisation);
    const stands = held.some(
      ({ person, role, from, to, half }) =>
        person === given.person &&
        role === given.role &&
        from === given.from &&
        to === given.to &&
        half === given.half,
    );
    if (!stands) await insertLeave(tx, organisation, [given]);
    return { kind: "done" };
  });
}

/** Withdraws leave; withdrawn already, it stays so. */
export async function endLeave(user: User, scope: Scope, id: string): Promise<LeaveAnswer> {
  return store().commit(actorOf(user), "leave.withdraw", async (tx): Promise<LeaveAnswer> => {
    const held = await findLeave(scope, tx.db, id);
    if (!held) return { kind: "notFound" };
    await withdrawLeave(tx, held);
    return { kind: "done" };
  });
}

/** What a file of leave says: its leave, and the events that it speaks of, cancelled ones too. */
export interface LeaveFile {
  source: LeaveSource;
  leave: readonly ReadLeave[];
  events: ReadonlySet<string>;
}

/** How many leaves a file added, found standing, and withdrew. */
export interface LeaveImported {
  added: number;
  same: number;
  withdrawn: number;
}

/** Takes the leave of a file in, in one commit; taken in twice it changes nothing. */
export async function importLeave(
  user: User,
  scope: Scope,
  organisation: string,
  { source, leave, events }: LeaveFile,
  today: IsoDate,
): Promise<LeaveImported | null> {
  if (!scope.organisations.includes(organisation)) return null;
  return store().commit(actorOf(user), `leave.import.${source}`, async (tx) => {
    const all = { from: "0000-01-01", until: "9999-12-31" };
    const held = await leaveWithin(scope, tx.db, all, organisation);
    const changes = leaveChanges(leave, held, events, today);
    await insertLeave(
      tx,
      organisation,
      changes.added.map(({ row: _row, ...said }) => ({ ...said, source })),
    );
    const gone = new Set(changes.withdrawn.map(({ id }) => id));
    for (const one of held) if (gone.has(one.id)) await withdrawLeave(tx, one);
    const { added, same, withdrawn } = changes;
    return { added: added.length, same: same.length, withdrawn: withdrawn.length };
  });
}

const actorOf = (user: User) => ({ kind: "user", id: user.id }) as const;
