import { DateTime } from "luxon";
import { LONDON } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import { reminderStep } from "~/domain/perioperative/message/reminder";
import { counted } from "~/domain/figure-words";
import { spokenDate } from "~/domain/spoken-date";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import { messageKind, REMINDED_KINDS } from "~/facts/messages";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import type { Reader } from "~db/engine";
import { queueMessage } from "~db/messages";
import { listOrganisations, wholeScope } from "~db/organisations";
import { raiseTasks } from "~db/screening/care-tasks";
import type { Store } from "~db/store";
import { unansweredInvitations, type UnansweredInvitation } from "~db/unanswered";
import { findEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";

const REMINDING: Actor = { kind: "command", name: "remind-patients" };

/** How many patients were reminded, and of how many a task asks somebody to call. */
export interface ReminderCounts {
  reminded: number;
  calls: number;
}

/** Patients in one commit, so that others who write are served meanwhile. */
const AT_ONCE = 200;

/**
 * Reminds whoever has not answered, and asks for a call when that did not help. As often as one likes: each reminder is
 * sent once. Nobody leaves the list, and what they answered, or what somebody decided meanwhile, ends it.
 */
export async function remindPatients(store: Store, today: IsoDate): Promise<ReminderCounts> {
  const counts = { reminded: 0, calls: 0 };
  const settings = await settingsOf(store.db);
  for (const { kind, remindedBy } of REMINDED_KINDS) {
    const asked = { kind, remindedBy, now: store.now(), today };
    const handled = new Set<string>();
    const due = async (db: Reader) =>
      (await unansweredInvitations(db, asked)).flatMap((unanswered) => {
        const step = stepOf(unanswered, settings, today);
        return step === "none" || handled.has(unanswered.invitation) ? [] : [{ unanswered, step }];
      });
    // Each once in a turn, so that one that cannot be reminded keeps nobody else from it, and the turn ends.
    while ((await due(store.db)).length > 0) {
      const steps = await store.commit(REMINDING, "message.remind", async (tx) => {
        const some = (await due(tx.db)).slice(0, AT_ONCE);
        const queued = [];
        for (const one of some) if (await takeStep(tx, one, { kind, remindedBy })) queued.push(one.step);
        return { some, queued };
      });
      for (const { unanswered } of steps.some) handled.add(unanswered.invitation);
      for (const step of steps.queued) counts[step === "remind" ? "reminded" : "calls"]++;
    }
  }
  return counts;
}

/** The settings of each organisation. */
async function settingsOf(db: Reader): Promise<Map<string, WorkspaceSettings>> {
  const everything = await wholeScope(db);
  const settings = new Map<string, WorkspaceSettings>();
  for (const { code } of await listOrganisations(everything, db))
    settings.set(code, (await currentSettings(everything, db, code)).settings);
  return settings;
}

const londonDate = (instant: string | null): IsoDate | null =>
  instant && DateTime.fromISO(instant, { zone: "utc" }).setZone(LONDON).toISODate();

function stepOf(
  { organisation, site, sentAt, laidAt, lastReminderAt, ...reminders }: UnansweredInvitation,
  settings: ReadonlyMap<string, WorkspaceSettings>,
  today: IsoDate,
) {
  const [sentOn, laidOn, lastReminderOn] = [sentAt, laidAt, lastReminderAt].map(londonDate);
  const days = settingsAt(settings.get(organisation)!, site);
  const made = { sentOn: sentOn!, laidOn: laidOn!, lastReminderOn: lastReminderOn! };
  return reminderStep({ ...reminders, ...made }, days, today);
}

/** Whether something was queued or asked for. */
async function takeStep(
  tx: Tx,
  { unanswered, step }: { unanswered: UnansweredInvitation; step: "remind" | "call" },
  { kind, remindedBy }: { kind: string; remindedBy: string },
): Promise<boolean> {
  if (step === "remind") return remind(tx, unanswered, remindedBy);
  await askToCall(tx, unanswered, kind);
  return true;
}

async function remind(
  tx: Tx,
  { organisation, site, entry, invitation }: UnansweredInvitation,
  kind: string,
): Promise<boolean> {
  const held = await findEntry({ organisations: [organisation], sites: [site] }, tx.db, entry);
  if (!held) return false;
  const channel = contactChannel(held.entry.details);
  await queueMessage(tx, { organisation, site, entry, kind, channel, invitation });
  return true;
}

async function askToCall(
  tx: Tx,
  { organisation, site, entry, invitation, ...sent }: UnansweredInvitation,
  kind: string,
): Promise<void> {
  const words = `Call the patient about ${messageKind(kind).asks}: ${whyCall(sent, londonDate(tx.at)!)}`;
  await raiseTasks(tx, [
    { organisation, site, entry, kind: "noReply", about: invitation, urgent: false, words },
  ]);
}

function whyCall(
  { sentAt, laidAt, remindersSent }: Pick<UnansweredInvitation, "sentAt" | "laidAt" | "remindersSent">,
  today: IsoDate,
): string {
  if (sentAt !== null) return `no answer after ${counted(remindersSent, "reminder")}`;
  const since = spokenDate(londonDate(laidAt)!, today);
  return `the message has lain in the outbox since ${since}, and nobody recorded that it was sent`;
}
