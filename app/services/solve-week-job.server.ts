import type { Fault } from "~/domain/fault";
import type { PlannedList } from "~/domain/plan";
import type { PlanInput } from "~/domain/plan-input";
import { horizonOf } from "~/domain/urgency";
import {
  PRICES_FILE,
  RECORD_FILE,
  WHY_FILE,
  type PlannerFile,
  type RecordedList,
  type RecordedWhy,
  type WeekRecord,
} from "~/domain/week-record";
import { pageNames } from "~/facts/sentence-names";
import { planJson } from "~/export/plan";
import { readPlanFiles } from "~/import/plan-files";
import type { Progress } from "~solver/solution";
import type { HeldEntry } from "~db/waiting-list";
import type { PlanReasons } from "./explain-plan.server";
import { makePlan, type PlanOutcome } from "./make-plan.server";
import { weekFiles, type HeldWeek, type WeekFiles } from "./solve-week-files.server";
import type { WeekOutcome } from "./solve-week-result.server";
import type { PlannedEntry } from "./planning/held-back.server";
import { unplacedFiles } from "./solve-week-unplaced.server";
import type { WeekWork } from "./solve-week-worker.server";

/** How a week is planned, and by whom it may be ended. */
export interface JobRun extends Pick<
  WeekWork,
  "planDate" | "seed" | "steps" | "timeLimit" | "workers" | "movePrice"
> {
  /** The solver's worker: build/node/solver-worker.js, or solver/worker.ts in development and tests. */
  solver: URL | string;
  stop: AbortSignal;
  told: (progress: Progress) => void;
}

/**
 * Plans a week from what the store holds: writes the planner's files, reads them back with the planner's own readers
 * and plans with the planner's own use case, so that the command line makes the same plan of the same files.
 */
export async function planHeldWeek(held: HeldWeek, run: JobRun): Promise<WeekOutcome> {
  const written = weekFiles(held);
  const read = readBack(written, run);
  if (read.kind === "refused") return read;
  const { planDate: _planDate, solver, stop, told, ...options } = run;
  const outcome = await makePlan(read.input, { ...options, worker: solver, stop, onProgress: told });
  if (outcome.kind !== "planned") return outcome;
  const { plan, comparison, solved } = outcome;
  const { endedBy, options: taken, prices } = solved;
  const { record, files } = recordOf(held, written, read.input, outcome);
  const { score, bound, gap, measures } = plan;
  return {
    kind: "planned",
    planned: {
      endedEarly: endedBy === "stop" || endedBy === "time",
      ...{ score, bound, gap, measures },
      handRule: { score: comparison.handRule.score, measures: comparison.handRule.measures },
      files: bytesOf({
        ...written.files,
        "plan.json": planJson(plan),
        [RECORD_FILE]: JSON.stringify(record),
        [PRICES_FILE]: JSON.stringify({ options: taken, prices }),
        ...files,
      }),
    },
  };
}

function bytesOf(files: Record<string, string>): Record<string, Uint8Array> {
  const encoder = new TextEncoder();
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]));
}

/** Reads the planner's files of a week as the command line would. */
export function readBack(
  { files, fixed }: WeekFiles,
  { planDate, movePrice }: Pick<JobRun, "planDate" | "movePrice">,
): { kind: "read"; input: PlanInput } | { kind: "refused"; faults: Fault[] } {
  const bytes = (file: PlannerFile) => ({ file, bytes: new TextEncoder().encode(files[file] ?? "") });
  const previous = files["previous.json"] === undefined ? null : bytes("previous.json");
  return readPlanFiles(
    {
      waitingList: bytes("waiting-list.csv"),
      sessions: bytes("sessions.csv"),
      resources: bytes("resources.csv"),
      policy: bytes("policy.json"),
      pins: bytes("pins.csv"),
      previous,
    },
    planDate,
    { movePrice, maxMoves: fixed.maxMoves },
  );
}

function recordOf(
  held: HeldWeek,
  { stood, fixed }: WeekFiles,
  input: PlanInput,
  { plan, comparison, reasons, unplacedAs }: Extract<PlanOutcome, { kind: "planned" }>,
): { record: WeekRecord; files: Record<string, string> } {
  const entryOf = findsEntries(held.entries);
  const horizon = horizonOf(input.sessions);
  const { policy } = plan;
  const unplaced = unplacedAs(pageNames(plan.planDate, held.siteName));
  const changesOf = byName(reasons.changes);
  const nearestOf = byName(
    new Map([...reasons.nearest.keys()].map((entry) => [entry, reasons.nearestPlace(entry)])),
  );
  const { planDate } = plan;
  const { index, files } = unplacedFiles({
    ...{ unplaced, entryOf, changesOf, nearestOf, policy, planDate, horizon },
  });
  const { status, score, bound, gap, seconds, steps, seed, engine, warnings, rejected } = plan;
  const record: WeekRecord = {
    ...{ planDate, status, score, bound, gap, seconds, steps, seed, engine, warnings, rejected, stood },
    fixed: fixed.fixed.map(({ standing, why }) => ({ entry: standing.entry, why })),
    told: fixed.told.map(({ entry }) => entry),
    maxMoves: fixed.maxMoves,
    policyVersion: policy.version,
    noticeDays: policy.noticeDays,
    overrunProbabilityMax: plan.policy.overrunProbabilityMax,
    lists: plan.sessions.map((list) => recordedList(list, entryOf)),
    figures: comparison.plan.figures,
    hand: { score: comparison.handRule.score, figures: comparison.handRule.figures },
    unplaced: index,
    firstDay: horizon.first,
    bottlenecks: reasons.bottlenecks,
    prices: reasons.sessions,
  };
  return { record, files: { ...files, [WHY_FILE]: JSON.stringify(recordedWhys(reasons, entryOf)) } };
}

function recordedWhys(
  { cases }: PlanReasons,
  entryOf: (named: Named) => HeldEntry | undefined,
): Record<string, RecordedWhy> {
  const ids = (names: readonly Named[]) => names.flatMap((name) => entryOf(name)?.id ?? []);
  return Object.fromEntries(
    [...cases].flatMap(([entry, { instead, elsewhere, ...why }]) => {
      const id = entryOf(entry)?.id;
      if (id === undefined) return [];
      const places = elsewhere.map((place) => ({ ...place, displaced: ids(place.displaced) }));
      return [[id, { ...why, instead: { ...instead, entries: ids(instead.entries) }, elsewhere: places }]];
    }),
  );
}

/** Finds what is kept by entry under the name that a plan gives it. */
function byName<Value>(values: ReadonlyMap<Named, Value>): (named: Named) => Value | undefined {
  const named = new Map([...values].map(([entry, value]) => [nameKey(entry), value]));
  return (name) => named.get(nameKey(name));
}

type Named = { pathwayId: string; issuer?: string };

function nameKey({ pathwayId, issuer = "" }: Named): string {
  return `${issuer}|${pathwayId}`;
}

/** Finds the held entry that a plan names: identifiers are unique together with their issuer. */
function findsEntries(entries: readonly PlannedEntry[]): (named: Named) => PlannedEntry | undefined {
  const held = new Map(entries.map((each) => [nameKey(each.entry), each]));
  return (named) => held.get(nameKey(named));
}

function recordedList(list: PlannedList, entryOf: (named: Named) => HeldEntry | undefined): RecordedList {
  return { ...list, cases: list.cases.map((planned) => ({ ...planned, entry: entryOf(planned)?.id ?? "" })) };
}
