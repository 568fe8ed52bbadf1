import type { ProcedureFlags } from "./day-case-hub";
import type { Policy } from "./policy";
import { weeksWaited } from "./rtt-clock";
import { spokenDate } from "./spoken-date";
import { targets, type Target } from "./targets";
import type { TheatreSession } from "./theatre";
import { urgencyOf, urgentClassOn, type Horizon, type UrgentClass } from "./urgency";
import type { WaitingListEntry } from "./waiting-list";

/** What a sentence about a placement is told from, besides the entry and its session. */
export interface BecauseContext {
  planDate: string;
  policy: Policy;
  horizon: Horizon;
}

/**
 * Why a case is on its list, in the terms of the score: `P2, due by 12 December; waited 54 weeks; day case in a hub`.
 * @param pinned how it came to be kept there, when it is a pin
 */
export function because(
  entry: WaitingListEntry,
  session: TheatreSession,
  procedure: ProcedureFlags,
  context: BecauseContext,
  pinned?: "booked" | "pinned",
): string {
  const terms = [
    pinned ? `${pinned} here` : "",
    urgentTerm(entry, session, context),
    waitedTerm(weeksWaited(entry.clockStart, session.date)),
    dayCaseHubTerm(entry, session, procedure),
  ];
  const text = terms.filter(Boolean).join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function waitedTerm(weeks: number): string {
  return weeks === 1 ? "waited 1 week" : `waited ${weeks} weeks`;
}

function urgentTerm(entry: WaitingListEntry, session: TheatreSession, context: BecauseContext): string {
  const { policy, horizon } = context;
  const urgentClass = urgentClassOn(urgencyOf(entry, policy, horizon), session.date);
  if (urgentClass === null) return "";
  if (urgentClass === "P1") return `${entry.priority}, urgent`;
  const target = targets(entry, policy).find(({ kind }) => (kind === "P3") === (urgentClass === "P3due"));
  return target ? `${NAMES[target.kind]}, ${dueWords(target, urgentClass, session, context)}` : "";
}

const NAMES: Record<Target["kind"], string> = {
  P1a: "P1a",
  P1b: "P1b",
  P2: "P2",
  P3: "P3",
  cancer: "cancer pathway",
  offer: "promised a date",
};

function dueWords(
  { date }: Target,
  urgentClass: UrgentClass,
  session: TheatreSession,
  { planDate }: BecauseContext,
): string {
  const day = spokenDate(date, planDate);
  if (urgentClass === "notYetDue") return `not due until ${day}`;
  return date < session.date ? `was due by ${day}` : `due by ${day}`;
}

function dayCaseHubTerm(
  { nights }: WaitingListEntry,
  { siteType }: TheatreSession,
  { bads, hvlc }: ProcedureFlags,
): string {
  const dayCase = bads && nights === 0;
  const hub = hvlc && siteType === "hub";
  if (dayCase) return hub ? "day case in a hub" : "day case";
  return hub ? "hub procedure in a hub" : "";
}
