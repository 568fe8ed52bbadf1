import { DEFAULT_POLICY } from "~/domain/policy";
import type { HeldAssessment } from "~db/screening/assessments";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { ACTOR } from "./engines";
import { TODAY } from "./given-hub";

/** Reads for use within other queries, and of entries that a scoped read has found. */
export const SCREENING_WITHIN = ["checkInsSince", "freshTasks", "isLatestAssessment", "undecidedSince"];

/** The modules of screening's reads, as the engine under test has them. */
export const loadScreening = () =>
  Promise.all([
    import("~db/screening/measures"),
    import("~db/screening/assessments"),
    import("~db/screening/decisions"),
    import("~db/screening/care-tasks"),
    import("~db/screening/triage-board"),
    import("~db/screening/dated-entries"),
    import("~db/preparation/plans"),
    import("~db/preparation/steps"),
    import("~db/preparation/texts"),
    import("~db/waiting-reviews"),
    import("~db/shared-decisions"),
    import("~db/long-waiters"),
    import("~db/contacts"),
    import("~db/figures"),
    import("~db/screening/changed-since"),
  ]);

const CONTENT = {
  ...{ route: "none", risk: "low", hub: "ok", dayCase: "ok", lowRisk: true, fired: [], open: [] },
  ...{ outcomes: [], hubs: [], unknown: [], toRead: [], traces: [], facts: {} },
} as unknown as HeldAssessment["content"];

/** Keeps one of everything about an entry, and says how each read asks for it. */
export async function screeningReads(
  [
    measures,
    assessments,
    decisions,
    tasks,
    board,
    dated,
    plans,
    steps,
    texts,
    reviews,
    shared,
    ...more
  ]: Awaited<ReturnType<typeof loadScreening>>,
  store: Store,
  entry: string,
  about: { organisation: string; site: string },
  session: string,
): Promise<Record<string, (scope: Scope, db: Reader) => Promise<unknown>>> {
  let task = "";
  await store.commit(ACTOR, "screening.test", async (tx) => {
    await measures.insertMeasures(tx, entry, [{ measure: "hb", value: 130, takenOn: TODAY }], about);
    const said = { route: "none", risk: "low", hub: "ok", lowRisk: true, urgent: false } as const;
    const { completeDraft, responseById } = await import("~db/questionnaire-responses");
    for (const id of ["R1", "R2"]) await completeDraft(tx, (await responseById(tx.db, id))!, {});
    const rests = { response: null, checkIn: "R1", ruleSet: "1", settings: "x" };
    const made = { entry, ...rests, content: CONTENT, ...said };
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
    await assessments.insertAssessment(tx, { ...made, response: "R1" }, about);
    const content = { items: [], removed: [], chosen: [], earliestReady: null, goingHome: [] };
    const plan = { entry, assessment, surgeryOn: null, earliestReady: null, content, reason: "" };
    await plans.insertPlan(tx, plan, about);
    await steps.insertStep(tx, { entry, item: "smoking", kind: "done", referral: null, text: "" }, about);
    await texts.insertText(tx, { ...about, topic: "fasting", act: "entered", text: "Ask", reason: "" });
    const review = { kind: "longWait", harm: "none", outcome: "sameWay", nextOn: null, note: "" } as const;
    await reviews.insertReview(tx, { entry, reviewedOn: TODAY, ...review }, about);
    const stage = { stage: "one", heldOn: TODAY, heldBy: "", discussed: [], choice: "moreTime" } as const;
    await shared.insertSharedDecision(tx, { entry, ...stage, discussed: [], note: "" }, about);
    const words = { kind: "urgent", about: "", words: "Call", urgent: true } as const;
    await tasks.raiseTasks(tx, [{ ...about, entry, ...words }]);
    const { recordCancellation } = await import("~db/cancellations");
    const day = {
      ...{ date: TODAY, reasonCode: "x", clinical: true, avoidable: false, lastMinute: true, note: "" },
    };
    await recordCancellation(tx, { entry, session, offerBy: null, ...day }, DEFAULT_POLICY, about);
    const scope = { organisations: [about.organisation], sites: [about.site] };
    task = (await tasks.openTasks(scope, tx.db))[0]!.id;
  });
  const now = "2026-11-22T10:00:00.000Z";
  const [waiters, contacts, figures, changed] = more;
  const ever = { from: "2000-01-01", until: "2999-01-01" };
  const before = { any: "2999-01-01", cancer: "2999-01-01" };
  return {
    longWaiters: (scope, db) => waiters.longWaiters(scope, db, before),
    contactsInScope: (scope, db) => contacts.contactsInScope(scope, db, now),
    checkedIn: async (scope, db) => [...(await contacts.checkedIn(scope, db))],
    measuresOf: (scope, db) => measures.measuresOf(scope, db, [entry]),
    assessmentsOfEntry: (scope, db) => assessments.assessmentsOfEntry(scope, db, entry),
    latestAssessments: async (scope, db) => [
      ...(await assessments.latestAssessments(scope, db, [entry])).values(),
    ],
    outdatedAssessments: (scope, db) =>
      assessments.outdatedAssessments(scope, db, { settings: "y", last: "", most: 5 }),
    countOutdated: async (scope, db) => {
      const entries = await assessments.countOutdated(scope, db, "y");
      return entries === 0 ? [] : [entries];
    },
    decisionsOfEntry: (scope, db) => decisions.decisionsOfEntry(scope, db, entry),
    openTasks: tasks.openTasks,
    tasksOfEntry: (scope, db) => tasks.tasksOfEntry(scope, db, entry),
    findTask: (scope, db) => tasks.findTask(scope, db, task),
    assessedSinceDecided: board.assessedSinceDecided,
    boardEntries: (scope, db) => board.boardEntries(scope, db, TODAY, now),
    boardEntry: (scope, db) => board.boardEntry(scope, db, entry, TODAY, now),
    plansOfEntry: (scope, db) => plans.plansOfEntry(scope, db, entry),
    currentPlans: (scope, db) => plans.currentPlans(scope, db),
    plannedEntries: (scope, db) => plans.plannedEntries(scope, db, TODAY),
    stepsOfEntries: (scope, db) => steps.stepsOfEntries(scope, db, [entry]),
    textsOf: (scope, db) => texts.textsOf(scope, db, about.organisation),
    reviewsOfEntries: async (scope, db) => [...(await reviews.reviewsOfEntries(scope, db)).values()],
    sharedDecisions: async (scope, db) => [...(await shared.sharedDecisions(scope, db, [entry])).values()],
    askedInSpan: (scope, db) => figures.askedInSpan(scope, db, ever),
    answeredSince: (scope, db) => figures.answeredSince(scope, db, ever.from),
    decidedInSpan: (scope, db) => figures.decidedInSpan(scope, db, ever),
    cancelledInDays: (scope, db) => figures.cancelledInDays(scope, db, { from: TODAY, to: TODAY }),
    lookedInSpan: (scope, db) => figures.lookedInSpan(scope, db, "entry", ever),
    changedSince: async (scope, db) => [...(await changed.changedSince(scope, db))],
    datedEntries: (scope, db) => dated.datedEntries(scope, db, TODAY),
  };
}
