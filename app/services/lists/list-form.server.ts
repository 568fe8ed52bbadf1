import type { IsoDate } from "~/domain/calendar";
import { LIST_STEPS, type ListStep } from "~/domain/list-life";
import type { Reader } from "~/domain/list-readers";
import { noticeStanding } from "~/domain/patient-notice";
import type { Permission } from "~/facts/roles";
import { formText } from "~/http/form-text";
import type { Actor } from "~db/actor";
import { noticesOfEntries } from "~db/patient-notices";
import { NOTICE_CHANNELS, NOTICE_KINDS } from "~db/schema";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { confirmSeen } from "./confirm-seen.server";
import { listNow } from "./list-now.server";
import { keepOffersOfPublished } from "./publish-evidence.server";
import { takeListStep } from "./list-steps.server";
import { recordNotices, type NoticeAsked } from "./tell-patients.server";

export type ListIntent = ListStep | "seen" | "notice";

const PERMISSIONS: Record<ListIntent, Permission> = {
  signOff: "list.sign",
  withdraw: "list.sign",
  lock: "list.lock",
  unlock: "lock.reopen",
  publish: "list.publish",
  seen: "list.confirm",
  notice: "patient.tell",
};

/** What a form of the list page asks for, and the permission that it needs; null: nothing that is known. */
export function intentOf(form: FormData): { name: ListIntent; permission: Permission } | null {
  const asked = formText(form, "intent");
  const name = ([...LIST_STEPS, "seen", "notice"] as const).find((known) => known === asked);
  return name ? { name, permission: PERMISSIONS[name] } : null;
}

interface FormAsked {
  session: string;
  today: IsoDate;
  form: FormData;
  intent: ListIntent;
  /** As whom the user may confirm. */
  readers: readonly Reader[];
}

export type ListFormOutcome =
  | { kind: "done"; done: ListIntent }
  | { kind: "problem"; status: 400 | 409; sentence: string }
  | { kind: "notFound" };

const LONGEST = 500;
const STALE =
  "Somebody changed this list since you opened it. Nothing was saved: look at it as it stands now, then decide.";

/** Does what a form of the list page asks for. */
export async function doOnList(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: FormAsked,
): Promise<ListFormOutcome> {
  if (asked.intent === "seen") return seen(scope, store, actor, asked);
  if (asked.intent === "notice") return notice(scope, store, actor, asked);
  return step(scope, store, actor, { ...asked, intent: asked.intent });
}

async function step(
  scope: Scope,
  store: Store,
  actor: Actor,
  { session, today, form, intent }: FormAsked & { intent: ListStep },
): Promise<ListFormOutcome> {
  const [last, revision, order] = ["last", "revision", "order"].map((name) => numberOf(form, name));
  if (typeof last !== "number" || typeof revision !== "number" || typeof order !== "number")
    return problem(400, "The form does not say which state of the list it stands on. Open the list again.");
  const outcome = await takeListStep(scope, store, actor, {
    ...{ session, today, step: intent, last, revision, order },
    reason: formText(form, "reason").slice(0, LONGEST),
    onBehalfOf: formText(form, "onBehalfOf").slice(0, LONGEST),
  });
  if (outcome.kind === "changedSince") return problem(409, STALE);
  if (outcome.kind === "refused") return problem(400, outcome.sentence);
  if (outcome.kind === "notFound") return outcome;
  await keepOffersOfPublished(store, actor, { session, entries: outcome.fresh, today });
  return { kind: "done", done: intent };
}

async function seen(
  scope: Scope,
  store: Store,
  actor: Actor,
  { session, form, readers }: FormAsked,
): Promise<ListFormOutcome> {
  const reader = readers.find((known) => known === formText(form, "reader"));
  const number = numberOf(form, "number");
  if (!reader || number === null)
    return problem(400, "Your roles here do not confirm a list as this reader.");
  const outcome = await confirmSeen(scope, store, actor, { session, number, reader });
  if (outcome.kind === "newer")
    return problem(
      409,
      `Version ${outcome.number} was published since you opened this list. Read that one, then confirm.`,
    );
  return outcome.kind === "notFound" ? outcome : { kind: "done", done: "seen" };
}

async function notice(
  scope: Scope,
  store: Store,
  actor: Actor,
  { session, today, form }: FormAsked,
): Promise<ListFormOutcome> {
  const kind = NOTICE_KINDS.find((known) => known === formText(form, "kind"));
  const channel = NOTICE_CHANNELS.find((known) => known === formText(form, "channel"));
  if (!kind || !channel) return problem(400, "Choose what was said, and how.");
  const entry = formText(form, "entry");
  const entries = entry === "untold" ? await untold(scope, store, session, today) : [entry];
  const asked: NoticeAsked = {
    ...{ session, today, kind, channel, entries, date: formText(form, "date") },
    note: formText(form, "note").slice(0, LONGEST),
  };
  const outcome = await recordNotices(scope, store, actor, asked);
  if (outcome.kind === "changedSince") return problem(409, STALE);
  if (outcome.kind === "refused") return problem(400, outcome.sentence);
  return outcome.kind === "notFound" ? outcome : { kind: "done", done: "notice" };
}

/** The way in which a patient is told, by its code; in person where the form does not say. */
export function noticeChannelOf(code: string): NoticeAsked["channel"] {
  return NOTICE_CHANNELS.find((known) => known === code) ?? "inPerson";
}

/** Who may be told of their date on this list and was not. */
async function untold(scope: Scope, store: Store, session: string, today: IsoDate): Promise<string[]> {
  const list = await listNow(scope, store.db, session, today);
  if (list === null) return [];
  const ids = list.cases.filter(({ provisional }) => !provisional).map(({ held }) => held.id);
  const sites = [...scope.sites, ...list.cases.map(({ entry }) => entry.listingSite)];
  const notices = await noticesOfEntries({ organisations: [list.held.organisation], sites }, store.db, ids);
  const { date } = list.held.session;
  return ids.filter((id) => !toldOf(notices.get(id) ?? [], session, date));
}

function toldOf(notices: Parameters<typeof noticeStanding>[0], session: string, date: IsoDate): boolean {
  return noticeStanding(notices, { session, date }).told !== null;
}

function numberOf(form: FormData, name: string): number | null {
  const text = formText(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function problem(status: 400 | 409, sentence: string): ListFormOutcome {
  return { kind: "problem", status, sentence };
}
