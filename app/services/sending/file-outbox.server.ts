import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { outboxText, readOutboxText, type OutboxMessage } from "~/domain/perioperative/message/outbox-text";
import { environment } from "~/env.server";
import type { Carrier } from "./outgoing";
import { addressedTo } from "./recipient.server";

/** The folder of the file outbox; for its owner alone, as each file holds a contact and a link. */
export const outboxFolder = (): string => join(environment().HUBLIST_DATA, "outbox");

/** Ids are ours; anything else is no file of the outbox. */
const fileOf = (id: string): string | null =>
  /^[0-9a-f-]{36}$/.test(id) ? join(outboxFolder(), `${id}.txt`) : null;

/**
 * The embedded outbox: each message a file that a person can read, until it is marked as posted. Written whole or not
 * at all; a second try writes the same file again.
 */
export const fileOutbox: Carrier = {
  name: "file",
  keeps: true,
  async send(message) {
    const file = fileOf(message.id);
    if (file === null) return { kind: "never", fault: "the message has no proper id" };
    try {
      await mkdir(outboxFolder(), { recursive: true, mode: 0o700 });
      await chmod(outboxFolder(), 0o700);
      const text = outboxText({ ...message, to: addressedTo(message.channel, message.to) });
      await writeFile(`${file}.part`, text, { mode: 0o600 });
      await rename(`${file}.part`, file);
      return { kind: "accepted", reference: null };
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      return { kind: "later", fault: `the outbox folder could not be written (${code})` };
    }
  },
};

/** What lies in the outbox for a message; null: nothing, or on another machine. */
export async function readOutbox(id: string): Promise<OutboxMessage | null> {
  const file = fileOf(id);
  if (file === null) return null;
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : readOutboxText(text);
}

/** Those of some messages of which the outbox holds no file that can be read. */
export async function withoutFile(ids: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(ids.map(async (id) => ({ id, text: await readOutbox(id) })));
  return texts.filter(({ text }) => text === null).map(({ id }) => id);
}

/** Takes a message out of the outbox; one that is not there is out of it already. */
export async function clearOutbox(id: string): Promise<void> {
  const file = fileOf(id);
  if (file === null) return;
  await rm(file, { force: true });
  await rm(`${file}.part`, { force: true });
}

/** The ids of the messages of which the outbox holds a file, whole or in part. */
export async function idsInOutbox(): Promise<string[]> {
  const names = await readdir(outboxFolder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  const ids = names.flatMap((name) => /^([0-9a-f-]{36})\.txt(\.part)?$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)];
}
