import type { HeldAssessment } from "~db/screening/assessments";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { ACTOR } from "./engines";
import { TODAY } from "./given-hub";

/** Reads for use within other queries, and of entries that a scoped read has found. */
export const SCREENING_WITHIN = ["isLatestAssessment"];

/** The modules of screening's reads, as the engine under test has them. */
export const loadScreening = () =>
  Promise.all([
    import("~db/screening/measures"),
    import("~db/screening/assessments"),
    import("~db/screening/decisions"),
    import("~db/screening/care-tasks"),
    import("~db/screening/triage-board"),
    import("~db/screening/dated-entries"),
  ]);

const CONTENT = {
  ...{ route: "none", risk: "low", hub: "ok", dayCase: "ok", lowRisk: true, fired: [], open: [] },
  ...{ outcomes: [], hubs: [], unknown: [], toRead: [], traces: [], facts: {} },
} as unknown as HeldAssessment["content"];

/** Keeps one of everything about an entry, and says how each read asks for it. */
export async function screeningReads(
  [measures, assessments, decisions, tasks, board, dated]: Awaited<ReturnType<typeof loadScreening>>,
  store: Store,
  entry: string,
  about: { organisation: string; site: string },
): Promise<Record<string, (scope: Scope, db: Reader) => Promise<unknown>>> {
  let task = "";
  await store.commit(ACTOR, "screening.test", async (tx) => {
    await measures.insertMeasures(tx, entry, [{ measure: "hb", value: 130, takenOn: TODAY }], about);
    const said = { route: "none", risk: "low", hub: "ok", lowRisk: true, urgent: false } as const;
    const made = { entry, response: null, ruleSet: "1", settings: "x", content: CONTENT, ...said };
    const assessment = await assessments.insertAssessment(tx, made, about);
    const decision = {
      entry,
      assessment,
      readiness: 1,
      kind: "confirmed",
      seen: "read",
      reason: "",
    } as const;
    await decisions.insertDecision(tx, decision, about);
    const words = { kind: "urgent", about: "", words: "Call", urgent: true } as const;
    await tasks.raiseTasks(tx, [{ ...about, entry, ...words }]);
    const scope = { organisations: [about.organisation], sites: [about.site] };
    task = (await tasks.openTasks(scope, tx.db))[0]!.id;
  });
  const now = "2026-11-22T10:00:00.000Z";
  return {
    measuresOf: (scope, db) => measures.measuresOf(scope, db, [entry]),
    assessmentsOfEntry: (scope, db) => assessments.assessmentsOfEntry(scope, db, entry),
    latestAssessments: async (scope, db) => [
      ...(await assessments.latestAssessments(scope, db, [entry])).values(),
    ],
    outdatedAssessments: (scope, db) => assessments.outdatedAssessments(scope, db, "y", 5),
    decisionsOfEntry: (scope, db) => decisions.decisionsOfEntry(scope, db, entry),
    openTasks: tasks.openTasks,
    tasksOfEntry: (scope, db) => tasks.tasksOfEntry(scope, db, entry),
    findTask: (scope, db) => tasks.findTask(scope, db, task),
    boardEntries: (scope, db) => board.boardEntries(scope, db, TODAY, now),
    boardEntry: (scope, db) => board.boardEntry(scope, db, entry, TODAY, now),
    datedEntries: (scope, db) => dated.datedEntries(scope, db, TODAY),
  };
}
