import type { IsoDate } from "~/domain/calendar";
import { stepRefusal, type ListStep } from "~/domain/list-life";
import { publishedChanges } from "~/domain/published-changes";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertListVersion, latestVersions } from "~db/list-versions";
import type { Scope } from "~db/scope";
import { setSessionDetail } from "~db/session-details";
import { recordSessionEvent, type NewSessionEvent } from "~db/session-events";
import type { Store } from "~db/store";
import { listNow, type ListNow } from "./list-now.server";

/** A step of a list's life as a person asks for it. */
export interface StepAsked {
  session: string;
  step: ListStep;
  /**
   * What the person had before them: number of the session's last event, the week's revision, and number of the
   * order that a person gave the list, 0 for the rules'.
   */
  last: number;
  revision: number;
  order: number;
  reason: string;
  /** For whom it is recorded; empty: for the person who records it. */
  onBehalfOf: string;
  /** In London. */
  today: IsoDate;
}

export type StepOutcome =
  /** `fresh`: who is on the published version and was not on the one before, by id. */
  | { kind: "done"; step: ListStep; version: number | null; fresh: string[] }
  /** The list was changed, or its state was, since the page was opened. */
  | { kind: "changedSince"; what: "state" | "list" }
  | { kind: "refused"; sentence: string }
  | { kind: "notFound" };

/**
 * Takes a step in the life of a list: sign-off and its withdrawal, lock and unlock, publication. Nothing is recorded
 * that was decided on another state or, for sign-off and publication, on another list than the present.
 */
export async function takeListStep(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: StepAsked,
): Promise<StepOutcome> {
  return store.commit(actor, `list.${asked.step}`, async (tx): Promise<StepOutcome> => {
    const list = await listNow(scope, tx.db, asked.session, asked.today);
    if (list === null) return { kind: "notFound" };
    if (list.state.last !== asked.last) return { kind: "changedSince", what: "state" };
    const decides = asked.step === "signOff" || asked.step === "publish";
    const isSeen = list.revision === asked.revision && (list.order?.number ?? 0) === asked.order;
    if (decides && !isSeen) return { kind: "changedSince", what: "list" };
    const latest = (await latestVersions(scope, tx.db, [asked.session])).get(asked.session) ?? null;
    const changes = latest ? publishedChanges(latest.content, list.content) : [];
    const facts = {
      bookable: list.bookable,
      cases: list.cases.length,
      reason: asked.reason,
      differs: latest === null || changes.length > 0,
    };
    const sentence = stepRefusal(asked.step, list.state, facts);
    if (sentence !== null) return { kind: "refused", sentence };
    const number = (latest?.number ?? 0) + 1;
    await DO[asked.step](tx, list, asked, { number, changes });
    const before = new Set(latest?.content.cases.map(({ entry }) => entry));
    const cases = asked.step === "publish" ? list.content.cases.map(({ entry }) => entry) : [];
    return {
      ...{ kind: "done", step: asked.step, version: asked.step === "publish" ? number : null },
      fresh: cases.filter((entry) => !before.has(entry)),
    };
  });
}

type Do = (
  tx: Tx,
  list: ListNow,
  asked: StepAsked,
  version: { number: number; changes: string[] },
) => Promise<void>;

const about = ({ held }: ListNow) => ({ organisation: held.organisation, site: held.session.site });

async function record(tx: Tx, list: ListNow, event: Omit<NewSessionEvent, "session">): Promise<void> {
  await recordSessionEvent(tx, { session: list.held.id, ...event }, about(list));
}

const DO: Record<ListStep, Do> = {
  signOff: (tx, list, { reason, onBehalfOf }) => {
    const detail = { revision: list.revision, ...(onBehalfOf ? { onBehalfOf } : {}) };
    return record(tx, list, { kind: "signedOff", reason, detail });
  },
  withdraw: (tx, list, { reason }) => record(tx, list, { kind: "signOffWithdrawn", reason }),
  // A locked session keeps its cases when the week is planned again, so planner and list say the same.
  lock: async (tx, list, { reason }) => {
    const before = list.detail?.status ?? undefined;
    await record(tx, list, { kind: "locked", reason, detail: before ? { before } : {} });
    await setSessionDetail(tx, list.held.id, { status: "locked" }, about(list));
  },
  unlock: async (tx, list, { reason }) => {
    const locked = list.events.filter(({ kind }) => kind === "locked").at(-1);
    await record(tx, list, { kind: "unlocked", reason });
    await setSessionDetail(tx, list.held.id, { status: locked?.detail.before ?? null }, about(list));
  },
  publish: async (tx, list, { reason }, { number, changes }) => {
    const version = { session: list.held.id, number, content: list.content, changes, reason };
    await insertListVersion(tx, version, about(list));
    await record(tx, list, { kind: "published", reason, detail: { version: number } });
  },
};
