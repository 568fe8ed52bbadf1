import type { TheatreSession } from "../theatre";
import type { HandWeek } from "./hand-week";

/** What any change of a list asks of whoever makes it, besides the rules of its cases. */
export interface ListDemands {
  /** The list is locked: only who may open locked lists changes it. */
  locked: boolean;
  /** People rely on the list as it stands, so a change says why. */
  reason: boolean;
}

export function listDemands(week: HandWeek, session: TheatreSession): ListDemands {
  const standing = week.listOf(session);
  const locked = session.status === "locked" || (standing?.locked ?? "") !== "";
  const relied = (standing?.signedOff ?? "") !== "" || (standing?.published ?? null) !== null;
  return { locked, reason: locked || relied };
}
