import { Random } from "~/demo/random";
import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { SessionIndex } from "~/domain/eligibility/session-index";
import { afterMoves } from "~/domain/hand/hand-change";
import { judgeMoves } from "~/domain/hand/hand-verdict";
import { STAFF_PARTS } from "~/domain/session-event";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { weeksWaited } from "~/domain/rtt-clock";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertListVersion } from "~db/list-versions";
import { insertNotice } from "~db/patient-notices";
import { recordPlacements } from "~db/record-placements";
import type { Scope } from "~db/scope";
import { recordSessionEvents, type NewSessionEvent } from "~db/session-events";
import type { Store } from "~db/store";
import { entriesForPlanning, type HeldEntry } from "~db/waiting-list";
import { heldHandWeek } from "./hand/held-week.server";
import { listsNow, type ListNow } from "./lists/list-now.server";
import { generate } from "./schedule/generate-sessions.server";

interface WeeksBefore {
  organisation: string;
  sites: readonly string[];
  /** Today, and the Monday of the first week that is planned. */
  today: IsoDate;
  firstDay: IsoDate;
}

/** Of the lists that are due, so many have come as far as they should; the others are late. */
const IN_TIME = 0.9;
/** Cases a list at most; what keeps lists from it is their minutes, as a rule. */
const CASES = 12;
/** When these lists were planned: early enough for everybody's notice. */
const PLANNED_DAYS_AHEAD = 42;

/**
 * Gives a demo the lists between today and its first planned week as they would stand: filled, staffed, signed off,
 * published, told and locked by their dates but for a few, so that the boards of the coming weeks and of the day have
 * something to show. Whom they take are patients of middling waits; the others are left to be planned.
 */
export async function loadWeeksBefore(store: Store, actor: Actor, demo: WeeksBefore): Promise<number> {
  const { organisation, sites, today, firstDay } = demo;
  const scope: Scope = { organisations: [organisation], sites: [...sites] };
  return store.commit(actor, "demo.weeks-before", async (tx) => {
    const span = { from: today, to: addDays(firstDay, -1) };
    const { made } = await generate(scope, store, actor, { organisation, span });
    const random = new Random(1, "weeks before");
    const waiting = inAnyOrder(await entriesForPlanning(scope, tx.db, organisation), today, random);
    for (let week = mondayOf(today); week < firstDay; week = addDays(week, 7)) {
      await fillWeek(store, actor, scope, { organisation, week, today }, waiting);
      const lists = await listsNow(scope, tx.db, { organisation, week, today });
      for (const list of lists) await bringForward(tx, list, today, random);
    }
    return made;
  });
}

/** Those who wait neither short nor long and have no date, shuffled. */
function inAnyOrder(entries: readonly HeldEntry[], today: IsoDate, random: Random): HeldEntry[] {
  return entries
    .filter(({ entry }) => {
      const weeks = weeksWaited(entry.clockStart, today);
      return entry.screening === "fit" && entry.tciDate === null && weeks >= 12 && weeks < 40;
    })
    .map((held) => ({ held, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ held }) => held);
}

/** Fills a week's lists, each patient into the first list that takes the case; who is placed waits no longer. */
async function fillWeek(
  store: Store,
  actor: Actor,
  scope: Scope,
  { organisation, week, today }: { organisation: string; week: IsoDate; today: IsoDate },
  waiting: HeldEntry[],
): Promise<void> {
  const held = await heldHandWeek(store, { organisation, week, today: addDays(week, -PLANNED_DAYS_AHEAD) });
  const index = new SessionIndex(held.hand.bookable);
  const changes: { entry: string; session: string; reason: string; override: [] }[] = [];
  let filled = held.hand;
  for (const one of [...waiting]) {
    const places = index.places(one.entry, filled.eligibility);
    const to = (places.kind === "allowed" ? places.sessions : []).find(
      (session) =>
        filled.casesOf(session).length < CASES &&
        judgeMoves(filled, [{ entry: one.entry, to: session }]).breaks.length === 0,
    );
    if (!to) continue;
    filled = afterMoves(filled, [{ entry: one.entry, to }]);
    changes.push({ entry: one.id, session: held.idOf.get(to)!, reason: "Accepted plan", override: [] });
    waiting.splice(waiting.indexOf(one), 1);
  }
  const wanted = { organisation, week, baseRevision: 0, run: null, today, changes };
  const outcome = await recordPlacements(scope, store, actor, wanted);
  if (outcome.kind !== "recorded") throw new Error(`The demo's week ${week} was not filled: ${outcome.kind}`);
}

/** Takes a list as far as its date asks, by the usual settings; one in ten stays a step behind. */
async function bringForward(tx: Tx, list: ListNow, today: IsoDate, random: Random): Promise<void> {
  const { id: session, organisation } = list.held;
  const { date, site } = list.held.session;
  const about = { organisation, site };
  const { signedOffWeeks, toldWeeks, lockedWeeks } = DEFAULT_SETTINGS.all;
  const isDue = (weeks: number) => date <= addDays(today, 7 * weeks) && random.chance(IN_TIME);
  const events: NewSessionEvent[] = STAFF_PARTS.map((part) => ({
    ...{ session, kind: "staffed", detail: { part, answer: "yes" } },
  }));
  if (list.cases.length > 0 && isDue(signedOffWeeks)) {
    events.push({ session, kind: "signedOff", detail: { revision: list.revision } });
    events.push({ session, kind: "published", detail: { version: 1 } });
    const version = { session, number: 1, content: list.content, changes: [], reason: "" };
    await insertListVersion(tx, version, about);
    if (isDue(toldWeeks)) {
      events.push({ session, kind: "patientsTold" });
      const told = { session, kind: "told", channel: "letter", date, note: "" } as const;
      for (const { entry } of list.content.cases) await insertNotice(tx, { ...told, entry }, about);
      if (isDue(lockedWeeks)) events.push({ session, kind: "locked" });
    }
  }
  await recordSessionEvents(tx, events, about);
}
