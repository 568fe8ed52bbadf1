/** What a file says nothing of because it lacks the column: what is held of it stays. */
export interface LeftOut {
  /** Columns that do not count: those that the file lacks, and those that mean nothing without one of them. */
  columns: string[];
  /** The properties of a waiting-list entry or a session that they would fill; a patient's as `details.mobile`. */
  properties: string[];
}

export const NOTHING_LEFT_OUT: LeftOut = { columns: [], properties: [] };
