import type { IsoDate } from "~/domain/calendar";
import { number, percent } from "~/domain/figure-words";
import { gapPercent } from "~/domain/gap-words";
import { changeWords } from "~/domain/scenario-words";
import { shareOf } from "~/domain/utilisation";
import { endAbandonedRuns } from "~/services/solve-week-abandoned.server";
import { readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import { findScenario, listScenarios, scenarioRuns, type Scenario } from "~db/scenarios";
import { coversSites, type Scope } from "~db/scope";
import type { SolveRun } from "~db/solve-runs";
import type { User } from "~/auth/visitor.server";
import { sideChoices, type SideChoice } from "./plan-sides.server";
import { actorName } from "./week-people.server";
import { isOpen, weekState, type HeldWeekState } from "./week-state.server";
import { scenarioNames } from "./what-if-form.server";

/** A what-if as a list and its own page show it. */
export interface WhatIfShown {
  id: string;
  name: string;
  changes: string[];
  madeBy: string;
  madeAt: string;
  /** The live week has been changed so often since it was made. */
  behind: number;
  closed: boolean;
  /** The last solve of it: where it stands, in words, and whether it is still under way. */
  run: { id: string; open: boolean; words: string } | null;
  /** Figures of its last plan; null: it has none yet. */
  plan: WhatIfFigures | null;
}

export interface WhatIfFigures {
  run: string;
  score: string;
  gap: string;
  cases: string;
  dayCases: string;
  touch: string;
  urgent: string;
  longWaits: string;
}

export interface WhatIfsPage {
  organisation: string;
  week: IsoDate;
  rows: WhatIfShown[];
  choices: SideChoice[];
  mayPlan: boolean;
}

/** The what-ifs of a week with their figures. */
export async function whatIfsPage(
  user: User,
  scope: Scope,
  { organisation, week }: { organisation: string; week: IsoDate },
): Promise<WhatIfsPage> {
  await endAbandonedRuns(store());
  const state = await weekState(scope, store().db, organisation, week);
  const found = await listScenarios(scope, store().db, organisation, week);
  const rows: WhatIfShown[] = [];
  for (const one of found) rows.push(await whatIfShown(scope, state, one));
  const mayPlan = user.may("plan.solve");
  return { organisation, week, rows, choices: await sideChoices(scope, state), mayPlan };
}

export interface WhatIfPage {
  organisation: string;
  week: IsoDate;
  shown: WhatIfShown;
  /** Whether there is a plan of the live week to compare it with. */
  hasProposal: boolean;
  mayPlan: boolean;
}

/** One what-if in scope; null: there is none. */
export async function whatIfPage(user: User, scope: Scope, id: string): Promise<WhatIfPage | null> {
  await endAbandonedRuns(store());
  const found = await findScenario(scope, store().db, id);
  if (found === null) return null;
  const { organisation, week } = found;
  const state = await weekState(scope, store().db, organisation, week);
  return {
    ...{ organisation, week, shown: await whatIfShown(scope, state, found) },
    hasProposal: state.plan !== null,
    mayPlan: coversSites(
      user.scope("plan.solve"),
      state.sessions.map(({ session }) => session.site),
    ),
  };
}

async function whatIfShown(scope: Scope, state: HeldWeekState, found: Scenario): Promise<WhatIfShown> {
  const names = await scenarioNames(state.sessions.map(({ session }) => session));
  const runs = await scenarioRuns(scope, store().db, found.id);
  const planned = runs.find(({ state: of }) => of === "done" || of === "stopped");
  return {
    ...{ id: found.id, name: found.name, closed: found.closedAt !== null, madeAt: found.madeAt },
    changes: found.changes.map((change) => changeWords(change, names)),
    madeBy: await actorName(found.madeBy),
    behind: state.revision - found.revision,
    run: runs[0] ? { id: runs[0].id, open: isOpen(runs[0]), words: runWords(runs[0]) } : null,
    plan: planned ? await figuresOf(scope, planned) : null,
  };
}

const RUN_WORDS: Record<SolveRun["state"], string> = {
  queued: "Waiting for its turn",
  running: "Being planned",
  done: "Planned",
  stopped: "Stopped; the best plan was kept",
  failed: "No plan",
  killed: "Cancelled",
};

function runWords({ state, message }: SolveRun): string {
  return state === "failed" ? `${RUN_WORDS[state]}. ${message}` : RUN_WORDS[state];
}

async function figuresOf(scope: Scope, run: SolveRun): Promise<WhatIfFigures | null> {
  const record = await readWeekRecord(scope, store().db, run.id);
  if (record === null) return null;
  const { score, gap, figures } = record;
  const { cases, dayCases, touchMinutes, lengthMinutes, urgentDue, longWaits } = figures;
  return {
    run: run.id,
    score: number(score),
    gap: gapPercent(gap),
    cases: number(cases),
    dayCases: cases > 0 ? percent(shareOf(dayCases, cases)) : "None",
    touch: lengthMinutes > 0 ? percent(shareOf(touchMinutes, lengthMinutes)) : "None",
    urgent: `${number(urgentDue.placed)} of ${number(urgentDue.of)}`,
    longWaits: `${number(longWaits[0]!.placed)} of ${number(longWaits[0]!.of)}`,
  };
}
