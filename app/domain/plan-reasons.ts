import type { IsoDate } from "./calendar";
import type { Measures } from "./policy";
import type { ResourcePeriod } from "./theatre";

/** How an entry is named: unique together with its issuer, where there is one. */
export interface EntryName {
  pathwayId: string;
  issuer?: string;
}

/** One unit more of what a session or a site has. */
export type OneMore =
  | { kind: "minutes"; sessionId: string; minutes: number }
  | { kind: "case"; sessionId: string }
  | { kind: "resource"; resource: string; site: string; date: IsoDate; period: ResourcePeriod }
  | { kind: "reserve"; treatmentFunction: string; week: number; minutes: number }
  /** A second case that day for the patient of an entry, in that session. */
  | ({ kind: "secondCase"; sessionId: string } & EntryName)
  /** A session that stands empty because its surgeon is at the same time in another, `beside`. */
  | { kind: "overlap"; sessionId: string; beside: string };

/** A rule that stands alone between an entry and a session, and that people can lift. */
export const LIFTABLE_RULES = ["site", "surgeon", "notice"] as const;
export type Liftable = (typeof LIFTABLE_RULES)[number];

/** One rule lifted, for one entry in one session. */
export interface Lifted {
  kind: Liftable;
  sessionId: string;
}

/** What would give an entry a place in the finished plan, every hard rule kept. */
export interface WhatWouldChange {
  what: OneMore | Lifted;
  /** Score points that the plan would gain at least. */
  points: number;
  /** Cases that would make way. */
  displaced: number;
  /** Somebody else would gain more from the same. */
  othersFirst: boolean;
}

/** The cheapest way to place an entry in the finished plan: where, who makes way, and the change of the score. */
export interface NearestPlace<Name = EntryName> {
  sessionId: string;
  displaced: Name[];
  change: number;
}

/** A rule lifted for everybody: how many entries it alone keeps out of some session. */
export interface RuleLifted {
  kind: "rule";
  rule: Liftable;
  entries: number;
}

/** A higher limit for the probability with which every list may run over, 0 to 1. */
export interface OverrunRaised {
  kind: "overrun";
  from: number;
  to: number;
}

/** What binds a plan: one more of it, and about what that is worth in points and patients. */
export interface Bottleneck {
  what: OneMore | RuleLifted | OverrunRaised;
  /** Estimate in score points. */
  points: number;
  /** Estimate: who comes less who makes way; below 0 fewer patients, who bring more. */
  patients: number;
}

/** What half an hour more would be worth to a session, in points. */
export interface SessionPrice {
  sessionId: string;
  halfHour: number;
}

/** Why a case stands where it stands. Losses are score points of the plan, every hard rule kept. */
export interface CaseWhy<Name = EntryName> {
  /** Score points by measure; `minutes`: those of the case and one turnaround. */
  points: Measures;
  /** Without it on this list: who would come instead, and what the plan would lose. */
  instead: { entries: Name[]; loss: number };
  /** The best other sessions for it, dearest last. */
  elsewhere: { sessionId: string; loss: number; displaced: Name[] }[];
  /** Sessions that it could go into, this one included. */
  couldGo: number;
}

/** Minutes that a session, and points by the minute, are asked about. */
export const MINUTES_MORE = 30;
/** Minutes less that a reserve is asked about. */
export const RESERVE_MINUTES = 60;
/** Probability of running over that is asked about beyond the limit: five of a hundred lists more. */
export const OVERRUN_MORE = 0.05;
/** How many bottlenecks a week shows. */
export const BOTTLENECKS = 10;
