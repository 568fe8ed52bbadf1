import { thinned, type RunMoment } from "~/domain/run-history";
import { gapPercent } from "~/domain/gap-words";
import type { RunProgress } from "~db/schema";
import { runChart, type RunChart } from "./run-chart";
import { phaseWords, secondsWords, soFarWords } from "./run-words";

/** Where a solve stands, in the words that its page shows; sent again at every change. */
export interface RunStanding {
  state: "queued" | "running" | "saving" | "done" | "stopped" | "failed" | "killed";
  heading: string;
  /** What is happening now, or how it ended and what to do. */
  status: string;
  /** Share of the planned steps done, 0 to 1; null: not known. */
  share: number | null;
  steps: string;
  /** How good the best plan is up to now; empty once the solve has ended, when `status` says it. */
  soFar: string;
  elapsed: string;
  /** Best score so far, what no plan can pass, and the gap between; empty while not known. */
  score: string;
  bound: string;
  gap: string;
  chart: RunChart | null;
  mayStop: boolean;
  mayCancel: boolean;
  /** Nothing will change any more. */
  ended: boolean;
}

/** A solve as the queue or, once it has ended, the store knows it. */
export interface RunFacts {
  state: RunStanding["state"];
  before: number;
  progress: RunProgress | null;
  history: readonly RunMoment[];
  stopAsked: boolean;
  /** The word about how it ended. */
  message: string;
  /** What came of it; null while it is under way, and where there is no plan. */
  found: { score: number; bound: number; seconds: number; steps: number } | null;
}

const HEADING: Record<RunStanding["state"], string> = {
  queued: "Waiting for its turn",
  running: "Planning the week",
  saving: "Keeping the plan",
  done: "The week is planned",
  stopped: "Stopped; the best plan was kept",
  failed: "The solve did not end with a plan",
  killed: "Cancelled",
};

const count = new Intl.NumberFormat("en-GB");

/** The part of the bar that a phase fills, about its part of the time on a hub's week. */
const PHASE_SHARES: Record<string, { from: number; to: number }> = {
  prices: { from: 0, to: 0.7 },
  search: { from: 0.7, to: 1 },
};

/** Puts a solve into words. */
export function runStanding(facts: RunFacts): RunStanding {
  const { state, stopAsked, found } = facts;
  const waiting = state === "queued" || state === "running";
  const ended = !waiting && state !== "saving";
  const progress = ended ? null : facts.progress;
  const seconds = found?.seconds ?? progress?.seconds;
  return {
    state,
    heading: HEADING[state],
    status: statusOf(facts),
    share: shareOf(facts),
    steps: found ? count.format(found.steps) : stepsWords(progress),
    soFar: progress ? soFarWords(progress.score, progress.bound) : "",
    elapsed: seconds === undefined ? "" : secondsWords(seconds),
    ...closing(found ?? progress),
    chart: runChart(thinned(found ? [...facts.history, found] : facts.history)),
    mayStop: state === "running" && !stopAsked && progress?.score !== null && progress !== null,
    mayCancel: waiting,
    ended,
  };
}

function closing(known: { score: number | null; bound: number | null } | null) {
  const { score = null, bound = null } = known ?? {};
  const gap = score !== null && bound !== null && bound > 0 ? Math.max(0, (bound - score) / bound) : null;
  return {
    score: score === null ? "" : count.format(score),
    bound: bound === null ? "" : count.format(bound),
    gap: gap === null ? "" : gapPercent(gap),
  };
}

function statusOf({ state, before, progress, stopAsked, message }: RunFacts): string {
  if (state === "queued") return before === 1 ? "One solve is before it." : `${before} solves are before it.`;
  if (state === "saving") return "The plan is found and being kept.";
  if (state !== "running") return message;
  if (stopAsked) return "Asked to stop: the best plan so far will be kept.";
  return progress ? `${phaseWords(progress.phase)}.` : "Reading the waiting list and the sessions.";
}

function shareOf({ state, progress }: RunFacts): number | null {
  if (state === "done" || state === "saving") return 1;
  if (!progress || progress.stepsPlanned <= 0) return null;
  const { from, to } = PHASE_SHARES[progress.phase] ?? { from: 0, to: 1 };
  return from + (to - from) * Math.min(1, progress.steps / progress.stepsPlanned);
}

function stepsWords(progress: RunProgress | null): string {
  if (!progress || progress.stepsPlanned <= 0) return "";
  const { steps, stepsPlanned } = progress;
  return `${count.format(steps)} of ${count.format(stepsPlanned)}`;
}
