import type { Bottleneck } from "~/domain/plan-reasons";
import { units, type PricedUnit } from "~/services/explain/bottlenecks.server";
import { optionsOfCase } from "~/services/explain/capacity-detail.server";
import { Changes } from "~/services/explain/changes.server";
import { cheapestExchange } from "~/services/explain/cheapest-exchange.server";
import { FinalLists } from "~/services/explain/final-lists.server";
import { limitGains } from "~/services/explain/limit-gains.server";
import { openings } from "~/services/explain/openings.server";
import { Waiting } from "~/services/explain/waiting.server";
import { trueAnswer, type OfOneUnit, type Planned } from "./true-answer";

/** What one unit more of a thing is worth, in points: as told with a plan, and as planning again finds. */
export interface Estimated {
  estimate: number;
  /** What real exchanges gain by the unit; 0: there is none. */
  exchange: number;
  truth: number;
}

/** An estimate, and of what. */
export interface EstimatedUnit extends Estimated {
  kind: Bottleneck["what"]["kind"];
}

/** The dearest estimates of time and of shared things, at most so many, beside what the warm solver finds. */
export function estimatesBesideTruth(planned: Planned, most: number): EstimatedUnit[] {
  const all = unitsOf(planned).filter(({ what }) => what.kind === "minutes" || what.kind === "resource");
  return all.slice(0, most).flatMap((unit) => besideTruth(planned, unit));
}

/** Of each rule that binds one unit, at most so many of a kind, beside what the warm solver finds. */
export function rulesBesideTruth(planned: Planned, most: number): EstimatedUnit[] {
  const all = unitsOf(planned);
  return RULES.flatMap((kind) =>
    all
      .filter(({ what }) => what.kind === kind)
      .slice(0, most)
      .flatMap((unit) => besideTruth(planned, unit)),
  );
}

const RULES = ["case", "reserve", "secondCase", "overlap", "overrun"] as const;

type Asked = Pick<PricedUnit, "exchange" | "estimate"> & { what: OfOneUnit };

/** Every unit that is worth something, the dearest first. */
function unitsOf({ context, built, solved }: Planned): Asked[] {
  const lists = new FinalLists(built.problem, solved.options);
  const opened = openings(context, built, solved)!;
  const changes = new Changes(context, built, lists, opened);
  built.entries.forEach((_entry, at) => (lists.isPlaced(at) ? [] : changes.of(at)));
  const limits = limitGains(lists, new Waiting(lists), () => false);
  const { prices } = solved;
  const priced = units({ context, lists, prices, best: changes.best, limits });
  const gained = limits.map(({ what, points }) => ({ what, exchange: points, estimate: points }));
  const all: Asked[] = [...priced, ...gained];
  return all.filter((one) => one.estimate > 0).sort((a, b) => b.estimate - a.estimate);
}

function besideTruth(planned: Planned, { what, estimate, exchange }: Asked): EstimatedUnit[] {
  const answer = trueAnswer(planned, what);
  if (answer.kind !== "solved") return [];
  return [{ kind: what.kind, estimate, exchange, truth: answer.change }];
}

/**
 * What it changes in points to place cases for whom nothing was left, at most so many, evenly drawn: the cheapest
 * exchange as told with a plan, and what the warm solver finds when the case is forced into that place.
 */
export function placesBesideTruth({ built, solved: { options }, warm }: Planned, most: number): Estimated[] {
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
