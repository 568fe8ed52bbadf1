import { eligibility, forbiddingEntryRule } from "~/domain/eligibility/eligibility";
import type { EligibilityContext } from "~/domain/eligibility/rule";
import { REASONS, type Reason } from "~/domain/reasons";
import { inTimeOrder } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";

/** Sessions that one rule keeps an entry out of, with the rule's sentence about the first of them. */
export interface Miss {
  reason: Reason;
  sessions: number;
  sentence: string;
}

/** Where an entry may go, and what keeps it out of the rest. */
export interface EntryPlaces {
  /** Sessions of its specialty that were asked. */
  asked: number;
  /** Why it may go nowhere, whatever the session; null when only sessions decide. */
  everywhere: { reason: Reason; sentence: string } | null;
  allowed: TheatreSession[];
  /** Nearest first: the rules are asked in an order, and the further an entry got the nearer it was. */
  misses: Miss[];
}

/** Asks every session of the entry's specialty whether it may take the entry. */
export function entryPlaces(
  entry: WaitingListEntry,
  sessions: readonly TheatreSession[],
  context: EligibilityContext,
): EntryPlaces {
  const ofSpecialty = inTimeOrder(
    sessions.filter(({ treatmentFunctions }) => treatmentFunctions.includes(entry.treatmentFunction)),
  );
  const rule = forbiddingEntryRule(entry, null);
  if (rule) {
    const everywhere = { reason: rule.reason, sentence: rule.sentence(entry, context) };
    return { asked: ofSpecialty.length, everywhere, allowed: [], misses: [] };
  }
  const allowed: TheatreSession[] = [];
  const misses = new Map<Reason, Miss>();
  for (const session of ofSpecialty) {
    const answer = eligibility(entry, session, context);
    if (answer.allowed) allowed.push(session);
    else addMiss(misses, answer);
  }
  const nearestFirst = [...misses.values()].sort(
    (a, b) => REASONS.indexOf(b.reason) - REASONS.indexOf(a.reason),
  );
  return { asked: ofSpecialty.length, everywhere: null, allowed, misses: nearestFirst };
}

function addMiss(
  misses: Map<Reason, Miss>,
  { reason, sentence }: { reason: Reason; sentence: string },
): void {
  const found = misses.get(reason);
  if (found) found.sessions += 1;
  else misses.set(reason, { reason, sessions: 1, sentence });
}
