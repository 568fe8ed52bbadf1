import type { IsoDate } from "~/domain/calendar";
import { noticeStanding } from "~/domain/patient-notice";
import { publishedChanges } from "~/domain/published-changes";
import { withoutCase, type PublishedList } from "~/domain/published-list";
import type { Tx } from "~db/commit";
import { insertListVersion, latestVersions } from "~db/list-versions";
import { insertNotice, noticesOfEntries, type NewNotice } from "~db/patient-notices";
import type { Scope } from "~db/scope";
import { recordSessionEvent } from "~db/session-events";
import { listNow } from "./list-now.server";

/** A case that is about to lose its place, on a list as it stands until then. */
export interface CaseCancelled {
  session: string;
  entry: string;
  /** In London. */
  today: IsoDate;
  /** Why, in words: the reason of the new version and the note of the notice. */
  words: string;
  /** How the patient hears of it. */
  channel: NewNotice["channel"];
}

/**
 * What a cancellation owes the readers of a list and the patient, inside its commit. Asked before the case is taken off;
 * the answer is called afterwards: it takes back the date that the patient was told, and makes a new version of a
 * published list, which its readers confirm again. Changes that nobody has published yet stay unpublished.
 */
export async function beforeCancelling(whole: Scope, tx: Tx, cancelled: CaseCancelled) {
  const { session, today } = cancelled;
  const before = await listNow(whole, tx.db, session, today);
  const version = (await latestVersions(whole, tx.db, [session])).get(session) ?? null;
  const isAsPublished =
    before !== null && version !== null && publishedChanges(version.content, before.content).length === 0;
  return async (): Promise<{ version: number | null; withdrawn: boolean }> => {
    const withdrawn = await withdrawDate(whole, tx, cancelled);
    if (version === null) return { version: null, withdrawn };
    const now = isAsPublished ? await listNow(whole, tx.db, session, today) : null;
    const content = now?.content ?? withoutCase(version.content, cancelled.entry);
    const number = await publish(tx, cancelled, version, content);
    return { version: number, withdrawn };
  };
}

async function publish(
  tx: Tx,
  { session, words }: CaseCancelled,
  { number: last, content: published }: { number: number; content: PublishedList },
  content: PublishedList,
): Promise<number | null> {
  const changes = publishedChanges(published, content);
  if (changes.length === 0) return null;
  const { organisation, site } = content;
  const about = { organisation, site };
  const number = last + 1;
  await insertListVersion(tx, { session, number, content, changes, reason: words }, about);
  const event = { session, kind: "published", reason: words, detail: { version: number } } as const;
  await recordSessionEvent(tx, event, about);
  return number;
}

/** Records that the date which the patient knows no longer stands; false: they were told of none. */
async function withdrawDate(whole: Scope, tx: Tx, cancelled: CaseCancelled): Promise<boolean> {
  const { entry, session, words, channel, today } = cancelled;
  const list = await listNow(whole, tx.db, session, today);
  const notices = (await noticesOfEntries(whole, tx.db, [entry])).get(entry) ?? [];
  const place = { session, date: list?.held.session.date ?? "" };
  const { told, outdated } = noticeStanding(notices, place);
  const known = told ?? outdated;
  if (known === null || list === null) return false;
  const { organisation, session: at } = list.held;
  const notice = { entry, session: known.session, date: known.date, channel, note: words };
  await insertNotice(tx, { ...notice, kind: "withdrawn" }, { organisation, site: at.site });
  return true;
}
