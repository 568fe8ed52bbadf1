import { addDays, type IsoDate } from "~/domain/calendar";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import { minutesAfter } from "~/domain/perioperative/message/retry-wait";
import { invitationRule } from "~/facts/invitation";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertInvitation, invitationById, updateInvitation } from "~db/invitations";
import { keepMessage } from "~db/messages";
import { completedResponses } from "~db/questionnaire-responses";
import { raiseTasks } from "~db/screening/care-tasks";
import type { MessageChannel, MessageState } from "~db/schema";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { inviteByHand } from "./invitation/invite.server";

/** Patients of the demo in each place of the work; a small demo has fewer. */
const MOST = { completed: 6, waiting: 24, reminded: 8, called: 2, failed: 3, queued: 6 };
const DAY = 24 * 60;

/** Something that the demo's patients were sent: how many days ago, and what came of it. */
interface Sent {
  kind: "invite" | "reminder";
  daysAgo: number;
  channel?: MessageChannel;
  state?: MessageState;
  fault?: string;
}

/** Asks some patients of a demo in, so that some wait, were reminded or were not reached, and some are sent theirs now. */
export async function loadDemoMessages(
  store: Store,
  actor: Actor,
  scope: Scope,
  today: IsoDate,
): Promise<void> {
  await store.commit(actor, "demo.messages", async (tx) => {
    const { asked, answered } = await adults(tx, scope, today);
    for (const held of answered.slice(0, MOST.completed)) {
      const id = await sent(tx, held, today, [{ kind: "invite", daysAgo: 4 }]);
      await updateInvitation(tx, (await invitationById(tx.db, id))!, { completedAt: tx.at });
    }
    const share = asked.length / 2 / Object.values(MOST).reduce((sum, many) => sum + many, 0);
    const take = (name: Exclude<keyof typeof MOST, "completed">) =>
      asked.splice(0, Math.min(MOST[name], Math.ceil(MOST[name] * share)));
    for (const [at, held] of take("waiting").entries())
      await sent(tx, held, today, [{ kind: "invite", daysAgo: 1 + (at % 6) }]);
    for (const [at, held] of take("reminded").entries())
      await sent(tx, held, today, [
        { kind: "invite", daysAgo: 8 + (at % 6) },
        { kind: "reminder", daysAgo: 1 + (at % 6) },
      ]);
    for (const held of take("called")) await called(tx, held, today);
    for (const [at, held] of take("failed").entries()) await failed(tx, held, today, at === 0);
    for (const held of take("queued")) await inviteByHand(scope, store, actor, { entry: held.id, part: 1 });
  });
}

/** Adults whom nobody has screened, by whether they have answered. */
async function adults(tx: Tx, scope: Scope, today: IsoDate) {
  const all = await entriesForPlanning(scope, tx.db, scope.organisations[0]!);
  const open = all.filter(
    ({ entry }) =>
      entry.birthDate < addDays(today, -20 * 365) && ["not_screened", "awaiting"].includes(entry.screening),
  );
  const ids = open.map(({ id }) => id);
  const done = new Set((await completedResponses(tx.db, ids)).map(({ entry }) => entry));
  return {
    asked: open.filter(({ id }) => !done.has(id)),
    answered: open.filter(({ id }) => done.has(id)),
  };
}

const placeOf = ({ id: entry, organisation, entry: { listingSite: site } }: HeldEntry) => ({
  ...{ organisation, site, entry },
});

async function sent(tx: Tx, held: HeldEntry, today: IsoDate, messages: readonly Sent[]): Promise<string> {
  const place = placeOf(held);
  const expiresAt = addDays(today, invitationRule("validDays")) + tx.at.slice(10);
  const invitation = await insertInvitation(tx, { ...place, purpose: "questions", part: 1, expiresAt });
  let follows: string | null = null;
  for (const { kind, daysAgo, channel, state = "sent", fault = "" } of messages) {
    const at = minutesAfter(tx.at, -daysAgo * DAY);
    const own = channel ?? contactChannel(held.entry.details);
    const kept = { ...place, kind, channel: own, invitation, follows };
    const id = await keepMessage(tx, { ...kept, state, fault, queuedAt: at, doneAt: at, via: "file" });
    follows = state === "failed" ? id : null;
  }
  return invitation;
}

/** Reminded twice, and nobody has answered. */
async function called(tx: Tx, held: HeldEntry, today: IsoDate): Promise<void> {
  const about = await sent(tx, held, today, [
    { kind: "invite", daysAgo: 22 },
    { kind: "reminder", daysAgo: 15 },
    { kind: "reminder", daysAgo: 8 },
  ]);
  const words = "Call the patient about the questions before the operation: no answer after 2 reminders";
  await raiseTasks(tx, [{ ...placeOf(held), kind: "noReply", about, urgent: false, words }]);
}

/** The number is wrong, so a letter went out; of one of them there is no address either, and somebody has to call. */
async function failed(tx: Tx, held: HeldEntry, today: IsoDate, lost: boolean): Promise<void> {
  const about = await sent(tx, held, today, [
    {
      ...{ kind: "invite", daysAgo: 3, channel: "text", state: "failed" },
      fault: "reported as permanent-failure",
    },
    {
      ...{ kind: "invite", daysAgo: 2, channel: "letter" },
      ...(lost ? { state: "failed" as const, fault: "no contact on file" } : {}),
    },
  ]);
  if (!lost) return;
  const words =
    "Call the patient about the questions before the operation: no message arrived (letter: no contact on file)";
  await raiseTasks(tx, [{ ...placeOf(held), kind: "noReply", about, urgent: false, words }]);
}
