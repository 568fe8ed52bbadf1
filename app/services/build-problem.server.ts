import type { NearestMiss } from "~/domain/eligibility/session-index";
import type { Fault } from "~/domain/fault";
import { MEASURES, type Policy } from "~/domain/policy";
import { resolvePins, type Pin } from "~/domain/resolve-pins";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Measure, Problem } from "~solver/problem";
import { handOrder } from "./planning/hand-order.server";
import type { PlanContext } from "./planning/plan-context.server";
import { problemCapacities, problemLists, problemReserves } from "./planning/problem-lists.server";
import { problemOptions } from "./planning/problem-options.server";
import { problemPrevious } from "./planning/problem-previous.server";

/** A problem for the solver and the way back from its numbers to the rows. */
export interface BuiltProblem {
  kind: "built";
  problem: Problem;
  /** By list. */
  sessions: TheatreSession[];
  /** By case. */
  entries: WaitingListEntry[];
  /** The first option of each case, and at the end the number of options. */
  optionStart: number[];
  /** Entries that may go into no session, and how near they came. */
  misses: Map<WaitingListEntry, NearestMiss>;
  pins: Map<WaitingListEntry, Pin>;
  warnings: Fault[];
}

/** The input cannot be planned: pins that name or break something, or more lost places than moves. */
export interface RefusedInput {
  kind: "refused";
  faults: Fault[];
}

/** Translates rows into the solver's neutral words: only allowed pairs of an entry and a session become options. */
export function buildProblem(context: PlanContext): BuiltProblem | RefusedInput {
  const { input } = context;
  const { pins, faults, warnings } = resolvePins(input, context.eligibility);
  if (faults.length) return { kind: "refused", faults };
  const lists = problemLists(context);
  const places = problemOptions(context, lists, pins);
  const earlier = problemPrevious(input, lists, places);
  if (earlier.kind === "refused") return { kind: "refused", faults: [earlier.fault] };
  const problem: Problem = {
    lists: lists.lists,
    cases: places.cases,
    handOrder: handOrder(context, places.entries, pins),
    options: places.options,
    usages: places.usages,
    capacities: problemCapacities(context),
    reserves: problemReserves(context, lists),
    pins: places.pins,
    measures: problemMeasures(input.policy),
    overrunProbabilityMax: input.policy.overrunProbabilityMax,
    previous: earlier.previous,
  };
  const { entries, optionStart, misses } = places;
  return { kind: "built", problem, sessions: lists.sessions, entries, optionStart, misses, pins, warnings };
}

function problemMeasures({ weights }: Policy): Measure[] {
  return MEASURES.map((id) => ({ id, of: id === "minutes" ? "list" : "case", weight: weights[id] }));
}
