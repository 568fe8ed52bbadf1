import table from "./rtt-admitted-2025-09.json";

/** Admissions of one provider in September 2025. */
export interface AdmittedPathways {
  name: string;
  /** Commissioning region. */
  region: string;
  /** By treatment function: element k is the number admitted after more than k and up to k + 1 weeks. */
  admittedByWeeksWaited: Record<string, number[]>;
}

/** Weeks in the month that the table counts. */
export const WEEKS_COUNTED = 30 / 7;

export const RTT_ADMITTED = table.providers as Readonly<Record<string, AdmittedPathways>>;
export const RTT_ADMITTED_SOURCE = { what: table.what, sources: table.sources, confidence: table.confidence };
