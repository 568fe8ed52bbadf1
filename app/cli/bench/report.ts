import { number } from "~/domain/figure-words";
import { engineSection } from "./engine-report";
import { gapFigure, mebibytes, seconds } from "./figures";
import { firstSeeds, isSteady, middleOf, type Measured, type Measurement } from "./measurement";
import { peerSections } from "./peer-report";
import type { Section } from "./section";
import { growth, median } from "./statistics";
import { warmSection } from "./warm-report";
import { workersSection } from "./worker-report";

/** All tables of a measurement; those that have nothing to show are left out. */
export function sectionsOf(measurement: Measurement): Section[] {
  if (measurement.length === 0) return [];
  const sections = [oneRun(measurement)];
  if (measurement.some(({ seed }) => seed !== measurement[0]!.seed)) sections.push(severalSeeds(measurement));
  if (firstSeeds(measurement).length > 2) sections.push(growthOfTime(measurement));
  return [
    ...sections,
    ...engineSection(measurement),
    ...workersSection(measurement),
    ...warmSection(measurement),
    ...peerSections(measurement),
  ];
}

function oneRun(measurement: Measurement): Section {
  const first = firstSeeds(measurement);
  const head = ["", "entries", "sessions", "pairs", "score", "bound", "gap", "CPU s", "wall s", "memory"];
  const rows = first.map((each) => {
    const { score, bound, cpu, wall, memory } = middleOf(each);
    const size = [each.entries, each.lists, each.pairs, score, bound].map(number);
    return [each.name, ...size, gapFigure(score, bound), seconds(cpu), seconds(wall), mebibytes(memory)];
  });
  const runs = [...new Set(first.map((each) => each.runs.length))].join(" or ");
  return {
    title: "One run",
    before: `The whole plan command in a fresh process: read, decide who may go where, solve, check, write. Seed ${first[0]!.seed}; time is the median of ${runs} runs each, memory the largest. Pairs are the places that the rules leave open: an entry and a session it may go into.`,
    rows: [head, ...rows],
    after: [
      isSteady(measurement)
        ? "Every run of one instance and seed gave the same plan, byte for byte but for its seconds."
        : "RUNS OF ONE INSTANCE AND SEED GAVE DIFFERENT PLANS.",
    ],
  };
}

function severalSeeds(measurement: Measurement): Section {
  const head = ["", "seeds", "gap, median", "gap, worst", "CPU s, median", "CPU s, worst", "memory, worst"];
  const rows = firstSeeds(measurement).map(({ name }) => {
    const same = measurement.filter((each) => each.name === name);
    const middles = same.map(middleOf);
    const gaps = middles.map(({ gap }) => gap);
    const times = middles.map(({ cpu }) => cpu);
    return [
      name,
      same.map(({ seed }) => seed).join(", "),
      gapFigure(1 - median(gaps), 1),
      gapFigure(1 - Math.max(...gaps), 1),
      seconds(median(times)),
      seconds(Math.max(...times)),
      mebibytes(Math.max(...middles.map(({ memory }) => memory))),
    ];
  });
  const before = "A seed makes another instance of the same size, and the search starts from it.";
  return { title: "Several seeds", before, rows: [head, ...rows], after: [] };
}

function growthOfTime(measurement: Measurement): Section {
  const first = [...firstSeeds(measurement)].sort((a, b) => a.pairs - b.pairs);
  const rows = first.map((each) => {
    const { cpu } = middleOf(each);
    return [each.name, number(each.pairs), seconds(cpu), (cpu / (each.pairs / 1000)).toFixed(2)];
  });
  return {
    title: "Growth",
    before: "Time beside the number of entry-session pairs, seed and runs as in the first table.",
    rows: [["", "pairs", "CPU s", "CPU s a thousand pairs"], ...rows],
    after: [growthWords(first)],
  };
}

/** Below so many pairs most of the time goes into starting the program. */
const GROWS_FROM = 10_000;

function growthWords(measured: readonly Measured[]): string {
  const large = measured.filter(({ pairs }) => pairs >= GROWS_FROM);
  const power = growth(large.map((each) => ({ size: each.pairs, time: middleOf(each).cpu })));
  if (power === null) return `No two sizes have ${number(GROWS_FROM)} pairs or more.`;
  const verdict = power < 1.005 ? "no faster than" : "faster than";
  return `From ${number(GROWS_FROM)} pairs on time grows as pairs to the power of ${power.toFixed(2)}: ${verdict} the pairs themselves.`;
}
