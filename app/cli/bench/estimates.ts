import type { OneMore } from "~/domain/plan-reasons";
import type { BuiltProblem } from "~/services/build-problem.server";
import { units } from "~/services/explain/bottlenecks.server";
import { optionsOfCase } from "~/services/explain/capacity-detail.server";
import { Changes } from "~/services/explain/changes.server";
import { cheapestExchange } from "~/services/explain/cheapest-exchange.server";
import { FinalLists } from "~/services/explain/final-lists.server";
import { openings } from "~/services/explain/openings.server";
import type { PlanContext } from "~/services/planning/plan-context.server";
import type { Solved } from "~solver/solution";
import type { Change } from "~solver/warm/change";
import type { Warm } from "~solver/warm/warm";

/** What one unit more of a thing is worth, in points: as told with a plan, and as planning again finds. */
export interface Estimated {
  estimate: number;
  /** The best single exchange that the unit allows; 0: there is none. */
  exchange: number;
  truth: number;
}

/** The dearest estimates of a plan, at most so many, beside what the warm solver that stands on it finds. */
export function estimatesBesideTruth(
  context: PlanContext,
  built: BuiltProblem,
  { options, prices }: Solved,
  warm: Warm,
  most: number,
): Estimated[] {
  const lists = new FinalLists(built.problem, options);
  const opened = openings(context, built, { options, prices });
  const changes = new Changes(context, built, lists, opened);
  built.entries.forEach((_entry, at) => (lists.isPlaced(at) ? [] : changes.of(at)));
  const all = units({ context, lists, prices, openings: opened, most: changes.most });
  const dearest = all.filter((one) => one.estimate > 0).sort((a, b) => b.estimate - a.estimate);
  return dearest.slice(0, most).flatMap(({ what, estimate, exchange }) => {
    const change = changeOf(built, what);
    const answer = change && warm.solve(change);
    return answer?.kind === "solved" ? [{ estimate, exchange, truth: answer.change }] : [];
  });
}

/**
 * What it changes in points to place cases for whom nothing was left, at most so many, evenly drawn: the cheapest
 * exchange as told with a plan, and what the warm solver finds when the case is forced into that place.
 */
export function placesBesideTruth(
  built: BuiltProblem,
  { options }: Solved,
  warm: Warm,
  most: number,
): Estimated[] {
  const lists = new FinalLists(built.problem, options);
  const found = built.entries.flatMap((_entry, at) =>
    lists.isPlaced(at) ? [] : (cheapestExchange(lists, optionsOfCase(built, at)) ?? []),
  );
  const every = Math.max(1, found.length / most);
  const drawn = found.filter((_, at) => Math.floor(at / every) > Math.floor((at - 1) / every));
  return drawn.flatMap((exchange) => {
    const answer = warm.solve({ pins: [exchange.in] });
    if (answer.kind !== "solved") return [];
    return [{ estimate: exchange.change, exchange: exchange.change, truth: answer.change }];
  });
}

/** The change that a unit is; null for those that the warm solver is not asked about. */
function changeOf({ problem }: BuiltProblem, what: OneMore): Change | null {
  if (what.kind === "minutes") {
    const list = problem.lists.findIndex(({ id }) => id === what.sessionId);
    return { lists: [{ list, minutes: problem.lists[list]!.length + what.minutes }] };
  }
  if (what.kind !== "resource") return null;
  const id = `${what.resource} ${what.site} ${what.date} ${what.period}`;
  return { capacities: [{ capacity: problem.capacities.findIndex((one) => one.id === id), by: 1 }] };
}

/** How far estimates are off, in points. `correlation`: Pearson's coefficient of estimates and truths. */
export interface EstimateError {
  estimate: number;
  truth: number;
  mean: number;
  worst: number;
  correlation: number;
}

/** Means and the worst error of estimates; there must be some. */
export function errorOf(all: readonly Estimated[]): EstimateError {
  const mean = (of: (one: Estimated) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const estimate = mean((one) => one.estimate);
  const truth = mean((one) => one.truth);
  const errors = all.map((one) => Math.abs(one.estimate - one.truth));
  const both = mean((one) => (one.estimate - estimate) * (one.truth - truth));
  const spread = Math.sqrt(
    mean((one) => (one.estimate - estimate) ** 2) * mean((one) => (one.truth - truth) ** 2),
  );
  return {
    estimate,
    truth,
    mean: errors.reduce((sum, error) => sum + error, 0) / all.length,
    worst: Math.max(...errors),
    correlation: both / spread,
  };
}
