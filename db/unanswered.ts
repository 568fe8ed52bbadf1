import { and, count, eq, gt, inArray, isNull, min, ne, notExists, or, sql } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { SENT_AGAIN } from "./messages";
import { isOperated } from "./operated";
import {
  careTask,
  invitation,
  message,
  questionnaireResponse as response,
  screeningDecision as decision,
  waitingListEntry as entry,
} from "./schema";

/** An invitation that was sent, or lies in the outbox, and that nobody has answered. Instants are UTC. */
export interface UnansweredInvitation {
  invitation: string;
  organisation: string;
  /** That lists the patient by now. */
  site: string;
  entry: string;
  /** When the first message of the kind went; null: none did, and the first was laid in the outbox then. */
  sentAt: string | null;
  laidAt: string | null;
  /** Reminders made so far, those of them that went, and when the last did. */
  reminders: number;
  remindersSent: number;
  lastReminderAt: string | null;
  /** One of them has yet to go. */
  reminderWaits: boolean;
}

/** A service took it, or somebody recorded that they posted it: what lies in the outbox has reached nobody. */
const WENT_OUT = ["sent" as const, "delivered" as const];

/**
 * Open invitations with a message of a kind that went out or is to be posted, of entries that still wait for their operation, for whoever
 * reminds. Not those whose patient answered the same questions some other way since, or of whom a task has asked already
 * to call, or, of the questions before the operation, on whom somebody has decided since. Inside a commit, or for one.
 */
export async function unansweredInvitations(
  db: Reader,
  { kind, remindedBy, now, today }: { kind: string; remindedBy: string; now: string; today: IsoDate },
): Promise<UnansweredInvitation[]> {
  const { id, createdAt } = invitation;
  const answered = db
    .select({ id: response.id })
    .from(response)
    .where(
      and(
        ...[
          eq(response.entry, entry.id),
          eq(response.state, "completed"),
          gt(response.completedAt, createdAt),
        ],
        // A check-in does not answer the questions at listing, nor the other way round.
        sql`(${response.form} = 'checkIn') = (${invitation.purpose} = 'checkIn')`,
      ),
    );
  const decided = db
    .select({ number: decision.number })
    .from(decision)
    .where(and(eq(decision.entry, entry.id), gt(decision.at, createdAt)));
  const called = db
    .select({ id: careTask.id })
    .from(careTask)
    .where(and(eq(careTask.entry, entry.id), eq(careTask.kind, "noReply"), eq(careTask.about, id)));
  const operated = db.select({ id: entry.id }).from(entry).where(isOperated(db, today));
  const made = inArray(message.state, [...WENT_OUT, "outbox"]);
  const rows = await db
    .select({
      ...{ invitation: id, organisation: invitation.organisation, site: entry.listingSite, entry: entry.id },
      ...{ state: message.state, at: min(message.doneAt) },
    })
    .from(message)
    .innerJoin(invitation, eq(message.invitation, id))
    .innerJoin(entry, eq(message.entry, entry.id))
    .where(
      and(
        ...[eq(message.kind, kind), made, eq(entry.state, "listed")],
        ...[isNull(invitation.completedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now)],
        ...[notExists(answered), notExists(called)],
        or(ne(invitation.purpose, "questions"), notExists(decided)),
      ),
    )
    .groupBy(id, invitation.organisation, entry.listingSite, entry.id, message.state)
    .orderBy(id);
  const done = new Set((await operated).map((row) => row.id));
  const found = new Map<string, Omit<UnansweredInvitation, keyof Reminders>>();
  for (const { state, at, ...of } of rows) {
    if (done.has(of.entry)) continue;
    const one = found.get(of.invitation) ?? { ...of, sentAt: null, laidAt: null };
    const key = state === "outbox" ? "laidAt" : "sentAt";
    found.set(of.invitation, { ...one, [key]: earlier(one[key], at) });
  }
  const reminded = await remindersOf(db, [...found.keys()], remindedBy);
  return [...found.values()].map((one) => ({ ...one, ...(reminded.get(one.invitation) ?? NO_REMINDERS) }));
}

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

type Reminders = Pick<
  UnansweredInvitation,
  "reminders" | "remindersSent" | "lastReminderAt" | "reminderWaits"
>;
const NO_REMINDERS: Reminders = {
  ...{ reminders: 0, remindersSent: 0, lastReminderAt: null, reminderWaits: false },
};

/** The reminders of some invitations. The next channel of one, and what was sent again for it, is the same reminder. */
async function remindersOf(db: Reader, invitations: string[], kind: string): Promise<Map<string, Reminders>> {
  const byInvitation = new Map<string, Reminders>();
  if (invitations.length === 0) return byInvitation;
  const rows = await db
    .select()
    .from(message)
    .where(and(inArray(message.invitation, invitations), eq(message.kind, kind)));
  for (const { invitation: of, follows, state, fault, doneAt } of rows) {
    const { reminders, remindersSent, lastReminderAt, reminderWaits } = byInvitation.get(of!) ?? NO_REMINDERS;
    const another = follows === null && !(state === "stopped" && fault === SENT_AGAIN);
    const went = state === "sent" || state === "delivered";
    byInvitation.set(of!, {
      reminders: reminders + (another ? 1 : 0),
      remindersSent: remindersSent + (went ? 1 : 0),
      lastReminderAt: went || state === "failed" ? later(lastReminderAt, doneAt) : lastReminderAt,
      reminderWaits: reminderWaits || state === "queued" || state === "outbox",
    });
  }
  return byInvitation;
}

/**
 * How many reminders of an entry went out that nobody has answered, by whichever channel each did at last; of an entry
 * that a scoped read has found.
 */
export async function unansweredReminders(db: Reader, of: string, kinds: readonly string[]): Promise<number> {
  const [found] = await db
    .select({ reminders: count() })
    .from(message)
    .innerJoin(invitation, eq(message.invitation, invitation.id))
    .where(
      and(
        ...[eq(message.entry, of), inArray(message.kind, [...kinds])],
        ...[inArray(message.state, WENT_OUT), isNull(invitation.completedAt), isNull(invitation.revokedAt)],
      ),
    );
  return found?.reminders ?? 0;
}
