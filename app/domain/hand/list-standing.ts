import type { IsoDate } from "../calendar";

/** How a list stands with the people who rely on it; each part changes what a change of it asks. */
export interface ListStanding {
  /** Signed off, by whom and when in words; empty: not. */
  signedOff: string;
  /** Locked, by whom and when in words; empty: not. */
  locked: string;
  /** Number of its published version; null: not published. */
  published: number | null;
  /** Equipment that the session is set up with; empty: nobody has said. */
  equipment: readonly string[];
  /** Codes of surgeons and the anaesthetist who are on leave that day. */
  away: readonly string[];
  /** Codes of its surgeons among them. */
  surgeonsAway: readonly string[];
}

/** What a patient was told last about a date of surgery. */
export interface PatientTold {
  date: IsoDate;
  accepted: boolean;
}
