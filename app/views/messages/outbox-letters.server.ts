import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import type { OutboxMessage } from "~/domain/perioperative/message/outbox-text";
import { readOutbox } from "~/services/sending/file-outbox.server";
import { store } from "~/store.server";
import type { Reader } from "~db/engine";
import { messagesByIds, type Message } from "~db/messages";
import { listOrganisations, organisationScope } from "~db/organisations";
import { recordPatientAccess } from "~db/patient-access";
import type { MessageChannel } from "~db/schema";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { isOutdated, OUTDATED } from "~/services/sending/outdated.server";
import { whyUnneeded } from "~/services/sending/unneeded.server";

/** A message of the outbox, ready to be printed or read. */
export interface OutboxLetter extends OutboxMessage {
  id: string;
  channel: MessageChannel;
  hospital: string;
  writtenOn: IsoDate;
}

/**
 * The chosen messages that lie in the outbox and are still to go. `missing`: how many do not lie there, or on another
 * machine; `unneeded`: why others must not go any more, one reason a message.
 */
export async function outboxLetters(
  user: User,
  scope: Scope,
  ids: readonly string[],
): Promise<{ letters: OutboxLetter[]; missing: number; unneeded: string[] }> {
  const { db } = store();
  const lying = (await messagesByIds(scope, db, ids)).filter(({ state }) => state === "outbox");
  const { found, patients, unneeded } = await stillNeeded(db, lying);
  await recordPatientAccess(
    store(),
    { kind: "user", id: user.id },
    { patients: [...new Set(patients)], page: "letters to patients" },
  );
  const names = new Map((await listOrganisations(scope, db)).map(({ code, name }) => [code, name]));
  const letters: OutboxLetter[] = [];
  for (const { id, channel, organisation } of found) {
    const text = await readOutbox(id);
    if (text) letters.push({ ...text, id, channel, hospital: names.get(organisation)!, writtenOn: today() });
  }
  return { letters, missing: ids.length - letters.length - unneeded.length, unneeded };
}

/** Which messages are still to go, and whom they are to; an entry is found wherever the list has it by now. */
async function stillNeeded(db: Reader, lying: readonly Message[]) {
  const when = { now: store().now(), today: today() };
  const [found, patients, unneeded]: [Message[], string[], string[]] = [[], [], []];
  for (const message of lying) {
    const held = await findEntry(await organisationScope(db, message.organisation), db, message.entry);
    const why = await whyUnneeded(db, message, held, when);
    if (why !== null) unneeded.push(why);
    else if (held !== null && (await isOutdated(message, held))) unneeded.push(OUTDATED);
    else if (held !== null) {
      found.push(message);
      patients.push(held.patient);
    }
  }
  return { found, patients, unneeded };
}
