import { gapFigure, seconds } from "./figures";
import { middleOf, type Measured, type Measurement } from "./measurement";
import type { Section } from "./report";

/** What more threads gain; nothing where only one number of them was measured. */
export function workersSection(measurement: Measurement): Section[] {
  const compared = measurement.filter(({ crews }) => crews.length > 0);
  if (compared.length === 0) return [];
  const head = ["", "threads", "gap", "CPU s", "wall s", "of the wall of the first"];
  return [
    {
      title: "Threads",
      before:
        "The same instance and seed with other numbers of threads, medians of as many runs. The plan is the same; wall seconds mean something only where the machine has that many free processors.",
      rows: [head, ...compared.flatMap(rowsOf)],
      after: [],
    },
  ];
}

function rowsOf(measured: Measured): string[][] {
  const crews = [{ workers: measured.workers, runs: measured.runs }, ...measured.crews];
  const first = middleOf(measured).wall;
  return crews.map((crew) => {
    const { score, bound, cpu, wall } = middleOf(crew);
    const figures = [gapFigure(score, bound), seconds(cpu), seconds(wall), (wall / first).toFixed(2)];
    return [measured.name, String(crew.workers), ...figures];
  });
}
