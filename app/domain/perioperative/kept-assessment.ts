import type { Assessment, RuleTrace } from "./assess";
import { blocksLowRisk, ROUTES, RISKS, HUB_LEVELS } from "./risk-rule";
import type { Facts } from "./fact";

/** An assessment as it is kept: what fired, what is open, and why nobody was suggested as low risk; the rest did not hold. */
export interface SiteAssessment extends Assessment {
  facts: Facts;
}

/** Leaves out of an assessment the traces of rules whose conditions simply do not hold, but those of `suggesting` rules. */
export function keptAssessment(
  assessment: Assessment,
  facts: Facts,
  suggesting: ReadonlySet<string>,
): SiteAssessment {
  const keep = ({ truth, rule }: RuleTrace) => truth !== false || suggesting.has(rule);
  return { ...assessment, facts, traces: assessment.traces.filter(keep) };
}

/** What of two assessments is set side by side. */
export interface Compared extends Pick<Assessment, "route" | "risk" | "hub" | "lowRisk"> {
  /** Null: it was not read, as nothing later is set beside it. */
  concerns: Concerns | null;
}

/** What an assessment holds against a patient beyond its levels, which two findings of one level share. */
export interface Concerns {
  /** Rules that keep the patient from the low-risk result; none about the work itself. */
  rules: readonly string[];
  /** Safety questions that are not known. */
  unknown: readonly string[];
  /** Site codes of hubs that were looked at, and of those that do not suit. */
  hubs: readonly string[];
  hubsOut: readonly string[];
  /** The answers in which the patient wrote something to be read; null: in none. */
  written: string | null;
}

/** What a kept assessment on the answers of `response` holds against the patient. */
export function concernsOf(
  {
    outcomes,
    traces,
    unknown,
    hubs,
    toRead,
  }: Pick<Assessment, "outcomes" | "traces" | "unknown" | "hubs" | "toRead">,
  response: string | null,
): Concerns {
  const work = new Set(
    traces.filter(({ leaves }) => leaves.every(({ fact }) => fact.startsWith("t."))).map(({ rule }) => rule),
  );
  const blocking = outcomes.filter(
    (outcome) => blocksLowRisk({ outcomes: [outcome] }) && !work.has(outcome.rule),
  );
  return {
    rules: [...new Set(blocking.map(({ rule }) => rule))],
    unknown,
    hubs: hubs.map(({ site }) => site),
    hubsOut: hubs.filter(({ level }) => level === "no").map(({ site }) => site),
    written: toRead.length > 0 ? response : null,
  };
}

/**
 * Whether the later one is worse: a longer way, more risk, a hub less, no longer low risk; or, on the same levels, something
 * that nobody has decided about: another rule in the way, another question that is not known, another text to be read.
 */
export function isWorse(later: Compared, earlier: Compared): boolean {
  const rank = <Level>(order: readonly Level[], now: Level, then: Level) =>
    order.indexOf(now) > order.indexOf(then);
  return (
    rank(ROUTES, later.route, earlier.route) ||
    rank(RISKS, later.risk, earlier.risk) ||
    rank(HUB_LEVELS, later.hub, earlier.hub) ||
    (earlier.lowRisk && !later.lowRisk) ||
    (later.concerns !== null && earlier.concerns !== null && addsTo(later.concerns, earlier.concerns))
  );
}

function addsTo(later: Concerns, earlier: Concerns): boolean {
  const isNew = (of: "rules" | "unknown") => later[of].some((one) => !earlier[of].includes(one));
  const hubLost = later.hubsOut.some(
    (site) => earlier.hubs.includes(site) && !earlier.hubsOut.includes(site),
  );
  const toRead = later.written !== null && later.written !== earlier.written;
  return isNew("rules") || isNew("unknown") || hubLost || toRead;
}
