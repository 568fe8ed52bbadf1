import { existsSync } from "node:fs";
import { join } from "node:path";
import { faultLine } from "~/cli/fault-line";
import { Refusal } from "~/cli/hublist/command";
import { readPlanCommand } from "~/cli/plan-options";
import { readNamedFiles } from "~/cli/read-plan-files";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { planContext, type PlanContext } from "~/services/planning/plan-context.server";
import type { Problem } from "~solver/problem";

/** Files of a folder that the planner reads, by option; the first two must be there. */
const FILES = {
  "waiting-list": "waiting-list.csv",
  sessions: "sessions.csv",
  resources: "resources.csv",
  policy: "policy.json",
  pins: "pins.csv",
};

/** An instance to measure: a folder of the planner's files and the day on which the plan is made. */
export interface Instance {
  name: string;
  folder: string;
  planDate: string;
}

/** The words after `plan` for an instance. */
export function planWords({ folder, planDate }: Omit<Instance, "name">, out: string): string[] {
  const named = Object.entries(FILES)
    .map(([option, file]) => [option, join(folder, file)] as const)
    .filter(([option, path]) => option === "waiting-list" || option === "sessions" || existsSync(path))
    .flatMap(([option, path]) => [`--${option}`, path]);
  return [...named, "--plan-date", planDate, "--out", out];
}

/** What the solver is given, what it was built from, and how many entries the waiting list has. */
export interface InstanceProblem {
  problem: Problem;
  context: PlanContext;
  built: BuiltProblem;
  entries: number;
}

/** An instance as the planner itself reads it. Throws a Refusal that names each fault. */
export async function instanceProblem(instance: Omit<Instance, "name">): Promise<InstanceProblem> {
  const read = readPlanCommand(planWords(instance, "plan.json"));
  if (read.kind !== "command") throw new Refusal(read.kind === "refused" ? read.lines.join("\n") : read.text);
  const files = await readNamedFiles(read.command);
  if (files.kind === "refused") throw new Refusal(files.faults.map(faultLine).join("\n"));
  const context = planContext(files.input);
  const built = buildProblem(context);
  if (built.kind === "refused") throw new Refusal(built.faults.map(faultLine).join("\n"));
  return { problem: built.problem, context, built, entries: files.input.entries.length };
}
