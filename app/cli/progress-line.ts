import { number } from "~/domain/figure-words";
import { gapPercent } from "~/domain/gap-words";
import type { Progress } from "~solver/solution";

const PHASES: Record<Progress["phase"], string> = {
  prices: "Working out prices",
  search: "Searching",
  proof: "Proving",
};

/** Where a search stands, in one line. */
export function progressWords({ phase, steps, stepsPlanned, score, bound, seconds }: Progress): string {
  const terms = [PHASES[phase]];
  if (stepsPlanned > 0) terms.push(`step ${number(steps)} of ${number(stepsPlanned)}`);
  if (score !== null) terms.push(`score ${number(score)}`);
  if (score !== null && bound !== null && bound > 0) terms.push(`gap ${gapPercent((bound - score) / bound)}`);
  return `${terms.join(", ")}, ${seconds.toFixed(1)} s`;
}

/** A line of a terminal that is written again in its place, never wider than the terminal. */
export class ProgressLine {
  constructor(private readonly terminal: { write(text: string): unknown; columns?: number }) {}

  /** @param of what the progress is of, where that is not the plan itself */
  show(progress: Progress, of = ""): void {
    const width = (this.terminal.columns ?? 80) - 1;
    this.terminal.write(`\r\u001b[K${(of + progressWords(progress)).slice(0, width)}`);
  }

  clear(): void {
    this.terminal.write("\r\u001b[K");
  }
}
