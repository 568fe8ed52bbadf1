import type { PlannerFile } from "~/domain/week-record";
import type { RunOptions } from "~db/schema";

/** The options of the planner that name files, in the order of the file contract. */
const FILE_OPTIONS: [option: string, file: PlannerFile][] = [
  ["--waiting-list", "waiting-list.csv"],
  ["--sessions", "sessions.csv"],
  ["--resources", "resources.csv"],
  ["--policy", "policy.json"],
  ["--pins", "pins.csv"],
  ["--previous", "previous.json"],
];

/** The command line that makes the same plan again of a run's downloaded files. */
export function solveCommand(
  { options, seed }: { options: RunOptions; seed: number },
  names: readonly PlannerFile[],
  /** No more of the earlier places than this may be left; null: any number. */
  maxMoves: number | null = null,
): string {
  const files = FILE_OPTIONS.filter(([, file]) => names.includes(file)).map(
    ([option, file]) => `${option} ${file}`,
  );
  return [
    "npm run plan --",
    ...files,
    names.includes("previous.json") ? `--move-price ${options.movePrice}` : "",
    names.includes("previous.json") && maxMoves !== null ? `--max-moves ${maxMoves}` : "",
    `--plan-date ${options.planDate}`,
    `--seed ${seed}`,
    options.steps === null ? "" : `--steps ${options.steps}`,
    "--out plan-again.json",
  ]
    .filter(Boolean)
    .join(" ");
}
