import type { Policy } from "../policy";
import { sessionLength, turnaroundOf } from "../session-time";
import type { TheatreSession } from "../theatre";
import { listMinutes } from "../utilisation";
import type { SiteSettings } from "../workspace-settings";

/** What stands on a list, and what it holds at most; minutes are whole. */
export interface Filling {
  /** Cases placed in it. */
  cases: number;
  /** Cases that it may hold; null: no limit. */
  maxCases: number | null;
  /** Operating means and the turnarounds between them. */
  planned: number;
  /** Minutes that may be filled. */
  length: number;
}

/** What stands on the list of a session. `means`: operating means of its cases in minutes. */
export function fillingOf(session: TheatreSession, means: readonly number[], policy: Policy): Filling {
  return {
    ...{ cases: means.length, maxCases: session.maxCases },
    planned: listMinutes(means, turnaroundOf(session, policy)).planned,
    length: Math.max(0, sessionLength(session)),
  };
}

/**
 * Whether a list counts as filled: planned to the site's share of its minutes, by however few cases, or holding as many
 * cases as it may. A list without a case never does. Source of the share: app/facts/workspace-settings.json.
 */
export function isFilled(
  { cases, maxCases, planned, length }: Filling,
  { filledPercent }: Pick<SiteSettings, "filledPercent">,
): boolean {
  if (cases === 0) return false;
  return 100 * planned >= filledPercent * length || (maxCases !== null && cases >= maxCases);
}

/** Minutes of a list that nothing is planned for; 0 where it is planned to its end or over. */
export function freeMinutes({ planned, length }: Pick<Filling, "planned" | "length">): number {
  return Math.max(0, length - planned);
}
