import type { CancellationKind } from "~/domain/operating-day/cancelling";
import table from "./cancellation-reasons.json";
import type { Confidence } from "./priority-codes";

/** A reason for which a case is cancelled, and where its words and its group come from. */
export interface CancellationReason extends CancellationKind {
  code: string;
  words: string;
  /** Whether it can usually be avoided; null: it does not say. */
  avoidable: boolean | null;
  status: Confidence;
  source: string;
}

/** The reasons in the order in which a form offers them: the hospital's, clinical ones, the patient's. */
export const CANCELLATION_REASONS = table.reasons as readonly CancellationReason[];
export const CANCELLATION_SOURCE = { what: table.what, source: table.source, confidence: table.confidence };

const byCode = new Map(CANCELLATION_REASONS.map((reason) => [reason.code, reason]));

/** A reason by its code; undefined: the table has none of that code. */
export const cancellationReason = (code: string): CancellationReason | undefined => byCode.get(code);
