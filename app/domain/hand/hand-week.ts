import {
  caseMeasures,
  scoredEntry,
  scoredSession,
  type CaseMeasures,
  type ScoredEntry,
} from "../case-points";
import type { IsoDate } from "../calendar";
import type { ProcedureFlags } from "../day-case-hub";
import { eligibilityContext } from "../eligibility/eligibility";
import type { EligibilityContext, SentenceNames } from "../eligibility/rule";
import type { ListLimits } from "../list-fit";
import type { Policy } from "../policy";
import type { Reason } from "../reasons";
import { reserveWeeks, type ReserveWeek } from "../reserve";
import { ResourceIndex } from "../resource-index";
import { isBookable, sessionLength, sessionsOverlap, shareSurgeon, turnaroundOf } from "../session-time";
import type { SharedResource, TheatreSession } from "../theatre";
import { horizonOf, type Horizon } from "../urgency";
import type { WaitingListEntry } from "../waiting-list";
import type { ListStanding, PatientTold } from "./list-standing";

/** A case that stands on a list, and the rules that a person set aside for it there. */
export interface StandingCase {
  entry: WaitingListEntry;
  session: TheatreSession;
  override: readonly Reason[];
}

/** How people name what a sentence is about; the list itself is always this one. */
export type HandNames = Omit<SentenceNames, "session">;

/** What a week is changed against. */
export interface HandFacts {
  /** Today: notice counts from it. */
  planDate: IsoDate;
  /** All sessions of the week, open or not. */
  sessions: readonly TheatreSession[];
  /** What the sites share, less what other weeks' patients take of it. */
  resources: readonly SharedResource[];
  policy: Policy;
  standing: readonly StandingCase[];
  names: HandNames;
  flagsOf: (entry: WaitingListEntry) => ProcedureFlags;
  /** How a session's list stands with the people who rely on it; undefined: nothing is known. */
  listOf?: (session: TheatreSession) => ListStanding | undefined;
  /** What a patient was told last; undefined: nothing. */
  toldOf?: (entry: WaitingListEntry) => PatientTold | undefined;
  /** What the order of a list of these cases would not keep; missing: nobody asks. */
  strainsOf?: (session: TheatreSession, entries: readonly WaitingListEntry[]) => readonly OrderStrain[];
}

/** A rule of the order, or a limit of time, that a list cannot keep. */
export interface OrderStrain {
  rule: string;
  /** How much of it: cases, or changeovers beyond the fewest. */
  weight: number;
  sentence: string;
}

/** What never changes while cases move: worked out once for a week. */
interface Ground {
  facts: HandFacts;
  eligibility: EligibilityContext;
  resources: ResourceIndex;
  horizon: Horizon;
  reservesOf: Map<TheatreSession, ReserveWeek[]>;
  limits: Map<TheatreSession, ListLimits>;
  /** Bookable sessions that overlap a session and share a surgeon with it. */
  rivals: Map<TheatreSession, TheatreSession[]>;
  scored: Map<WaitingListEntry, ScoredEntry>;
  measures: Map<TheatreSession, Map<WaitingListEntry, CaseMeasures>>;
}

const NOBODY: readonly StandingCase[] = [];
const NOTHING: readonly number[] = [];

/** A week as it stands, with what every change of one place is asked against. It is never changed: `with` makes another. */
export class HandWeek {
  private readonly lists = new Map<TheatreSession, StandingCase[]>();
  private readonly places = new Map<WaitingListEntry, StandingCase>();
  /** Units taken of each limit of the resource index. */
  readonly taken: readonly number[];
  private readonly uses = new Map<TheatreSession, readonly number[]>();
  private readonly patientDays = new Map<string, StandingCase[]>();

  private constructor(private readonly ground: Ground) {
    for (const one of ground.facts.standing) {
      push(this.lists, one.session, one);
      push(this.patientDays, patientDay(one.entry, one.session), one);
      this.places.set(one.entry, one);
    }
    const taken = ground.resources.limits.map(() => 0);
    for (const [session, cases] of this.lists) {
      const use = this.useOf(session, cases);
      this.uses.set(session, use);
      for (const limit of use) taken[limit] = (taken[limit] ?? 0) + 1;
    }
    this.taken = taken;
  }

  static of(facts: HandFacts): HandWeek {
    const { sessions, policy, planDate, names } = facts;
    const resources = new ResourceIndex(facts.resources);
    const horizon = horizonOf(sessions);
    const reservesOf = new Map<TheatreSession, ReserveWeek[]>();
    for (const reserve of reserveWeeks(sessions, policy, horizon))
      for (const session of reserve.sessions) push(reservesOf, session, reserve);
    return new HandWeek({
      ...{ facts, resources, horizon, reservesOf },
      eligibility: eligibilityContext(planDate, policy, resources, { ...names, session: () => "this list" }),
      limits: new Map(sessions.map((session) => [session, limitsOf(session, policy)])),
      rivals: rivalsOf(sessions),
      scored: new Map(),
      measures: new Map(),
    });
  }

  /** The same week with other cases on its lists. */
  with(standing: readonly StandingCase[]): HandWeek {
    return new HandWeek({ ...this.ground, facts: { ...this.ground.facts, standing } });
  }

  get facts(): HandFacts {
    return this.ground.facts;
  }

  get horizon(): Horizon {
    return this.ground.horizon;
  }

  get eligibility(): EligibilityContext {
    return this.ground.eligibility;
  }

  get resources(): ResourceIndex {
    return this.ground.resources;
  }

  /** Sessions that take cases, in the order of the facts. */
  get bookable(): TheatreSession[] {
    return this.facts.sessions.filter(isBookable);
  }

  casesOf(session: TheatreSession): readonly StandingCase[] {
    return this.lists.get(session) ?? NOBODY;
  }

  placeOf(entry: WaitingListEntry): StandingCase | undefined {
    return this.places.get(entry);
  }

  limitsOf(session: TheatreSession): ListLimits {
    return this.ground.limits.get(session)!;
  }

  rivalsOf(session: TheatreSession): readonly TheatreSession[] {
    return this.ground.rivals.get(session) ?? [];
  }

  reservesOf(session: TheatreSession): readonly ReserveWeek[] {
    return this.ground.reservesOf.get(session) ?? [];
  }

  /** Cases of the entry's patient on the session's date. */
  samePatient(entry: WaitingListEntry, session: TheatreSession): readonly StandingCase[] {
    return this.patientDays.get(patientDay(entry, session)) ?? NOBODY;
  }

  listOf(session: TheatreSession): ListStanding | undefined {
    return this.facts.listOf?.(session);
  }

  /** The limits of which the list of a session takes a unit as it stands, each as often as it takes one. */
  standingUse(session: TheatreSession): readonly number[] {
    return this.uses.get(session) ?? NOTHING;
  }

  /** The same of a list of these cases. */
  useOf(session: TheatreSession, cases: readonly Pick<StandingCase, "entry">[]): readonly number[] {
    const { resources } = this.ground;
    if (resources.limits.length === 0) return NOTHING;
    const use: number[] = [];
    const codes = new Set<string>();
    for (const { entry } of cases) {
      use.push(...resources.caseUse(entry, session));
      for (const code of entry.equipment) codes.add(code);
    }
    for (const code of codes) use.push(...resources.equipmentUse(code, session));
    return use;
  }

  /** What the entry brings to the measures in the session, but for its minutes. */
  measuresOf(entry: WaitingListEntry, session: TheatreSession): CaseMeasures {
    const { facts, horizon, scored, measures } = this.ground;
    const { policy } = facts;
    let known = scored.get(entry);
    if (!known) {
      known = scoredEntry(entry, facts.flagsOf(entry), policy, horizon);
      scored.set(entry, known);
    }
    let ofSession = measures.get(session);
    if (!ofSession) measures.set(session, (ofSession = new Map()));
    let found = ofSession.get(entry);
    if (!found) ofSession.set(entry, (found = caseMeasures(known, scoredSession(session), policy)));
    return found;
  }
}

function limitsOf(session: TheatreSession, policy: Policy): ListLimits {
  return {
    length: sessionLength(session),
    turnaround: turnaroundOf(session, policy),
    maxCases: session.maxCases,
    overrunProbabilityMax: policy.overrunProbabilityMax,
  };
}

function rivalsOf(sessions: readonly TheatreSession[]): Ground["rivals"] {
  const bookable = sessions.filter(isBookable);
  return new Map(
    bookable.map((session) => [
      session,
      bookable.filter(
        (other) => other !== session && sessionsOverlap(session, other) && shareSurgeon(session, other),
      ),
    ]),
  );
}

/** Hospital numbers are unique per issuing organisation. */
function patientDay({ issuer, patientId }: WaitingListEntry, { date }: TheatreSession): string {
  return `${issuer}|${patientId}|${date}`;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
