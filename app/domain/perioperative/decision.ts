import { said, type Assessment } from "./assess";
import type { Route } from "./risk-rule";
import type { ScreeningOutcome } from "../waiting-list";

export const DECISION_KINDS = ["confirmed", "overridden"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** How a patient was seen: the answers were read, a call, a visit, an anaesthetist or other consultant. */
export const SEEN_BY = ["read", "phone", "faceToFace", "consultant"] as const;
export type SeenBy = (typeof SEEN_BY)[number];

/** What each route asks for at least. */
const SEEN_FOR: Record<Route, SeenBy> = {
  none: "read",
  phone: "phone",
  f2f: "faceToFace",
  anaes: "consultant",
};

/** What a person decides. */
export interface Decided {
  screening: ScreeningOutcome;
  seen: SeenBy;
  /** Site codes of hubs that suit; true: every one. */
  hubs: true | readonly string[];
}

/** In what a decision goes against what the rules suggest; none: it confirms. */
export type Against =
  /** Fit with less than the rules' route. */
  | { kind: "route"; route: Route; needed: SeenBy }
  /** Fit while a rule holds dating. */
  | { kind: "gate"; rule: string; text: string }
  /** Fit though nothing that is not known was asked: safety questions. */
  | { kind: "unknown"; questions: readonly string[] }
  /** A hub that does not suit, by its limits or the rules. */
  | { kind: "hub"; site: string };

/** Gates that say that this very decision, or something outside of it, is still to come: no reason against being fit. */
const OTHER_GATES = new Set(["G01", "G02", "G05"]);

/** What the rules say against a decision. Only "fit" and a hub can be against them: everything else is more careful. */
export function against(assessment: Assessment, { screening, seen, hubs }: Decided): Against[] {
  const found: Against[] = [];
  if (screening === "fit") {
    const needed = SEEN_FOR[askedRoute(assessment)];
    const enough = SEEN_BY.indexOf(seen) >= SEEN_BY.indexOf(needed);
    if (!enough) found.push({ kind: "route", route: assessment.route, needed });
    for (const { rule, text } of said(assessment, "gate"))
      if (!OTHER_GATES.has(rule)) found.push({ kind: "gate", rule, text });
    if (assessment.unknown.length > 0 && seen === "read")
      found.push({ kind: "unknown", questions: assessment.unknown });
  }
  for (const { site, level } of assessment.hubs)
    if (level === "no" && (hubs === true || hubs.includes(site))) found.push({ kind: "hub", site });
  return found;
}

/**
 * The route that a person has to go at least: a patient who is low risk for a local anaesthetic needs no visit, where
 * well-controlled conditions alone would ask for one; a call stays a call.
 */
export function askedRoute({ route, lowRisk }: Pick<Assessment, "route" | "lowRisk">): Route {
  return lowRisk && route === "f2f" ? "phone" : route;
}

/** What a route asks for, at least. */
export const seenFor = (route: Route): SeenBy => SEEN_FOR[route];
