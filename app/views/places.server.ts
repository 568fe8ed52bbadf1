import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import type { PlaceKind } from "~/domain/best-fit";
import { frequency } from "~/domain/figure-words";
import { scoreWords, signed } from "~/domain/hand/score-change";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { bestFit, type BestFit, type RankedPlace } from "~/services/best-fit/best-fit.server";
import { stageTwoMissing } from "~/services/shared-decision/stage-two.server";
import { gapWords } from "~/components/shared-decision/decision-words";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { earliestOffers } from "~db/earliest-offers";
import { siteNames } from "~db/organisations";
import type { Scope } from "~db/scope";
import { actorNames } from "./actor-names.server";
import { nameShown } from "./entry-words";
import { personFacts } from "./week-case";
import { peopleOf } from "./week-people.server";

/** One place that an entry might have. */
export interface PlaceLine {
  /** Id of the session, and its week with the revision that this was worked out on. */
  session: string;
  week: IsoDate;
  revision: number;
  kind: PlaceKind;
  date: IsoDate;
  start: string;
  end: string;
  theatre: string;
  site: string;
  sessionId: string;
  freeMinutes: number;
  overrun: string;
  points: string;
  /** Where the points come from, or what stands against it. */
  words: string;
  displaced: { entry: string; patient: string; link: string | null }[];
}

/** A kept earliest reasonable offer. */
export interface OfferLine {
  number: number;
  date: IsoDate | null;
  at: string;
  who: string;
}

export interface PlacesPage {
  id: string;
  organisation: string;
  name: string;
  procedure: string;
  minutes: number;
  specialty: string;
  until: IsoDate;
  /** The place that it has now, in words; empty: none. */
  has: string;
  everywhere: string;
  /** What the shared decision lacks, in words; empty: nothing. */
  beforeStageTwo: string;
  places: PlaceLine[];
  /** Sessions that do not take it, beyond those that are shown. */
  more: number;
  offers: OfferLine[];
  may: { place: boolean; offer: boolean };
}

/** Misses shown; free places and those where others make way are all shown. */
const MISSES_SHOWN = 20;

/** The ranked places of an entry in scope; null: no such entry is listed. */
export async function placesPage(user: User, scope: Scope, id: string): Promise<PlacesPage | null> {
  const day = today();
  const found = await bestFit(scope, store(), { entry: id, today: day });
  if (found === null) return null;
  const { held, place, until } = found;
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  const siteName = await siteNames(store().db);
  const shown = shownPlaces(found);
  const people = await peopleShown(user, scope, found, shown);
  const { listingSite } = held.entry;
  return {
    ...{ id, organisation: held.organisation, until, everywhere: found.everywhere },
    name: known ? nameShown(held.entry.details) || held.entry.patientId : held.entry.pathwayId,
    procedure: procedureInFull(held.entry),
    minutes: held.entry.minutes,
    specialty: treatmentFunctionName(held.entry.treatmentFunction),
    beforeStageTwo: (await decisionGaps(held)).map(gapWords).join(". "),
    has: place ? `${place.theatre}, ${siteName(place.site)}, ${place.date} at ${place.start}` : "",
    places: shown.map((one) => placeLine(one, siteName, people)),
    more: found.places.length - shown.length,
    offers: await offerLines(scope, id),
    may: {
      place: user.scope("list.change").sites.includes(listingSite),
      offer: user.scope("patient.tell").sites.includes(listingSite),
    },
  };
}

async function decisionGaps(held: BestFit["held"]) {
  const scope = { organisations: [held.organisation], sites: [held.entry.listingSite] };
  return (await stageTwoMissing(scope, store().db, [held])).get(held.id) ?? [];
}

function shownPlaces({ places }: BestFit): RankedPlace[] {
  const open = places.filter(({ kind }) => kind === "free" || kind === "displaces");
  const misses = places.filter(({ kind }) => kind === "liftable" || kind === "refused");
  return [...open, ...misses.slice(0, MISSES_SHOWN)];
}

type People = Awaited<ReturnType<typeof peopleOf>>;

async function peopleShown(user: User, scope: Scope, { held }: BestFit, places: readonly RankedPlace[]) {
  const { organisation } = held;
  const entries = places.flatMap(({ displaced, week, session }) =>
    displaced.map((entry) => ({ entry: week.idOf.get(entry) ?? "", site: session.site })),
  );
  return peopleOf(user, {
    ...{ organisation, sites: scope.sites },
    entries: [{ entry: held.id }, ...entries],
    page: `/waiting-list/${held.id}/places`,
  });
}

function placeLine(place: RankedPlace, siteName: (code: string) => string, people: People): PlaceLine {
  const { session, week, kind, points, verdict, miss } = place;
  return {
    ...{ session: place.id, week: week.week, revision: week.revision, kind },
    ...{ date: session.date, start: session.start, end: session.end, theatre: session.theatre },
    ...{ site: siteName(session.site), sessionId: session.sessionId, freeMinutes: place.freeMinutes },
    overrun: frequency(place.overrunAfter),
    points: kind === "refused" ? "" : signed(points),
    words: kind === "free" ? freeWords(verdict) : miss,
    displaced: place.displaced.map((entry) => {
      const id = week.idOf.get(entry) ?? "";
      const { patient, link } = personFacts(people.get(id), entry.pathwayId, session.date);
      return { entry: id, patient, link };
    }),
  };
}

function freeWords({ score, warnings }: RankedPlace["verdict"]): string {
  return [scoreWords(score), ...warnings.map(({ sentence }) => sentence)].join(" ");
}

async function offerLines(scope: Scope, id: string): Promise<OfferLine[]> {
  const offers = await earliestOffers(scope, store().db, id);
  const names = await actorNames(offers.map(({ by }) => by));
  return offers.map(({ number, date, at, by }) => ({ number, date, at, who: names(by) }));
}
