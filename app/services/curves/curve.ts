import type { PlanInput } from "~/domain/plan-input";
import type { Plan } from "~/domain/plan";
import type { PlanComparison } from "../planning/compare-plans.server";
import { movedFrom } from "./moved";

/** A plan and its figures, as a solve gives them. */
export interface CurvePlan {
  plan: Plan;
  comparison: PlanComparison;
}

/** One solve of a curve: the input with one thing changed. */
export interface CurveLevel {
  /** What was changed to: weight of minutes, overrun limit, most moves; null: no limit. */
  value: number | null;
  /** As the input has it: the plan that was made anyway. */
  chosen: boolean;
  input: PlanInput;
}

/** What is drawn against what, over which levels. */
export interface Curve {
  name: "frontier" | "overrun-curve" | "moves-curve";
  /** The next level to solve, from what is known so far; null when the curve is whole. */
  next(done: readonly CurvePoint[]): CurveLevel | null;
  /** How many levels there will be, as far as that is known yet. */
  count(done: readonly CurvePoint[]): number;
  across(point: CurvePoint): number;
  up(point: CurvePoint): number;
  /** Whether more of what runs across is better, or less. */
  better: "more" | "less";
}

/** A plan of the curve in figures. Minutes are whole, shares 0 to 1. */
export interface CurvePoint {
  value: number | null;
  chosen: boolean;
  /** Another point is as good in both respects and better in one. */
  dominated: boolean;
  score: number;
  bound: number;
  gap: number;
  measures: Plan["measures"];
  /** Urgent and waiting points at the weights of the input's own policy. */
  priority: number;
  cases: number;
  /** Planned minutes over the minutes of all sessions. */
  utilisation: number;
  expectedOverrunMinutes: number;
  expectedUnusedMinutes: number;
  /** Patients of the earlier plan who do not keep their place. */
  moved: number;
}

/** The figures of a solved level; `input` is the one that the curve starts from. */
export function curvePoint(level: CurveLevel, { plan, comparison }: CurvePlan, input: PlanInput): CurvePoint {
  const { score, bound, gap, measures } = plan;
  const { urgent, waiting } = input.policy.weights;
  const { figures } = comparison.plan;
  const sum = (of: (list: Plan["sessions"][number]) => number) =>
    Math.round(plan.sessions.reduce((total, list) => total + of(list), 0));
  return {
    ...{ value: level.value, chosen: level.chosen, dominated: false, score, bound, gap, measures },
    priority: measures.urgent * urgent + measures.waiting * waiting,
    cases: figures.cases,
    utilisation: figures.lengthMinutes > 0 ? measures.minutes / figures.lengthMinutes : 0,
    expectedOverrunMinutes: sum((list) => list.expectedOverrunMinutes ?? 0),
    expectedUnusedMinutes: sum((list) => list.expectedUnusedMinutes ?? 0),
    moved: movedFrom(input.previous?.placements ?? [], plan),
  };
}

/**
 * The points in the order of what runs across, each marked when another one is better. Where less is better, a looser
 * level allows all that a stricter one does, so its bound holds for the stricter one too: each takes the least of them.
 */
export function ranked(curve: Curve, drawn: readonly CurvePoint[]): CurvePoint[] {
  const points = curve.better === "less" ? drawn.map((point) => tightened(curve, point, drawn)) : drawn;
  const side = curve.better === "more" ? 1 : -1;
  const beats = (a: CurvePoint, b: CurvePoint) => {
    const across = side * (curve.across(a) - curve.across(b));
    const up = curve.up(a) - curve.up(b);
    return across >= 0 && up >= 0 && across + up > 0;
  };
  return points
    .map((point) => ({ ...point, dominated: points.some((other) => beats(other, point)) }))
    .sort((a, b) => curve.across(a) - curve.across(b) || curve.up(a) - curve.up(b));
}

function tightened(curve: Curve, point: CurvePoint, points: readonly CurvePoint[]): CurvePoint {
  const looser = points.filter((other) => curve.across(other) >= curve.across(point));
  const bound = Math.min(...looser.map((other) => other.bound));
  return { ...point, bound, gap: bound > 0 ? (bound - point.score) / bound : 0 };
}
