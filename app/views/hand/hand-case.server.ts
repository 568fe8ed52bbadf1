import type { Permission } from "~/facts/roles";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { candidatePlaces, judgeMoves } from "~/domain/hand/hand-verdict";
import type { HandBreak } from "~/domain/hand/hand-break";
import { handCase } from "~/services/hand/hand-case.server";
import { mayLift, type HandPermits } from "~/services/hand/hand-permits.server";
import { heldHandWeek, type HeldHandWeek } from "~/services/hand/held-week.server";
import { beforeStageTwo } from "~/services/shared-decision/stage-two.server";
import { BEFORE_STAGE_TWO } from "~/components/shared-decision/decision-words";
import { store } from "~/store.server";
import type { User } from "~/auth/visitor.server";
import { procedureInFull } from "~/facts/procedure-words";
import { stayWords, personFacts } from "../week-case";
import { peopleOf } from "../week-people.server";
import type { HandPageAsked } from "./hand-people.server";
import { outWords, staysWords } from "./hand-place.server";
import { placeInFull, RULE_WORDS, sessionWords, type PlaceInFull } from "./hand-words";

/** One case and every place that it might have: the plain twin of picking it up on the board. */
export interface HandCasePage {
  organisation: string;
  week: string;
  revision: number;
  entry: string;
  patient: string;
  link: string | null;
  /** Procedure, stay, anaesthetic, minutes, weeks waited. */
  facts: string[];
  /** Where it stands, in words; null: nowhere. */
  stands: {
    session: string;
    words: string;
    override: string[];
    why: string;
    held: boolean;
    order: number;
  } | null;
  places: CasePlace[];
  /** Places that refuse it whoever asks. */
  refused: CasePlace[];
  out: PlaceInFull | null;
  swaps: { entry: string; words: string; place: PlaceInFull }[];
  /** Rules that the reader may set aside in some place. */
  lifts: { code: string; words: string }[];
  /** Permissions that would open more places. */
  lacks: { permission: Permission; words: string }[];
  /** Why it cannot be placed in this week at all; empty: it can. */
  elsewhere: string;
  chosen: string;
  /** Only setting a rule aside is offered. */
  overriding: boolean;
  done: string;
  /** Where the case is cancelled with its reason; null: it stands nowhere, or not by this reader. */
  cancelHref: string | null;
}

/** A place that a case might have. */
export interface CasePlace extends PlaceInFull {
  session: string;
  words: string;
}

const SWAPS_SHOWN = 20;

/** Where somebody may set rules aside and open locked lists. */
export function permitsOf(user: User): HandPermits {
  return { override: user.scope("rule.override"), reopen: user.scope("lock.reopen") };
}

/**
 * Loads the page of a case in a week; null when it is not there for this reader. `overriding`: only the places where a
 * rule is set aside, for somebody who changes no lists otherwise.
 */
export async function handCasePage(
  asked: HandPageAsked,
  id: string,
  overriding = false,
): Promise<HandCasePage | null> {
  const { user, scope, organisation, week: start, search } = asked;
  const { db } = store();
  const week = await heldHandWeek(store(), { organisation, week: start, today: asked.today });
  const one = await handCase(scope, db, week, id);
  if (one === null) return null;
  const { entry } = one;
  const standing = week.hand.placeOf(entry);
  const permits = permitsOf(user);
  const candidates = candidatePlaces(week.hand, entry).filter(({ session }) =>
    scope.sites.includes(session.site),
  );
  const places = candidates.map(({ session, verdict }) => ({
    ...placeInFull(verdict),
    ...{
      session: week.idOf.get(session)!,
      words: sessionWords(week, session),
      points: verdict.score.points,
      verdict,
    },
  }));
  const open = places
    .filter(({ kind }) => !overriding || kind === "liftable")
    .filter(({ verdict }) => verdict.breaks.every((each) => mayLift(each, permits)))
    .sort((a, b) => Number(a.kind === "liftable") - Number(b.kind === "liftable") || b.points - a.points);
  const breaks = places.filter(({ kind }) => kind !== "refused").flatMap(({ verdict }) => verdict.breaks);
  const page = `/weeks/${start}/change/cases/${id}`;
  const site = standing?.session.site ?? entry.listingSite;
  const stays = staysWords(one, asked.today);
  const swaps = standing && !overriding && !one.operated ? swapsOf(week, scope.sites, id) : [];
  const people = await peopleOf(user, {
    ...{ organisation, sites: week.scope.sites, page },
    entries: [
      { entry: id, site },
      ...swaps.map(({ entry: other, session }) => ({ entry: other, site: session.site })),
    ],
  });
  const person = personFacts(people.get(id), entry.pathwayId, start);
  return {
    ...{
      organisation,
      week: start,
      revision: week.revision,
      entry: id,
      patient: person.patient,
      link: person.link,
    },
    facts: [
      ...factsOf(entry, standing ? standing.session.date : start, week),
      ...((await beforeStageTwo(db, [one.held])).has(id)
        ? [`${BEFORE_STAGE_TWO} of the shared decision`]
        : []),
    ],
    stands: standingWords(week, id),
    places: stays ? [] : open.map(shown),
    refused: places.filter(({ session }) => !open.some((each) => each.session === session)).map(shown),
    out: standing && !one.operated ? outWords(week, entry, "") : null,
    swaps: swaps.map(({ entry: other, session, place }) => ({
      entry: other,
      words: `${personFacts(people.get(other), "a patient", start).patient} in ${sessionWords(week, session)}`,
      place,
    })),
    lifts: liftsOf(breaks.filter((each) => mayLift(each, permits))),
    lacks: lacksOf(breaks.filter((each) => !mayLift(each, permits))),
    elsewhere: stays,
    chosen: search.get("to") ?? "",
    overriding,
    done: search.get("done") ?? "",
    cancelHref:
      standing && user.scope("case.cancel").sites.includes(standing.session.site)
        ? `/sessions/${week.idOf.get(standing.session)}/day/cancel/${id}`
        : null,
  };
}

function shown({
  session,
  words,
  kind,
  points,
  score,
  all,
  asks,
}: Omit<CasePlace, "points"> & { points: number }): CasePlace {
  return { session, words, kind, points: String(points), score, all, asks };
}

function factsOf(entry: WaitingListEntry, on: string, week: HeldHandWeek): string[] {
  const weeks = Math.floor((Date.parse(on) - Date.parse(entry.clockStart)) / 604_800_000);
  return [
    procedureInFull(entry),
    week.hand.facts.names.specialty(entry.treatmentFunction),
    entry.consultant === null
      ? "Any surgeon"
      : entry.pooled
        ? `${entry.consultant}, pooled`
        : entry.consultant,
    `${entry.minutes} minutes`,
    stayWords(entry),
    entry.anaesthetic,
    entry.priority + (entry.cancer ? ", cancer" : ""),
    `${weeks} weeks waited`,
    ...entry.equipment.map(week.hand.facts.names.equipment),
  ];
}

function standingWords(week: HeldHandWeek, id: string): HandCasePage["stands"] {
  const entry = week.entries.get(id)?.entry;
  const standing = entry && week.hand.placeOf(entry);
  if (!standing) return null;
  const placement = week.placements.get(id);
  const session = week.idOf.get(standing.session)!;
  return {
    session,
    words: sessionWords(week, standing.session),
    override: standing.override.map((code) => RULE_WORDS[code] ?? code),
    why: placement?.reason ?? "Booked in the patient administration system",
    held: week.holds.get(id)?.held ?? false,
    order: week.orders.get(session)?.number ?? 0,
  };
}

/** Cases of other lists that could change places with this one without a rule set aside, best for the score first. */
function swapsOf(week: HeldHandWeek, sites: readonly string[], id: string) {
  const entry = week.entries.get(id)!.entry;
  const own = week.hand.placeOf(entry)!.session;
  return week.hand.facts.standing
    .filter(({ session }) => session !== own && sites.includes(session.site))
    .flatMap(({ entry: other, session }) => {
      const verdict = judgeMoves(week.hand, [
        { entry, to: session },
        { entry: other, to: own },
      ]);
      if (verdict.breaks.length > 0) return [];
      const place = placeInFull(verdict);
      return [{ entry: week.idOf.get(other)!, session, place, points: verdict.score.points }];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, SWAPS_SHOWN);
}

function liftsOf(breaks: readonly HandBreak[]): HandCasePage["lifts"] {
  const codes = [...new Set(breaks.map(({ code }) => code))];
  return codes.map((code) => ({ code, words: RULE_WORDS[code] ?? code }));
}

function lacksOf(breaks: readonly HandBreak[]): HandCasePage["lacks"] {
  const lifts = new Set(breaks.map(({ lift }) => lift));
  return [
    ...(lifts.has("override")
      ? [
          {
            permission: "rule.override" as const,
            words: "Some rules here can be set aside, with a reason, by a person who has that permission.",
          },
        ]
      : []),
    ...(lifts.has("reopen")
      ? [
          {
            permission: "lock.reopen" as const,
            words: "A locked list can be changed by a person who may reopen it.",
          },
        ]
      : []),
  ];
}
