import { number } from "~/domain/figure-words";
import { errorOf } from "./estimates";
import { gapFigure, seconds } from "./figures";
import type { Measured, Measurement } from "./measurement";
import type { Section } from "./report";
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
    ...estimateSection(asked.filter(({ warm }) => warm!.estimates.length > 1)),
  ];
}

function estimateSection(asked: readonly Measured[]): Section[] {
  if (asked.length === 0) return [];
  const head = ["", "units", "mean estimate", "mean true figure", "mean error", "worst error", "correlation"];
  const rows = asked.map(({ name, warm }) => {
    const { estimate, truth, mean, worst, correlation } = errorOf(warm!.estimates);
    const points = [estimate, truth, mean, worst].map((value) => number(Math.round(value)));
    return [name, String(warm!.estimates.length), ...points, correlation.toFixed(2)];
  });
  return [
    {
      title: "Estimates beside true figures",
      before:
        "What 30 minutes of a session or one unit of a shared thing is worth in points: as estimated with the plan, and as found by planning again near it. The dearest estimates of each instance.",
      rows: [head, ...rows],
      after: [],
    },
  ];
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
