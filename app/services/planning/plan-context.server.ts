import { eligibilityContext } from "~/domain/eligibility/eligibility";
import type { EligibilityContext } from "~/domain/eligibility/rule";
import { scoredEntry, type ScoredEntry } from "~/domain/case-points";
import type { ProcedureFlags } from "~/domain/day-case-hub";
import type { ListLimits } from "~/domain/list-fit";
import type { PlanInput } from "~/domain/plan-input";
import { reserveWeeks, type ReserveWeek } from "~/domain/reserve";
import { ResourceIndex } from "~/domain/resource-index";
import { sessionLength, turnaroundOf } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import { horizonOf, type Horizon } from "~/domain/urgency";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "~/facts/procedures";
import { fileNames } from "~/facts/sentence-names";

/** An input and what every step of planning asks of it, worked out once. */
export interface PlanContext {
  input: PlanInput;
  horizon: Horizon;
  resources: ResourceIndex;
  eligibility: EligibilityContext;
  reserves: ReserveWeek[];
}

/** `names`: how sentences about it name things; missing: as its files do. */
export function planContext(input: PlanInput, names = fileNames(input.planDate)): PlanContext {
  const horizon = horizonOf(input.sessions);
  const resources = new ResourceIndex(input.resources);
  const eligibility = eligibilityContext(input.planDate, input.policy, resources, names);
  return {
    input,
    horizon,
    resources,
    eligibility,
    reserves: reserveWeeks(input.sessions, input.policy, horizon),
  };
}

/** What the measures ask of an entry. */
export function scored({ input, horizon }: PlanContext, entry: WaitingListEntry): ScoredEntry {
  return scoredEntry(entry, flagsOf(entry), input.policy, horizon);
}

/** What limits the list of a session. */
export function listLimits({ input: { policy } }: PlanContext, session: TheatreSession): ListLimits {
  return {
    length: sessionLength(session),
    turnaround: turnaroundOf(session, policy),
    maxCases: session.maxCases,
    overrunProbabilityMax: policy.overrunProbabilityMax,
  };
}

const NO_FLAGS: ProcedureFlags = { bads: false, hvlc: false };

/** Day-surgery and HVLC flags of an entry's procedure; a procedure that the table lacks has neither. */
export function flagsOf({ procedureCode }: WaitingListEntry): ProcedureFlags {
  return procedureByCode(procedureCode) ?? NO_FLAGS;
}
