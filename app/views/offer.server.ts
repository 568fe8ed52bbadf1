import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { earliestOffer, hasRoom } from "~/domain/earliest-offer";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { earliestOffers } from "~db/earliest-offers";
import { siteNames } from "~db/organisations";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { actorNames } from "./actor-names.server";
import { nameShown } from "./entry-words";

/** The evidence of one earliest reasonable offer, and what comes of it when it is worked out again. */
export interface OfferPage {
  id: string;
  name: string;
  procedure: string;
  number: number;
  at: string;
  who: string;
  date: IsoDate | null;
  /** The date that the evidence gives now: the same, or something is wrong with it. */
  replayed: IsoDate | null;
  asOf: IsoDate;
  noticeDays: number;
  from: IsoDate;
  until: IsoDate;
  minutes: number;
  everywhere: string;
  sessions: {
    sessionId: string;
    date: IsoDate;
    start: string;
    theatre: string;
    site: string;
    cases: number;
    freeMinutes: number;
    offered: boolean;
    words: string;
  }[];
}

/** One kept offer of an entry in scope; null: there is none. */
export async function offerPage(
  user: User,
  scope: Scope,
  { entry: id, number }: { entry: string; number: number },
): Promise<OfferPage | null> {
  const { db } = store();
  const held = await findEntry(scope, db, id);
  const kept = (await earliestOffers(scope, db, id)).find((one) => one.number === number);
  if (held === null || kept === undefined) return null;
  const { seen, date, at, by } = kept;
  const siteName = await siteNames(store().db);
  const replayed = earliestOffer(seen);
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  return {
    ...{ id, number, date, at, replayed: replayed?.date ?? null },
    name: known ? nameShown(held.entry.details) || held.entry.patientId : held.entry.pathwayId,
    procedure: procedureInFull(held.entry),
    who: (await actorNames([by]))(by),
    ...{ asOf: seen.asOf, noticeDays: seen.noticeDays, from: seen.from, until: seen.until },
    ...{ minutes: seen.minutes, everywhere: seen.everywhere },
    sessions: seen.sessions.map((session) => ({
      ...{ sessionId: session.sessionId, date: session.date, start: session.start, theatre: session.theatre },
      ...{ site: siteName(session.site), cases: session.list.cases, freeMinutes: session.freeMinutes },
      offered: session.sessionId === replayed?.sessionId,
      words: session.reason === "" && hasRoom(session.list, seen) ? "Has room" : session.sentence,
    })),
  };
}
