import { number } from "~/domain/figure-words";
import { errorOf, type Estimated, type EstimatedUnit } from "./estimates";
import { gapFigure, seconds } from "./figures";
import type { Measured, Measurement } from "./measurement";
import type { Section } from "./section";
import { median } from "./statistics";
import type { WarmRun } from "./warm-questions";

/** What a warm solver takes for a changed question; nothing where none was asked. */
export function warmSection(measurement: Measurement): Section[] {
  const asked = measurement.filter(({ warm }) => warm !== null);
  if (asked.length === 0) return [];
  const head = [
    ...["", "question", "draws", "wall s, median", "worst", "CPU s, median", "worst"],
    ...["gap, median", "worst", "moved, median", "most"],
  ];
  return [
    {
      title: "Changed questions",
      before:
        "A solver that has the instance ready is asked what changes when cases are forced in or there is one unit more of a shared thing that is short: it plans again near its plan and proves a bound of its own. Draws are random places of cases that had none, and the dearest capacities. Moved: cases that stand elsewhere than before, or nowhere.",
      rows: [head, ...asked.flatMap(rowsOf)],
      after: asked.map(
        ({ name, warm }) => `${name} is ready in ${seconds(warm!.wake)} s from its plan and prices.`,
      ),
    },
    ...estimateSection(asked),
  ];
}

/** In which rows units stand. */
const UNITS: { words: string; kinds: EstimatedUnit["kind"][] }[] = [
  { words: "one unit more", kinds: ["minutes", "resource"] },
  { words: "one case more on a list", kinds: ["case"] },
  { words: "an hour less kept free", kinds: ["reserve"] },
  { words: "a patient's second case of a day", kinds: ["secondCase"] },
  { words: "a list beside its surgeon's other one", kinds: ["overlap"] },
  { words: "a higher overrun limit", kinds: ["overrun"] },
];

function estimateSection(asked: readonly Measured[]): Section[] {
  const rows = asked.flatMap(({ name, warm }) => [
    ...UNITS.flatMap(({ words, kinds }) =>
      estimateRow(
        name,
        words,
        warm!.estimates.filter(({ kind }) => kinds.includes(kind)),
      ),
    ),
    ...estimateRow(name, "placing a patient", warm!.places),
  ]);
  if (rows.length === 0) return [];
  const head = ["", "what", "asked", "mean estimate", "mean true figure"];
  return [
    {
      title: "Estimates beside true figures",
      before:
        "Points of a change, as estimated with the plan and as found by planning again near it. One unit more: 30 minutes of a session or one of a shared thing, the dearest estimates of each instance. Then the rules that bind, one unit each: of second cases, lists beside another and overrun no more is told than a real plan gains. Placing a patient: an entry for whom there was no capacity is forced into its cheapest place, entries drawn evenly.",
      rows: [[...head, "mean error", "worst error", "correlation"], ...rows],
      after: [],
    },
  ];
}

function estimateRow(name: string, what: string, all: readonly Estimated[]): string[][] {
  if (all.length === 0) return [];
  const { estimate, truth, mean, worst, correlation } = errorOf(all);
  const points = [estimate, truth, mean, worst].map((value) => number(Math.round(value)));
  return [[name, what, String(all.length), ...points, isNaN(correlation) ? "" : correlation.toFixed(2)]];
}

function rowsOf({ name, warm }: Measured): string[][] {
  const { runs } = warm!;
  return [...new Set(runs.map(({ what }) => what))].map((what) => {
    const same = runs.filter((each) => each.what === what);
    const of = (value: (each: WarmRun) => number) => same.map(value);
    const both = (values: number[], words: (value: number) => string) => [
      words(median(values)),
      words(Math.max(...values)),
    ];
    return [
      ...[name, what, String(same.length)],
      ...both(
        of(({ wall }) => wall),
        fine,
      ),
      ...both(
        of(({ cpu }) => cpu),
        fine,
      ),
      ...both(
        of(({ gap }) => gap),
        (gap) => gapFigure(1 - gap, 1),
      ),
      ...both(
        of(({ moved }) => moved),
        String,
      ),
    ];
  });
}

const fine = (value: number) => value.toFixed(2);
