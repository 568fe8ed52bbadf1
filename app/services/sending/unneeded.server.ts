import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "~db/engine";
import { invitationById } from "~db/invitations";
import type { Message } from "~db/messages";
import { operatedOf } from "~db/operated";
import type { HeldEntry } from "~db/waiting-list";

const CLOSED = {
  completed: "the answers came in before",
  revoked: "its links were closed",
  expired: "its links have run out",
} as const;

/** Why a message is no longer to be sent, in words for staff; null: it is. */
export async function whyUnneeded(
  db: Reader,
  message: Pick<Message, "invitation">,
  held: HeldEntry | null,
  when: { now: string; today: IsoDate },
): Promise<string | null> {
  if (held?.state !== "listed") return "the patient is no longer on the list";
  if ((await operatedOf(db, { entries: [held.id] }, when.today)).has(held.id))
    return "the operation took place";
  if (message.invitation === null) return null;
  const found = await invitationById(db, message.invitation);
  const standing = found ? invitationStanding(found, when.now) : "revoked";
  return standing === "open" ? null : CLOSED[standing];
}
