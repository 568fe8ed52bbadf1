import type { HandBreak } from "~/domain/hand/hand-break";
import type { TheatreSession } from "~/domain/theatre";
import type { Scope } from "~db/scope";

/** Where somebody may set rules aside for one patient, and open lists that are locked. */
export interface HandPermits {
  override: Scope;
  reopen: Scope;
}

/** The permission that setting a rule aside asks beside changing lists. */
export const LIFT_PERMISSION = { override: "rule.override", reopen: "lock.reopen" } as const;

/** Whether somebody may set a broken rule aside. */
export function mayLift({ lift, session }: HandBreak, permits: HandPermits): boolean {
  if (lift === "reason") return true;
  if (lift === "never") return false;
  return permits[lift].sites.includes(session.site);
}

/** Whether somebody may change a locked list of this session. */
export function mayReopen(session: TheatreSession, permits: HandPermits): boolean {
  return permits.reopen.sites.includes(session.site);
}
