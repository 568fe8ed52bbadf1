import type { DateRange, IsoDate } from "./calendar";

/** Clinical priority of a surgical procedure. Source: app/facts/priority-codes.csv. */
export const PRIORITIES = ["P1a", "P1b", "P2", "P3", "P4", "P5", "P6"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What pre-operative screening has found so far. */
export const SCREENING_OUTCOMES = ["not_screened", "awaiting", "optimising", "fit", "unfit"] as const;
export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number];

/** GA general, RA regional, LA local. */
export const ANAESTHETICS = ["GA", "RA", "LA"] as const;
export type Anaesthetic = (typeof ANAESTHETICS)[number];

export const LATERALITIES = ["left", "right", "bilateral", "none"] as const;
export type Laterality = (typeof LATERALITIES)[number];

export const CONTACT_PREFERENCES = ["text", "email", "letter", "phone"] as const;
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];

export const INTENDED_MANAGEMENT = ["inpatient", "dayCase"] as const;
export type IntendedManagement = (typeof INTENDED_MANAGEMENT)[number];

/** Who the patient is, for people and never for the solver. Empty text = not known. */
export interface PatientDetails {
  familyName: string;
  givenName: string;
  address: string;
  postcode: string;
  mobile: string;
  email: string;
  contactPreference: ContactPreference | null;
  language: string;
  interpreter: boolean | null;
  reasonableAdjustments: string;
}

/** What pre-operative assessment says; once decided in Hublist it is Hublist's, until then the file's. */
export interface Readiness {
  screening: ScreeningOutcome;
  fitFrom: IsoDate | null;
  fitUntil: IsoDate | null;
  /** true: every hub suits; a list: only these site codes; an empty list: none. */
  hubSuitable: true | string[];
}

/**
 * One patient waiting for one procedure, as the planner's waiting-list.csv describes it.
 * Dates are ISO texts, durations whole minutes, `null` = not known.
 */
export interface WaitingListEntry extends Readiness {
  /** Row of the file it came from, as a spreadsheet shows it; 0 when it came from elsewhere. */
  row: number;
  /** PATIENT_PATHWAY_IDENTIFIER; unique together with `issuer`. */
  pathwayId: string;
  /** ODS code of the organisation that issued both identifiers; empty: one organisation. */
  issuer: string;
  provider: string;
  /** LOCAL_PATIENT_IDENTIFIER, the hospital number. */
  patientId: string;
  nhsNumber: string | null;
  birthDate: IsoDate;
  gender: string;
  ethnicCategory: string;
  clockStart: IsoDate;
  rttStatus: string;
  decisionToAdmit: IsoDate;
  lastPriorityReview: IsoDate | null;
  priority: Priority;
  cancer: boolean;
  treatmentFunction: string;
  consultant: string | null;
  /** OPCS-4 without the dot, capitals. */
  procedureCode: string;
  procedureText: string;
  intendedManagement: IntendedManagement;
  asa: number | null;
  listingSite: string;
  /** Other sites the patient accepts. */
  otherSites: string[];
  screeningDate: IsoDate | null;
  tciDate: IsoDate | null;
  tciSession: string | null;
  /** Any surgeon of the specialty may operate. */
  pooled: boolean;
  /** Touch time: mean and standard deviation, in minutes (the deviation may be fractional). */
  minutes: number;
  minutesDeviation: number;
  anaesthetic: Anaesthetic;
  nights: number;
  criticalCare: boolean;
  equipment: string[];
  unavailable: DateRange[];
  shortNotice: boolean;
  offerBy: IsoDate | null;
  imdDecile: number | null;
  laterality: Laterality | null;
  orderFlags: string[];
  details: PatientDetails;
}
