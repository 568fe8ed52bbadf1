import { addDays, type IsoDate } from "~/domain/calendar";
import {
  earliestOffer,
  freeMinutes,
  type ListSeen,
  type OfferSeen,
  type SessionSeen,
} from "~/domain/earliest-offer";
import { forbiddingEntryRule } from "~/domain/eligibility/eligibility";
import type { BreakCode } from "~/domain/hand/hand-break";
import { judgeMoves } from "~/domain/hand/hand-verdict";
import type { HandWeek } from "~/domain/hand/hand-week";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { settingsAt } from "~/domain/workspace-settings";
import type { Actor } from "~db/actor";
import { recordEarliestOffer } from "~db/earliest-offers";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { WEEKS_AHEAD, weeksAhead, type OpenWeek } from "./weeks-ahead.server";

/** For whom the earliest reasonable offer is worked out, and on which day. */
export interface OffersAsked {
  organisation: string;
  /** Ids. */
  entries: readonly string[];
  today: IsoDate;
}

/** What was kept for an entry: the date that it could have been offered, null when there was none. */
export interface OfferKept {
  entry: string;
  date: IsoDate | null;
}

/**
 * Works out the earliest reasonable offer of entries in scope, on the lists as they stand without each entry's own place,
 * and keeps it with what was seen. To be called when a patient is offered a date, when lists are published, and on demand.
 */
export async function keepEarliestOffers(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: OffersAsked,
): Promise<OfferKept[]> {
  const held = await entriesById(scope, store.db, [...asked.entries]);
  const found = await offersSeen(scope, store, [...held.values()], asked);
  return store.commit(actor, "offer.keep", async (tx) => {
    const kept: OfferKept[] = [];
    for (const { entry, seen, sessionIds } of found) {
      const offer = earliestOffer(seen);
      const date = offer?.date ?? null;
      const session = offer ? (sessionIds.get(offer.sessionId) ?? null) : null;
      const about = { organisation: entry.organisation, site: entry.entry.listingSite };
      await recordEarliestOffer(tx, { entry: entry.id, date, session, seen }, about);
      kept.push({ entry: entry.id, date });
    }
    return kept;
  });
}

interface Found {
  entry: HeldEntry;
  seen: OfferSeen;
  /** Ids of the sessions by the identifiers of the organisation. */
  sessionIds: Map<string, string>;
}

async function offersSeen(
  scope: Scope,
  store: Store,
  entries: readonly HeldEntry[],
  { organisation, today }: OffersAsked,
): Promise<Found[]> {
  const { settings } = await currentSettings(scope, store.db, organisation);
  const notices = new Map(
    entries.map(({ entry }) => [entry.listingSite, settingsAt(settings, entry.listingSite).noticeDays]),
  );
  const found: Found[] = [];
  for (const noticeDays of new Set(notices.values())) {
    const from = addDays(today, noticeDays);
    const weeks = await weeksAhead(store, { organisation, today, from, weeks: WEEKS_AHEAD });
    const sessionIds = new Map(
      weeks.flatMap(({ held }) =>
        [...held.sessions].map(([id, { session }]) => [session.sessionId, id] as const),
      ),
    );
    for (const entry of entries) {
      if (notices.get(entry.entry.listingSite) !== noticeDays) continue;
      found.push({ entry, sessionIds, seen: offerSeen(entry, weeks, { today, noticeDays, from }) });
    }
  }
  return found;
}

interface Asked {
  today: IsoDate;
  noticeDays: number;
  from: IsoDate;
}

/** What there was to offer an entry from the first day with notice on. */
export function offerSeen(
  { id, entry }: HeldEntry,
  weeks: readonly OpenWeek[],
  { today, noticeDays, from }: Asked,
): OfferSeen {
  // A date that it has already is no reason against another one.
  const free = { ...entry, tciDate: null, tciSession: null };
  const until = addDays(from, 7 * WEEKS_AHEAD);
  const rule = forbiddingEntryRule(free, null);
  const context = weeks[0]?.held.hand.eligibility;
  const sessions = weeks.flatMap(({ held }) => {
    const own = held.entries.get(id)?.entry;
    const week = own
      ? held.hand.with(held.hand.facts.standing.filter((one) => one.entry !== own))
      : held.hand;
    return week.facts.sessions
      .filter(
        ({ date, treatmentFunctions }) =>
          date >= from && date < until && treatmentFunctions.includes(free.treatmentFunction),
      )
      .map((session) => sessionSeen(week, free, session));
  });
  return {
    ...{ asOf: today, noticeDays, weeks: WEEKS_AHEAD, from, until: addDays(until, -1) },
    ...{ minutes: entry.minutes, minutesDeviation: entry.minutesDeviation },
    overrunProbabilityMax: weeks[0]?.held.hand.facts.policy.overrunProbabilityMax ?? 0,
    everywhere: rule && context ? rule.sentence(free, context) : "",
    sessions,
  };
}

/** Rules that the evidence answers by itself: the room of the list, and the notice. */
const REPLAYED: readonly BreakCode[] = ["max_cases", "minutes", "overrun", "notice"];

function sessionSeen(week: HandWeek, entry: WaitingListEntry, session: TheatreSession): SessionSeen {
  const { breaks } = judgeMoves(week, [{ entry, to: session }]);
  const rule = breaks.find(({ code }) => !REPLAYED.includes(code));
  const list = listSeen(week, session);
  const { sessionId, date, start, theatre, site } = session;
  return {
    ...{ sessionId, date, start, theatre, site, list, freeMinutes: freeMinutes(list) },
    reason: rule?.code ?? "",
    sentence: (rule ?? breaks.find(({ code }) => code !== "notice"))?.sentence ?? "",
  };
}

function listSeen(week: HandWeek, session: TheatreSession): ListSeen {
  const { length, turnaround, maxCases } = week.limitsOf(session);
  const cases = week.casesOf(session);
  return {
    cases: cases.length,
    mean: cases.reduce((sum, { entry }) => sum + entry.minutes, 0),
    variance: cases.reduce((sum, { entry }) => sum + entry.minutesDeviation * entry.minutesDeviation, 0),
    ...{ length, turnaround, maxCases },
  };
}
