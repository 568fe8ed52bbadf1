import { inArray } from "drizzle-orm";
import type { Reader } from "./engine";
import {
  careTask,
  invitation,
  invitationLink,
  message,
  patientDevice,
  questionnaireResponse as response,
} from "./schema";

/**
 * Ids of all that belongs to some entries under an id of its own: invitations with their links and browsers, responses,
 * messages, tasks. What is numbered below an entry goes by the entry's id. Of entries that a scoped read has found.
 */
export async function subjectsOfEntries(db: Reader, entries: readonly string[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const own = [...entries];
  const asked = db.select({ id: invitation.id }).from(invitation).where(inArray(invitation.entry, own));
  const invitations = (await asked).map(({ id }) => id);
  const found = [
    await db
      .select({ id: invitationLink.id })
      .from(invitationLink)
      .where(inArray(invitationLink.invitation, asked)),
    await db
      .select({ id: patientDevice.id })
      .from(patientDevice)
      .where(inArray(patientDevice.invitation, asked)),
    await db.select({ id: response.id }).from(response).where(inArray(response.entry, own)),
    await db.select({ id: message.id }).from(message).where(inArray(message.entry, own)),
    await db.select({ id: careTask.id }).from(careTask).where(inArray(careTask.entry, own)),
  ];
  return [...invitations, ...found.flat().map(({ id }) => id)];
}
