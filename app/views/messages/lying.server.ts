import type { User } from "~/auth/visitor.server";
import { minutesAfter } from "~/domain/perioperative/message/retry-wait";
import { settingsAt } from "~/domain/workspace-settings";
import { store } from "~/store.server";
import { lyingSince } from "~db/messages";
import { currentSettings } from "~db/workspace-settings";
import { sitesIn } from "~/auth/own-sites";

/** Messages that lie in the outbox for longer than their site has set, and since when the oldest does; a UTC instant. */
export interface LyingMessages {
  messages: number;
  since: string;
}

const DAY_MINUTES = 24 * 60;

/** What lies in the outbox too long at the sites whose messages somebody sees to; null: nothing, or it is not theirs. */
export async function lyingTooLong(user: User): Promise<LyingMessages | null> {
  if (!user.may("message.send")) return null;
  const { db, now } = store();
  const scope = user.scope("message.send");
  const own = sitesIn(user, scope);
  let [messages, since] = [0, ""];
  for (const { code: site, organisation } of own) {
    const { settings } = await currentSettings(scope, db, organisation);
    const before = minutesAfter(now(), -settingsAt(settings, site).outboxDays * DAY_MINUTES);
    const found = await lyingSince(scope, db, { site, before });
    messages += found.messages;
    if (found.oldest && (since === "" || found.oldest < since)) since = found.oldest;
  }
  return messages === 0 ? null : { messages, since };
}
