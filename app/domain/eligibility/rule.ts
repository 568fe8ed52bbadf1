import type { IsoDate } from "../calendar";
import type { Reason } from "../reasons";
import type { ResourceIndex } from "../resource-index";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";

/** What eligibility depends on besides the entry and the session. */
export interface EligibilityContext {
  planDate: IsoDate;
  noticeDays: number;
  /** The first date that gives the patient enough notice: plan date plus notice days. */
  noticeDate: IsoDate;
  resources: ResourceIndex;
  /** How sentences name what they are about. */
  names: SentenceNames;
}

/** How a reader names things: a page by theatre, day and name, plan.json by the codes of its files. */
export interface SentenceNames {
  /** With its day: `session S00012 on 5 December`. */
  session: (session: TheatreSession) => string;
  site: (code: string) => string;
  specialty: (code: string) => string;
  /** A set of equipment, `C-arm`. */
  equipment: (code: string) => string;
}

/**
 * What lifts a rule: `override`, a pin that names the reason; `pin`, any pin, because who decided to keep the case
 * has agreed its date; `never`, nothing.
 */
export type LiftedBy = "override" | "pin" | "never";

/** A rule of the entry alone: it keeps the entry out of every session. */
export interface EntryRule {
  reason: Reason;
  liftedBy: LiftedBy;
  forbids(entry: WaitingListEntry): boolean;
  /** Why, in plain words with the values; asked only where the rule forbids. */
  sentence(entry: WaitingListEntry, context: EligibilityContext): string;
}

/** A rule of one entry in one session. */
export interface PairRule {
  reason: Reason;
  liftedBy: LiftedBy;
  forbids(entry: WaitingListEntry, session: TheatreSession, context: EligibilityContext): boolean;
  /** Why, in plain words with the values; asked only where the rule forbids. */
  sentence(entry: WaitingListEntry, session: TheatreSession, context: EligibilityContext): string;
}

/** Names in a sentence: `A`, `A or B`, `A, B or C`. */
export function anyOf(values: readonly string[]): string {
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
