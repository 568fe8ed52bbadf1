import { eligibility, eligibilityContext } from "~/domain/eligibility/eligibility";
import type { EligibilityContext } from "~/domain/eligibility/rule";
import { listMisfit } from "~/domain/list-fit";
import { DEFAULT_POLICY, type Policy } from "~/domain/policy";
import type { Reason } from "~/domain/reasons";
import { ResourceIndex } from "~/domain/resource-index";
import { sessionLength, turnaroundOf } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedCase, RecordedList, WeekRecord } from "~/domain/week-record";
import { pageNames } from "~/facts/sentence-names";
import type { Reader } from "~db/engine";
import { siteNames } from "~db/organisations";
import { listPolicies } from "~db/policies";
import type { Placement } from "~db/placements";
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
  record: Pick<WeekRecord, "lists" | "told">;
  sessions: readonly HeldSession[];
  standing: readonly Pick<Placement, "entry" | "session" | "override">[];
}

/**
 * Places of a plan that no longer hold, by the rules of eligibility and of the list, on what the store says now. Notice
 * counts from the day on which the plan was made.
 */
export async function noLongerHolds(
  scope: Scope,
  db: Reader,
  { run, record, sessions, standing }: CheckedPlan,
): Promise<LostPlace[]> {
  const policy = await policyOf(scope, db, run);
  const resources = await listResources(scope, db, weekSpan(run.week), run.organisation);
  const { planDate } = run.options;
  const names = pageNames(planDate, await siteNames(db));
  const context = eligibilityContext(planDate, policy, new ResourceIndex(resources), names);
  const entries = await entriesById(
    scope,
    db,
    record.lists.flatMap(({ cases }) => cases.map(({ entry }) => entry)),
  );
  const told = new Set(record.told);
  const stood = new Map(standing.map(({ entry, session, override }) => [`${entry}|${session}`, override]));
  const known = new Map(sessions.map((held) => [held.session.sessionId, held]));
  const checked: Checked = { entries, context, policy, told, stood };
  return record.lists.flatMap((list) => lostOf(list, known.get(list.sessionId), checked));
}

interface Checked {
  entries: Map<string, HeldEntry>;
  context: EligibilityContext;
  policy: Policy;
  /** Who was told a place that the plan could change: whoever moves them asks them, so no other notice is owed. */
  told: ReadonlySet<string>;
  /** Present places, `entry|session`, and what is overridden there: who stays where they are is a pin. */
  stood: ReadonlyMap<string, Reason[]>;
}

async function policyOf(scope: Scope, db: Reader, { organisation, policyNumber }: SolveRun): Promise<Policy> {
  const saved = await listPolicies(scope, db, organisation);
  return saved.find(({ number }) => number === policyNumber)?.policy ?? DEFAULT_POLICY;
}

function lostOf(
  { sessionId, cases }: RecordedList,
  held: HeldSession | undefined,
  checked: Checked,
): LostPlace[] {
  const lost = (entry: string, sentence: string) => ({ entry, sessionId, sentence });
  if (!held) return cases.map(({ entry }) => lost(entry, `Session ${sessionId} is no longer there.`));
  const single = cases.flatMap((planned) => {
    const why = whyNot(planned, held, checked);
    return why === null ? [] : [lost(planned.entry, why)];
  });
  const misfit = single.length > 0 ? null : misfitOf(cases, held.session, checked);
  return misfit === null ? single : [lost("", misfit)];
}

function whyNot(
  { entry: id, overridden }: RecordedCase,
  { id: place, session }: HeldSession,
  { entries, context, told, stood }: Checked,
): string | null {
  const held = entries.get(id);
  if (!held || held.state === "gone") return "No longer on the waiting list.";
  const stays = stood.get(`${id}|${place}`);
  const isPinned = held.entry.tciDate === session.date || overridden.length > 0 || stays !== undefined;
  const pin = isPinned ? { override: [...overridden, ...(stays ?? [])] } : null;
  const entry = told.has(id) ? { ...held.entry, shortNotice: true } : held.entry;
  const answer = eligibility(entry, session, context, pin);
  return answer.allowed ? null : answer.sentence;
}

function misfitOf(
  cases: readonly RecordedCase[],
  session: TheatreSession,
  { entries, policy, context }: Checked,
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
    misfit &&
    `The list no longer fits ${context.names.session(session)}: its times or its cases have changed.`
  );
}
