import { instantText } from "~/components/date-text";
import type { IsoDate } from "~/domain/calendar";
import { endAbandonedRuns } from "~/services/solve-week-abandoned.server";
import { theQueue } from "~/services/solve-queue.server";
import { readHistory, readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import { coversSites, type Scope } from "~db/scope";
import { findRun, type SolveRun } from "~db/solve-runs";
import type { User } from "~/auth/visitor.server";
import { runStanding, type RunFacts, type RunStanding } from "./run-page";
import { actorName } from "./week-people.server";

/** The page on which a solve is watched. */
export interface RunPage {
  id: string;
  week: IsoDate;
  organisation: string;
  /** The what-if that it plans; null: the live week. */
  scenario: string | null;
  /** Who asked for it, when, and how. */
  asked: string;
  standing: RunStanding;
  /** Whether the reader may stop or cancel it. */
  mayEnd: boolean;
}

/** Loads a solve in scope; null when there is none. */
export async function runPage(user: User, scope: Scope, id: string): Promise<RunPage | null> {
  await endAbandonedRuns(store());
  const run = await findRun(scope, store().db, id);
  if (run === null) return null;
  return {
    id,
    week: run.week,
    organisation: run.organisation,
    scenario: run.scenario,
    asked: await askedWords(run),
    standing: await standingOf(scope, run),
    mayEnd: coversSites(user.scope("plan.solve"), run.sites),
  };
}

/** Where a solve in scope stands now; null when there is none. */
export async function currentStanding(scope: Scope, id: string): Promise<RunStanding | null> {
  const run = await findRun(scope, store().db, id);
  return run && standingOf(scope, run);
}

async function askedWords({ askedBy, askedAt, options, seed, policyNumber }: SolveRun): Promise<string> {
  const by = `Asked for by ${await actorName(askedBy)} on ${instantText(new Date(askedAt))}`;
  const policy = policyNumber === 0 ? "the default policy" : `policy number ${policyNumber}`;
  const steps = options.steps === null ? "" : `, ${options.steps} steps`;
  return `${by}: ${policy}, seed ${seed}${steps}.`;
}

/** A solve of this process as its queue has it; else as the store does. */
async function standingOf(scope: Scope, run: SolveRun): Promise<RunStanding> {
  const live = theQueue().look(run.id);
  const held: RunFacts = { ...run, before: 0, history: [], found: null };
  if (live) return runStanding({ ...held, ...live });
  const { db } = store();
  const found = await readWeekRecord(scope, db, run.id);
  return runStanding({ ...held, history: await readHistory(scope, db, run.id), found });
}
