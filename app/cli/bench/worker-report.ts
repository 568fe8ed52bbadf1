import { gapFigure, seconds } from "./figures";
import { middleOf, type Measured, type Measurement } from "./measurement";
import type { Section } from "./section";

/** What more threads gain; nothing where only one number of them was measured. */
export function workersSection(measurement: Measurement): Section[] {
  const compared = measurement.filter(({ crews }) => crews.length > 0);
  if (compared.length === 0) return [];
  const head = ["", "threads", "gap", "CPU s", "whole run, wall s", "share", "planning, wall s", "share"];
  return [
    {
      title: "Threads",
      before:
        "The same instance and seed with other numbers of threads, medians of as many runs. The plan is the same. Planning goes from the rows to the solution: reading, explaining and writing have one thread always. A share is that of the first number of threads; wall seconds mean something only where the machine has that many free processors.",
      rows: [head, ...compared.flatMap(rowsOf)],
      after: [],
    },
  ];
}

function rowsOf(measured: Measured): string[][] {
  const crews = [{ workers: measured.workers, runs: measured.runs }, ...measured.crews];
  const first = middleOf(measured);
  return crews.map((crew) => {
    const { score, bound, cpu, wall, planning } = middleOf(crew);
    const shares = { wall: (wall / first.wall).toFixed(2), planning: (planning / first.planning).toFixed(2) };
    const figures = [seconds(wall), shares.wall, seconds(planning), shares.planning];
    return [measured.name, String(crew.workers), gapFigure(score, bound), seconds(cpu), ...figures];
  });
}
