import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchProgress } from "../bench-command";
import type { RandomOrder } from "../bench-options";
import { gapFigure } from "../figures";
import { isSound, judgedWeek, type JudgedWeek } from "./judged-week";
import { randomWeek } from "./random-week";

/**
 * Plans and judges random weeks, in the order of their numbers. Weeks that the kept file has are taken from it, and each
 * judged one is added to it at once, so that a stopped bench goes on where it was.
 */
export async function randomBench(
  { from, upTo, keep, checker }: RandomOrder,
  progress: BenchProgress,
  stop: AbortSignal,
): Promise<JudgedWeek[]> {
  const known = keptWeeks(keep);
  const folder = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  const judged: JudgedWeek[] = [];
  try {
    for (let number = from; number <= upTo && !stop.aborted; number++) {
      progress.now(`Week ${number} of ${upTo}`);
      const week = known.get(number) ?? (await judgedWeek(randomWeek(number), folder, checker, stop));
      if (week === null) break;
      judged.push(week);
      if (known.has(number)) continue;
      if (keep !== null) appendFileSync(keep, `${JSON.stringify(week)}\n`);
      progress.done(weekWords(week));
    }
    return judged;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Weeks of the file by number; a last line that was cut off is left out. */
function keptWeeks(keep: string | null): Map<number, JudgedWeek> {
  if (keep === null || !existsSync(keep)) return new Map();
  const lines = readFileSync(keep, "utf8").split("\n").slice(0, -1);
  const weeks = lines.map((line) => JSON.parse(line) as JudgedWeek);
  return new Map(weeks.map((week) => [week.number, week]));
}

function weekWords(week: JudgedWeek): string {
  const { number, provider, hard, entries, score, bound } = week;
  const verdict = isSound(week) ? "sound" : `NOT SOUND ${week.faults.slice(0, 2).join("; ")}`;
  return `Week ${number}, ${provider}${hard ? ", hard" : ""}, ${entries} entries: gap ${gapFigure(score, bound)}, ${verdict}`;
}
