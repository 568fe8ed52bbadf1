import type { ClockTime, IsoDate } from "./calendar";
import type { Anaesthetic } from "./waiting-list";

export const SITE_TYPES = ["hub", "main"] as const;
export type SiteType = (typeof SITE_TYPES)[number];

/** open: takes cases; locked: keeps its pins only; closed and unstaffed: takes none. */
export const SESSION_STATUSES = ["open", "locked", "closed", "unstaffed"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** One theatre session, as the planner's sessions.csv describes it. */
export interface TheatreSession {
  row: number;
  sessionId: string;
  site: string;
  siteType: SiteType;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  /** Treatment functions it takes; the first sets the turnaround. Never empty. */
  treatmentFunctions: string[];
  /** Each may operate, all are occupied; empty: pooled patients only. */
  surgeons: string[];
  anaesthetics: Anaesthetic[];
  paediatric: boolean;
  status: SessionStatus;
  maxCases: number | null;
  /** Minutes taken off its length. */
  heldMinutes: number;
}

export const RESOURCE_PERIODS = ["night", "day", "am", "pm"] as const;
export type ResourcePeriod = (typeof RESOURCE_PERIODS)[number];

/** How much of something a site has on a date. `resource`: bed, critical_care, day_case_place or equipment:CODE. */
export interface SharedResource {
  row: number;
  site: string;
  date: IsoDate;
  period: ResourcePeriod;
  resource: string;
  quantity: number;
}
