import { number } from "~/domain/figure-words";
import { gapFigure, seconds } from "./figures";
import { middleOf, type Measured, type Measurement } from "./measurement";
import type { Section } from "./report";

/** Sessions up to which a week is small enough for engines to help close its gap. */
const SMALL = 24;

/** Small weeks seed by seed: what came of each, whether it is proven, and what engines added beside our own method. */
export function engineSection(measurement: Measurement): Section[] {
  const small = measurement.filter(({ lists, runs }) => lists <= SMALL && runs.length > 0);
  if (small.length === 0) return [];
  const head = ["", "seed", "entries", "sessions", "score", "bound", "gap", "CPU s", "engines added"];
  return [
    {
      title: "Small weeks, seed by seed",
      before:
        "A bound that meets the score proves the plan optimal. HiGHS: bound, it lowered the bound by its duals (our own sums at them are the bound); plan, it chose a better plan among lists; proof, it tried all lists that were left in question.",
      rows: [head, ...small.map(rowOf)],
      after: [provenWords(small)],
    },
  ];
}

function rowOf(each: Measured): string[] {
  const { score, bound, cpu } = middleOf(each);
  const figures = [each.seed, each.entries, each.lists, score, bound].map(number);
  return [each.name, ...figures, gapFigure(score, bound), seconds(cpu), addedBy(each.runs[0]!.engine)];
}

/** What a plan's engine names beyond the solver's own method. */
function addedBy(engine: string): string {
  return /(HiGHS|javascript-lp-solver).*$/.exec(engine)?.[0] ?? "nothing";
}

function provenWords(small: readonly Measured[]): string {
  const proven = small.filter(({ runs }) => runs[0]!.score === runs[0]!.bound).length;
  return `${proven} of ${small.length} are proven optimal.`;
}
