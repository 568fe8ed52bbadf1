import { eligibility, eligibilityContext } from "~/domain/eligibility/eligibility";
import type { EligibilityContext } from "~/domain/eligibility/rule";
import { listMisfit } from "~/domain/list-fit";
import { DEFAULT_POLICY, type Policy } from "~/domain/policy";
import { ResourceIndex } from "~/domain/resource-index";
import { sessionLength, turnaroundOf } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedCase, RecordedList, WeekRecord } from "~/domain/week-record";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import type { Reader } from "~db/engine";
import { listPolicies } from "~db/policies";
import type { Scope } from "~db/scope";
import type { SolveRun } from "~db/solve-runs";
import { listResources, weekSpan, type HeldSession } from "~db/theatre-sessions";
import { entriesById, type HeldEntry } from "~db/waiting-list";

/** A place of a plan that no longer holds, and why, in a sentence. Entry empty: the list as a whole. */
export interface LostPlace {
  entry: string;
  sessionId: string;
  sentence: string;
}

interface CheckedPlan {
  run: SolveRun;
  record: Pick<WeekRecord, "lists">;
  sessions: readonly HeldSession[];
}

/**
 * Places of a plan that no longer hold, by the rules of eligibility and of the list, on what the store says now. Notice
 * counts from the day on which the plan was made.
 */
export async function noLongerHolds(
  scope: Scope,
  db: Reader,
  { run, record, sessions }: CheckedPlan,
): Promise<LostPlace[]> {
  const policy = await policyOf(scope, db, run);
  const resources = await listResources(scope, db, weekSpan(run.week), run.organisation);
  const { planDate } = run.options;
  const context = eligibilityContext(planDate, policy, new ResourceIndex(resources), treatmentFunctionName);
  const entries = await entriesById(
    scope,
    db,
    record.lists.flatMap(({ cases }) => cases.map(({ entry }) => entry)),
  );
  const known = new Map(sessions.map(({ session }) => [session.sessionId, session]));
  return record.lists.flatMap((list) => lostOf(list, known.get(list.sessionId), entries, context, policy));
}

async function policyOf(scope: Scope, db: Reader, { organisation, policyNumber }: SolveRun): Promise<Policy> {
  const saved = await listPolicies(scope, db, organisation);
  return saved.find(({ number }) => number === policyNumber)?.policy ?? DEFAULT_POLICY;
}

function lostOf(
  { sessionId, cases }: RecordedList,
  session: TheatreSession | undefined,
  entries: Map<string, HeldEntry>,
  context: EligibilityContext,
  policy: Policy,
): LostPlace[] {
  const lost = (entry: string, sentence: string) => ({ entry, sessionId, sentence });
  if (!session) return cases.map(({ entry }) => lost(entry, `Session ${sessionId} is no longer there.`));
  const single = cases.flatMap((planned) => {
    const why = whyNot(planned, entries.get(planned.entry), session, context);
    return why === null ? [] : [lost(planned.entry, why)];
  });
  const misfit = single.length > 0 ? null : misfitOf(cases, session, entries, policy);
  return misfit === null ? single : [lost("", misfit)];
}

function whyNot(
  { overridden }: RecordedCase,
  held: HeldEntry | undefined,
  session: TheatreSession,
  context: EligibilityContext,
): string | null {
  if (!held || held.state === "gone") return "No longer on the waiting list.";
  const booked = held.entry.tciDate === session.date;
  const pin = booked || overridden.length > 0 ? { override: overridden } : null;
  const answer = eligibility(held.entry, session, context, pin);
  return answer.allowed ? null : answer.sentence;
}

function misfitOf(
  cases: readonly RecordedCase[],
  session: TheatreSession,
  entries: Map<string, HeldEntry>,
  policy: Policy,
): string | null {
  const misfit = listMisfit(
    cases.flatMap(({ entry }) => entries.get(entry)?.entry ?? []),
    {
      length: sessionLength(session),
      turnaround: turnaroundOf(session, policy),
      maxCases: session.maxCases,
      overrunProbabilityMax: policy.overrunProbabilityMax,
    },
  );
  return (
    misfit && `The list no longer fits session ${session.sessionId}: its times or its cases have changed.`
  );
}
