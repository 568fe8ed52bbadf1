import { alreadyBooked } from "./already-booked";
import { anaesthetic } from "./anaesthetic";
import { awaitingScreening } from "./awaiting-screening";
import { hubUnsuitable } from "./hub-unsuitable";
import { locked } from "./locked";
import { noSession } from "./no-session";
import { notReady } from "./not-ready";
import { notScreened } from "./not-screened";
import { notice } from "./notice";
import { optimising } from "./optimising";
import { paediatric } from "./paediatric";
import { patientChoice } from "./patient-choice";
import { resource } from "./resource";
import type { EntryRule, PairRule } from "./rule";
import { sessionOpen } from "./session-open";
import { site } from "./site";
import { tooLong } from "./too-long";
import { unavailable } from "./unavailable";
import { unfit } from "./unfit";

/** The hard rules of one entry, in the order in which the file contract asks them. */
export const ENTRY_RULES: readonly EntryRule[] = [
  patientChoice,
  alreadyBooked,
  notScreened,
  awaitingScreening,
  unfit,
  optimising,
];

/** The hard rules of one entry in one session, asked after those of the entry. */
export const PAIR_RULES: readonly PairRule[] = [
  sessionOpen,
  noSession,
  site,
  hubUnsuitable,
  anaesthetic,
  paediatric,
  notReady,
  unavailable,
  notice,
  tooLong,
  resource,
  locked,
];
