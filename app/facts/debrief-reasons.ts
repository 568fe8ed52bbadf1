import table from "./debrief-reasons.json";

/** What a debrief asks a reason for. */
export type DebriefQuestion = "lateStart" | "gap" | "earlyFinish";

export interface DebriefReason {
  code: string;
  words: string;
}

/** The reasons that a debrief offers. */
export const DEBRIEF_REASONS: Record<DebriefQuestion, readonly DebriefReason[]> = table;
export const DEBRIEF_SOURCE = { source: table.source, confidence: table.confidence };

/** Words of a reason; the code itself where the table no longer has it. */
export function debriefReason(question: DebriefQuestion, code: string): string {
  return DEBRIEF_REASONS[question].find((reason) => reason.code === code)?.words ?? code;
}
