import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "~/domain/plan";
import { judgePlan } from "~/services/judge-plan.server";
import { check } from "~solver/check";
import { writeHubs } from "../generated";
import { Refusal } from "../../hublist/command";
import { instanceProblem, type Instance, type InstanceProblem } from "../instance-problem";
import { handRule } from "../peers/hand-rule";
import { planRun, type PlanRun } from "../plan-runs";
import type { RandomWeek } from "./random-week";
import { rowsOf } from "./week-rows";

/** What came of one random week. */
export interface JudgedWeek extends RandomWeek {
  entries: number;
  sessions: number;
  pairs: number;
  score: number;
  bound: number;
  /** Score of the plan that a careful person makes by hand. */
  hand: number;
  /** Processor seconds of the plan command. */
  cpu: number;
  /** What the app's judge, and the program named as checker (null: none was), find wrong; or that no plan was made. */
  faults: string[];
  checker: "accepts" | "refuses" | null;
}

/** Whether a plan was made that every judge accepts, no worse than by hand, with a bound above every known plan. */
export function isSound({ faults, checker, score, hand, bound }: JudgedWeek): boolean {
  return faults.length === 0 && checker !== "refuses" && score >= hand && bound >= Math.max(score, hand);
}

/** Plans a week with the plan command in a fresh process and has the plan judged; null when it was stopped. */
export async function judgedWeek(
  week: RandomWeek,
  folder: string,
  checker: string | null,
  stop: AbortSignal,
): Promise<JudgedWeek | null> {
  const instance: Instance = {
    name: `week ${week.number}`,
    folder: join(folder, "week"),
    planDate: week.planDate,
  };
  writeHubs(instance.folder, [rowsOf(week)]);
  const problem = await instanceProblem(instance);
  const { lists, options } = problem.problem;
  const size = { entries: problem.entries, sessions: lists.length, pairs: options.case.length };
  const run = await planned(instance, week.number, folder, stop);
  if (run === null) return null;
  if ("faults" in run)
    return { ...week, ...size, score: 0, bound: 0, hand: 0, cpu: 0, faults: run.faults, checker: null };
  const { score, bound, cpu } = run;
  const hand = check(problem.problem, handRule(problem.problem));
  return {
    ...{ ...week, ...size, score, bound, cpu },
    hand: hand.violations.length > 0 ? 0 : hand.score,
    faults: faultsOf(problem, join(folder, "plan.json")),
    checker: checker === null ? null : await asked(checker, instance, join(folder, "plan.json")),
  };
}

async function planned(
  instance: Instance,
  seed: number,
  folder: string,
  stop: AbortSignal,
): Promise<PlanRun | { faults: string[] } | null> {
  try {
    return await planRun(instance, { seed, workers: 1, steps: null }, folder, stop);
  } catch (error) {
    if (error instanceof Refusal) return { faults: [error.message] };
    throw error;
  }
}

/** What the app's judge says, which reads the rows and knows nothing of how a plan is made. */
function faultsOf({ context }: InstanceProblem, path: string): string[] {
  return judgePlan(context, JSON.parse(readFileSync(path, "utf8")) as Plan);
}

function asked(
  checker: string,
  { folder, planDate }: Instance,
  plan: string,
): Promise<"accepts" | "refuses"> {
  const words = [checker, folder, plan, "--plan-date", planDate];
  return new Promise((settle) =>
    execFile(process.execPath, words, (error) => settle(error ? "refuses" : "accepts")),
  );
}
