import { desc, eq, type InferSelectModel } from "drizzle-orm";
import type { Tx } from "./commit";
import type { Meeting } from "./meetings";
import { meeting, meetingItem } from "./schema";

/** Adds a meeting, inside a commit that has decided on it. */
export async function insertMeeting(
  tx: Tx,
  added: Pick<Meeting, "id" | "organisation" | "heldOn" | "week" | "attendees">,
): Promise<void> {
  await tx.insert(meeting, { ...added, closedAt: null, closedBy: null, agenda: null });
}

/** Sets who was there, or that a meeting is closed and what its agenda was. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  set: Partial<Pick<Meeting, "attendees" | "closedAt" | "closedBy" | "agenda">>,
): Promise<void> {
  await tx.update(meeting, { id }, set);
}

/** An item to be kept; `entry` and `session` are what it names. */
export type NewMeetingItem = Omit<InferSelectModel<typeof meetingItem>, "by" | "at">;

/** Keeps an item under its number, inside a commit that has decided on it. */
export async function insertMeetingItem(tx: Tx, item: NewMeetingItem, organisation: string): Promise<void> {
  await tx.insert(meetingItem, { ...item, by: tx.by, at: tx.at }, { organisation });
}

/** Number of the last item of a meeting, whatever it is about; 0: none. */
export async function lastItemNumber(tx: Tx, id: string): Promise<number> {
  const [last] = await tx.db
    .select({ number: meetingItem.number })
    .from(meetingItem)
    .where(eq(meetingItem.meeting, id))
    .orderBy(desc(meetingItem.number))
    .limit(1);
  return last?.number ?? 0;
}
