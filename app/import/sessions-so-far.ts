import type { TheatreSession } from "~/domain/theatre";
import type { Row } from "./row";

/** The sessions read so far, to find rows that repeat, overlap or contradict them. */
export class SessionsSoFar {
  private readonly identifiers = new Map<string, number>();
  private readonly byTheatreDay = new Map<string, TheatreSession[]>();
  private readonly sites = new Map<string, TheatreSession>();

  /** Rejects the row when an earlier one has its identifier, whether that one stands or not. */
  rejectRepeat(row: Row, { sessionId }: TheatreSession): void {
    if (sessionId === "") return;
    const earlier = this.identifiers.get(sessionId);
    if (earlier === undefined) this.identifiers.set(sessionId, row.number);
    else row.unreadable("session_id", `Row ${earlier} has this identifier`);
  }

  /** Takes up a sound session; rejects it when one that stands has its theatre at that time. */
  add(row: Row, session: TheatreSession): void {
    this.rejectOverlap(row, session);
    if (row.faults.length > 0) return;
    const site = this.sites.get(session.site) ?? session;
    this.sites.set(session.site, site);
    if (site.siteType !== session.siteType)
      row.warn("site_type", `Row ${site.row} says ${site.siteType} for the site ${session.site}.`);
  }

  /** Locked sessions keep their pins, so they hold their theatre as open ones do. */
  private rejectOverlap(row: Row, session: TheatreSession): void {
    if (session.status !== "open" && session.status !== "locked") return;
    const key = `${session.site}\n${session.theatre}\n${session.date}`;
    const others = this.byTheatreDay.get(key) ?? [];
    const other = others.find((each) => each.start < session.end && session.start < each.end);
    if (!other) this.byTheatreDay.set(key, [...others, session]);
    else
      row.fault(
        "theatre",
        `Session ${other.sessionId} (row ${other.row}) has this theatre from ${other.start} to ${other.end}: ` +
          "expected open sessions of a theatre one after the other.",
      );
  }
}
