import { number } from "~/domain/figure-words";
import { gapFigure, seconds } from "./figures";
import { middleOf, type Measured, type Measurement } from "./measurement";
import type { Section } from "./section";

/** Sessions up to which a week is small enough for engines to help close its gap. */
export const SMALL = 24;

/** Small weeks seed by seed: what came of each, whether it is proven, and what engines added beside our own method. */
export function engineSection(measurement: Measurement): Section[] {
  const small = measurement.filter(({ lists, runs }) => lists <= SMALL && runs.length > 0);
  if (small.length === 0) return [];
  const exact = small.some((each) => each.exact !== null);
  const best = exact ? ["best of all", "CPU s for it"] : [];
  const figures = ["", "seed", "entries", "sessions", "score", "bound", "gap", "CPU s", "engines added"];
  const head = [...figures, ...best];
  return [
    {
      title: "Small weeks, seed by seed",
      before:
        "A bound that meets the score proves the plan optimal. What engines added is in points, against what our own method had before it asked them: bound, so much was taken off it by their duals (our own sums at them are the bound); plan, a better one was chosen among lists; proof, all lists that were left in question were tried.",
      rows: [head, ...small.map((each) => [...rowOf(each), ...(exact ? exactOf(each) : [])])],
      after: [provenWords(small), ...(exact ? exactWords(small) : [])],
    },
  ];
}

function rowOf(each: Measured): string[] {
  const { score, bound, cpu } = middleOf(each);
  const figures = [each.seed, each.entries, each.lists, score, bound].map(number);
  return [each.name, ...figures, gapFigure(score, bound), seconds(cpu), addedBy(each.runs[0]!.engine)];
}

/** The best score of all, or what it lies between, and what it took to find it. */
function exactOf({ exact }: Measured): string[] {
  if (exact === null) return ["", ""];
  const { score, bound, cpu } = exact;
  return [score === bound ? number(score) : `${number(score)} to ${number(bound)}`, seconds(cpu)];
}

/** How many plans are the best of all, and whether any bound lies below it. */
function exactWords(small: readonly Measured[]): string[] {
  const known = small.filter(({ exact }) => exact !== null && exact.score === exact.bound);
  const reached = known.filter(({ runs, exact }) => runs[0]!.score === exact!.score).length;
  const untrue = small.filter(({ runs, exact }) => exact !== null && runs[0]!.bound < exact.score).length;
  const bounds = untrue === 0 ? "No bound lies below it." : `${untrue} BOUNDS LIE BELOW A PLAN.`;
  return [
    `Best of all: found without the planner's search, from the plan by hand, by splitting the plans until no part can hold a better one. It is known of ${known.length} of ${small.length}; the plan reaches it in ${reached}. ${bounds}`,
  ];
}

/** What a plan's engine names beyond the solver's own method. */
function addedBy(engine: string): string {
  return /(HiGHS|javascript-lp-solver).*$/.exec(engine)?.[0] ?? "nothing";
}

function provenWords(small: readonly Measured[]): string {
  const proven = small.filter(({ runs }) => runs[0]!.score === runs[0]!.bound).length;
  return `${proven} of ${small.length} are proven optimal.`;
}
