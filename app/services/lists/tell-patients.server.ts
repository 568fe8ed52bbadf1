import type { IsoDate } from "~/domain/calendar";
import { allTold, noticeStanding, type NoticeKind } from "~/domain/patient-notice";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertNotice, noticesOfEntries, type NewNotice } from "~db/patient-notices";
import type { Scope } from "~db/scope";
import { recordSessionEvent } from "~db/session-events";
import type { Store } from "~db/store";
import { listNow, type ListNow } from "./list-now.server";

/** What is recorded of some patients of a list: that they were told of their date, or what they answered. */
export interface NoticeAsked {
  session: string;
  entries: string[];
  kind: NoticeKind;
  channel: NewNotice["channel"];
  note: string;
  /** The date that was told: another by now is not recorded as told. */
  date: IsoDate;
  /** In London. */
  today: IsoDate;
}

export type NoticeOutcome =
  | { kind: "recorded"; entries: number }
  | { kind: "refused"; sentence: string }
  | { kind: "changedSince" }
  | { kind: "notFound" };

/**
 * Records that patients were told of their date, or what they answered; all or none. A patient whose fitness is not
 * confirmed is never told. Told a second time in the same way on the same day is told once. An answer frees no place.
 */
export async function recordNotices(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: NoticeAsked,
): Promise<NoticeOutcome> {
  return store.commit(actor, "patient.tell", async (tx): Promise<NoticeOutcome> => {
    const list = await listNow(scope, tx.db, asked.session, asked.today);
    if (list === null) return { kind: "notFound" };
    const wanted = [...new Set(asked.entries)];
    const cases = list.cases.filter(({ held }) => wanted.includes(held.id));
    if (wanted.length === 0) return { kind: "refused", sentence: "Choose at least one patient." };
    if (cases.length < wanted.length || list.held.session.date !== asked.date)
      return { kind: "changedSince" };
    if (cases.some(({ provisional }) => provisional))
      return {
        kind: "refused",
        sentence: "A patient whose fitness is not confirmed is not told a date yet.",
      };
    const before = await standingsOf(scope, tx, list);
    const untold = cases.filter(({ held }) => before.get(held.id)!.told === null);
    if (asked.kind !== "told" && untold.length > 0)
      return { kind: "refused", sentence: "Record first that the patient was told of this date." };
    const fresh = cases.filter(({ held }) => isNews(before.get(held.id)!, asked));
    for (const { held } of fresh) await insertNotice(tx, noticeOf(asked, held.id), aboutOf(list));
    await completeTelling(scope, tx, list);
    return { kind: "recorded", entries: fresh.length };
  });
}

type Standings = Map<string, ReturnType<typeof noticeStanding>>;

async function standingsOf(scope: Scope, tx: Tx, { held, cases }: ListNow): Promise<Standings> {
  const whole = {
    organisations: [held.organisation],
    sites: [...scope.sites, ...cases.map((one) => one.entry.listingSite)],
  };
  const notices = await noticesOfEntries(
    whole,
    tx.db,
    cases.map((item) => item.held.id),
  );
  const place = { session: held.id, date: held.session.date };
  return new Map(cases.map((item) => [item.held.id, noticeStanding(notices.get(item.held.id) ?? [], place)]));
}

/** A double click, or a letter that was recorded a moment ago, adds nothing. */
function isNews(
  { told, answer }: ReturnType<typeof noticeStanding>,
  { kind, channel, note }: NoticeAsked,
): boolean {
  if (kind === "told") return told === null || told.channel !== channel || answer !== null;
  if (kind === "withdrawn") return told !== null;
  return answer === null || answer.kind !== kind || answer.note !== note;
}

function noticeOf({ session, kind, channel, note, date }: NoticeAsked, entry: string): NewNotice {
  return { entry, session, kind, channel, note, date };
}

const aboutOf = ({ held }: ListNow) => ({ organisation: held.organisation, site: held.session.site });

/** Once the last patient who may be told has been, the list counts as told. */
async function completeTelling(scope: Scope, tx: Tx, list: ListNow): Promise<void> {
  if (list.state.patientsTold) return;
  const standings = await standingsOf(scope, tx, list);
  const confirmed = list.cases.filter(({ provisional }) => !provisional);
  if (!allTold(confirmed.map(({ held }) => standings.get(held.id)!))) return;
  await recordSessionEvent(tx, { session: list.held.id, kind: "patientsTold" }, aboutOf(list));
}
