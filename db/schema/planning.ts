import type { Measures, Policy } from "~/domain/policy";
import type { Reason } from "~/domain/reasons";
import { oneOf, t } from "../columns";
import { organisation } from "./organisations";
import { scenario } from "./scenarios";
import { theatreSession } from "./theatre-sessions";
import { waitingListEntry } from "./waiting-list";

/** A version of an organisation's policy. Append-only; the highest number counts. */
export const policy = t.table(
  "policy",
  {
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    number: t.int("number").notNull(),
    policy: t.json<Policy>("policy").notNull(),
    savedBy: t.text("saved_by").notNull(),
    savedAt: t.instant("saved_at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.organisation, c.number] })],
);

export const RUN_STATES = ["queued", "running", "done", "stopped", "failed", "killed"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Where a run stands, as the page shows it. Scores in points, seconds of the wall. */
export interface RunProgress {
  phase: string;
  steps: number;
  stepsPlanned: number;
  score: number | null;
  bound: number | null;
  seconds: number;
}

/** What a run was asked to do. */
export interface RunOptions {
  planDate: string;
  steps: number | null;
  timeLimit: number | null;
  workers: number;
  /** Points that moving an accepted case must gain. */
  movePrice: number;
  /** No more patients who were told their date than this may move; missing: nobody asked (an earlier version). */
  maxMoves?: number | null;
}

/** One run of the solver for an organisation's week. */
export const solveRun = t.table(
  "solve_run",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    /** Monday of the planned week. */
    week: t.date("week").notNull(),
    /** Sites whose sessions it fills: who may not see them all may not see it. */
    sites: t.json<string[]>("sites").notNull(),
    state: t.enumText("state", RUN_STATES).notNull(),
    options: t.json<RunOptions>("options").notNull(),
    seed: t.int("seed").notNull(),
    /** Number of the organisation's policy; 0: the default. */
    policyNumber: t.int("policy_number").notNull(),
    /** The what-if that it plans; null: the live week. */
    scenario: t.text("scenario").references(() => scenario.id),
    progress: t.json<RunProgress>("progress"),
    /** True once a person asked to stop and keep the best. */
    stopAsked: t.bool("stop_asked").notNull(),
    message: t.text("message").notNull(),
    askedBy: t.text("asked_by").notNull(),
    askedAt: t.instant("asked_at").notNull(),
    startedAt: t.instant("started_at"),
    heartbeatAt: t.instant("heartbeat_at"),
    finishedAt: t.instant("finished_at"),
  },
  (c) => [
    t.index("solve_run_week").on(c.organisation, c.week, c.askedAt),
    t.index("solve_run_state").on(c.state, c.askedAt),
    oneOf("solve_run_state_known", c.state, RUN_STATES),
  ],
);

/** What a run found. `text` is plan.json exactly as it was solved. */
export const plan = t.table("plan", {
  run: t
    .text("run")
    .primaryKey()
    .references(() => solveRun.id),
  text: t.text("text").notNull(),
  score: t.bigint("score").notNull(),
  bound: t.bigint("bound").notNull(),
  gap: t.real("gap").notNull(),
  measures: t.json<Measures>("measures").notNull(),
  handRule: t.json<{ score: number; measures: Measures }>("hand_rule").notNull(),
  savedAt: t.instant("saved_at").notNull(),
});

/** An input file of a run as it was solved, gzipped. */
export const planFile = t.table(
  "plan_file",
  {
    run: t
      .text("run")
      .notNull()
      .references(() => solveRun.id),
    name: t.text("name").notNull(),
    gzip: t.bytes("gzip").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.run, c.name] })],
);

/** A week of an organisation: how often its placements have been changed. */
export const week = t.table(
  "week",
  {
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    start: t.date("start").notNull(),
    revision: t.int("revision").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.organisation, c.start] })],
);

export const PLACEMENT_KINDS = ["placed", "moved", "removed"] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** A change of an entry's place. Append-only: where an entry stands is its highest number of the week. */
export const placementChange = t.table(
  "placement_change",
  {
    organisation: t.text("organisation").notNull(),
    week: t.date("week").notNull(),
    number: t.int("number").notNull(),
    /** Revision of the week that this change belongs to. */
    revision: t.int("revision").notNull(),
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    /** Id of the theatre session; null when removed. */
    session: t.text("session").references(() => theatreSession.id),
    kind: t.enumText("kind", PLACEMENT_KINDS).notNull(),
    run: t.text("run").references(() => solveRun.id),
    changedBy: t.text("changed_by").notNull(),
    changedAt: t.instant("changed_at").notNull(),
    reason: t.text("reason").notNull(),
    /** Rules that a person overrode. */
    override: t.json<Reason[]>("override").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.organisation, c.week, c.number] }),
    t.foreignKey({
      name: "placement_change_week",
      columns: [c.organisation, c.week],
      foreignColumns: [week.organisation, week.start],
    }),
    t.index("placement_change_entry").on(c.entry, c.week, c.number),
    oneOf("placement_change_kind_known", c.kind, PLACEMENT_KINDS),
  ],
);
