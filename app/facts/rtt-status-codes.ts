import type { Confidence } from "./priority-codes";
import table from "./rtt-status-codes.json";

/** What a REFERRAL TO TREATMENT PERIOD STATUS does to the clock. */
export type ClockEffect = "START" | "CONTINUE" | "STOP" | "NOT_RTT";

export interface RttStatusCode {
  code: string;
  description: string;
  clockEffect: ClockEffect;
  status: Confidence;
  sourceNote: string;
}

export const RTT_STATUS_CODES = table.codes as readonly RttStatusCode[];
export const RTT_STATUS_CODES_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
};

const byCode = new Map(RTT_STATUS_CODES.map((row) => [row.code, row]));

/** The RTT status of a two-digit code (`20`); undefined when it is none. */
export function rttStatusCode(code: string): RttStatusCode | undefined {
  return byCode.get(code);
}
