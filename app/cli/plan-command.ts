import { planPieces } from "~/export/plan";
import { makePlan, type PlanOutcome } from "~/services/make-plan.server";
import { limitPassed } from "~/services/planning/time-shares";
import { dismiss, ready } from "~solver/run";
import { curvePaths, drawCurves, senselessCurves } from "./curves/curve-command";
import { faultLine } from "./fault-line";
import { readPlanCommand, type PlanCommand } from "./plan-options";
import { outPath, writeWhole } from "./plan-out";
import { planSummary } from "./plan-summary";
import { ProgressLine } from "./progress-line";
import { readNamedFiles } from "./read-plan-files";
import type { Terminal } from "./terminal";

/** Exit codes of the file contract; any other is a defect. */
const WRITTEN = 0;
const REFUSED = 2;
const DEFECT = 1;
const INTERRUPTED = 130;

/** The headless planner. Gives its exit code. */
export async function planCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const read = readPlanCommand(words);
  if (read.kind === "help") {
    terminal.out(read.text);
    return WRITTEN;
  }
  if (read.kind === "refused") return refuse(terminal, [...read.lines, "See npm run plan -- --help"]);
  const { command } = read;
  const threads = ready(terminal.worker, command.workers);
  const out = await outPath(command.out, inputsOf(command));
  const curves = await curvePaths(command, inputsOf(command));
  const began = terminal.seconds();
  const files = await readNamedFiles(command);
  const lines = [out, ...curves].flatMap((path) => (path.kind === "refused" ? [path.line] : []));
  if (files.kind === "refused") lines.push(...files.faults.map(faultLine));
  else lines.push(...senselessCurves(command, files.input));
  if (lines.length || out.kind === "refused" || files.kind === "refused") {
    dismiss(threads);
    return refuse(terminal, lines);
  }
  const progress = terminal.progress && new ProgressLine(terminal.progress);
  const { seed, steps, timeLimit, workers } = command;
  const { worker, stop, kill } = terminal;
  const run = { ...{ seed, steps, timeLimit, workers, worker, stop, kill } };
  const all = terminal.seconds();
  const outcome = await makePlan(files.input, {
    ...{ ...run, spent: { all, reading: all - began }, mayTellInPart: true, ready: threads },
    onProgress: (now) => progress?.show(now),
  });
  dismiss(threads);
  progress?.clear();
  const code = await finish(outcome, command, out.path, terminal);
  if (code !== WRITTEN || outcome.kind !== "planned") return code;
  return drawCurves(command, files.input, outcome, run, terminal);
}

async function finish(outcome: PlanOutcome, command: PlanCommand, path: string, terminal: Terminal) {
  switch (outcome.kind) {
    case "refused":
      return refuse(terminal, outcome.faults.map(faultLine));
    case "stopped":
      terminal.err("Stopped; nothing was written.");
      return INTERRUPTED;
    case "crashed":
      terminal.err(`The search ended with a fault of its own (${outcome.word}); nothing was written.`);
      return DEFECT;
    case "planned":
      return write(outcome, command, path, terminal);
  }
}

async function write(
  { plan, comparison, shares }: Extract<PlanOutcome, { kind: "planned" }>,
  { out, timeLimit }: PlanCommand,
  path: string,
  terminal: Terminal,
): Promise<number> {
  try {
    await writeWhole(path, planPieces(plan));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
    return refuse(terminal, [
      `--out ${out}: the plan could not be written (${why}), nothing was left behind`,
    ]);
  }
  terminal.out(planSummary(plan, comparison, out));
  const passed = timeLimit !== null && shares && limitPassed(timeLimit, terminal.seconds(), shares);
  if (passed) terminal.err(passed);
  return WRITTEN;
}

function refuse(terminal: Terminal, lines: readonly string[]): number {
  for (const line of lines) terminal.err(line);
  return REFUSED;
}

/** Files that the plan must not be written over. The earlier plan may be: it is read before and replaced whole. */
function inputsOf({ waitingList, sessions, resources, policy, pins }: PlanCommand): string[] {
  return [waitingList, sessions, resources, policy, pins].filter((path) => path !== null);
}
