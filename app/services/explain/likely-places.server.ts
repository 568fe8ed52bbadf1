import { caseMeasures, scoredSession, type ScoredSession } from "~/domain/case-points";
import { casePoints } from "~/domain/measures";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { PlainPrices } from "~solver/solution";
import { scored, type PlanContext } from "../planning/plan-context.server";
import { problemLists } from "../planning/problem-lists.server";

/** Share of what its minutes cost on a list that an entry must bring, to be asked about: prices are estimates. */
const LEAST_SHARE = 0.7;

/** Sessions that a specialty's entries might go into: a kind of session gives an entry the same points. */
interface Specialty {
  kinds: ScoredSession[];
  sessions: { session: TheatreSession; kind: number; minute: number }[];
}

/**
 * Which sessions an entry could pay for: those on which it brings about what its minutes cost at the prices of the plan.
 * Elsewhere dearer cases hold the room, whatever rule were lifted. Tens of thousands of entries are asked, so the prices
 * are looked at before the rules.
 */
export class LikelyPlaces {
  private readonly specialties = new Map<string, Specialty>();

  constructor(
    private readonly context: PlanContext,
    prices: PlainPrices,
  ) {
    problemLists(context).sessions.forEach((session, list) => {
      if (!isBookable(session)) return;
      const minute = prices.lists[list]?.minute ?? 0;
      for (const code of new Set(session.treatmentFunctions)) this.add(code, session, minute);
    });
    for (const { sessions } of this.specialties.values()) sessions.sort((a, b) => a.minute - b.minute);
  }

  /** The cheapest minutes first. */
  *of(entry: WaitingListEntry): Generator<TheatreSession> {
    const specialty = this.specialties.get(entry.treatmentFunction);
    if (!specialty) return;
    const { policy } = this.context.input;
    const scoredEntry = scored(this.context, entry);
    const worth = specialty.kinds.map(
      (kind) =>
        casePoints(caseMeasures(scoredEntry, kind, policy), policy.weights) +
        policy.weights.minutes * entry.minutes,
    );
    for (const { session, kind, minute } of specialty.sessions)
      if (worth[kind]! > LEAST_SHARE * minute * entry.minutes) yield session;
  }

  private add(code: string, session: TheatreSession, minute: number): void {
    const specialty = this.specialties.get(code) ?? { kinds: [], sessions: [] };
    this.specialties.set(code, specialty);
    const { kinds, sessions } = specialty;
    const known = kinds.findIndex(
      ({ date, siteType }) => date === session.date && siteType === session.siteType,
    );
    const kind = known >= 0 ? known : kinds.push(scoredSession(session)) - 1;
    sessions.push({ session, kind, minute });
  }
}
