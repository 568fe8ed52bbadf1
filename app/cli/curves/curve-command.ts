import type { PlanInput } from "~/domain/plan-input";
import type { Curve, CurvePlan } from "~/services/curves/curve";
import { drawCurve } from "~/services/curves/draw-curve.server";
import { frontier } from "~/services/curves/frontier";
import { movesCurve } from "~/services/curves/moves-curve";
import { overrunCurve } from "~/services/curves/overrun-curve";
import type { PlanRun } from "~/services/make-plan.server";
import type { Terminal } from "../terminal";
import type { CurveName, PlanCommand } from "../plan-options";
import { outPath, writeWhole, type OutPath } from "../plan-out";
import { ProgressLine } from "../progress-line";
import { curveCsv } from "./curve-csv";
import { CURVE_NAMES } from "./curve-names";
import { curveSvg } from "./curve-svg";
import { curveWords } from "./curve-words";

const [WRITTEN, DEFECT, REFUSED] = [0, 1, 2];

/** The files of a curve beside the plan: `plan.frontier.csv` and `plan.frontier.svg` beside `plan.json`. */
export function curveFiles(out: string, name: CurveName): { csv: string; svg: string } {
  const stem = `${out.replace(/\.json$/i, "")}.${name}`;
  return { csv: `${stem}.csv`, svg: `${stem}.svg` };
}

/** Whether each file of the ordered curves can be written. */
export async function curvePaths(
  { curves, out }: PlanCommand,
  inputs: readonly string[],
): Promise<OutPath[]> {
  const files = curves.flatMap((name) => Object.values(curveFiles(out, name)));
  const paths = await Promise.all(files.map((file) => outPath(file, inputs)));
  return paths.map((path) =>
    path.kind === "refused"
      ? { kind: "refused", line: path.line.replace("--out ", "a curve beside --out, ") }
      : path,
  );
}

/** Curves that this input cannot have, a line each. */
export function senselessCurves({ curves }: PlanCommand, { policy }: PlanInput): string[] {
  const { urgent, waiting } = policy.weights;
  if (!curves.includes("frontier") || urgent > 0 || waiting > 0) return [];
  return [
    "--frontier: the policy's weights of urgent and waiting are both 0, so there is no priority to set against utilisation; expected one above 0",
  ];
}

/** Draws the ordered curves of a plan that was written, one after the other. Gives the exit code. */
export async function drawCurves(
  command: PlanCommand,
  input: PlanInput,
  chosen: CurvePlan,
  run: PlanRun,
  terminal: Terminal,
): Promise<number> {
  let worst = WRITTEN;
  for (const name of command.curves) {
    if (terminal.stop.aborted) {
      terminal.err(`--${name}: stopped before the curve was begun, so it was not drawn.`);
      continue;
    }
    worst = Math.max(worst, await drawOne(curveOf(name, input), command, input, chosen, run, terminal));
  }
  return worst;
}

function curveOf(name: CurveName, input: PlanInput): Curve {
  if (name === "frontier") return frontier(input);
  if (name === "overrun-curve") return overrunCurve(input);
  if (input.previous === null) throw new Error("a curve of moves without an earlier plan");
  return movesCurve(input, input.previous);
}

async function drawOne(
  curve: Curve,
  { out }: PlanCommand,
  input: PlanInput,
  chosen: CurvePlan,
  run: PlanRun,
  terminal: Terminal,
): Promise<number> {
  const names = CURVE_NAMES[curve.name];
  const progress = terminal.progress && new ProgressLine(terminal.progress);
  let where = "";
  const drawn = await drawCurve(
    curve,
    input,
    chosen,
    { ...run, onProgress: (now) => progress?.show(now, where) },
    (at, of) => (where = `${names.title}, point ${at} of ${of}: `),
  );
  progress?.clear();
  const files = curveFiles(out, curve.name);
  try {
    await writeWhole(files.csv, curveCsv(names, drawn.points));
    await writeWhole(files.svg, curveSvg(names, curve, drawn.points));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
    terminal.err(`--${curve.name}: the curve could not be written beside ${out} (${why}); the plan stands`);
    return REFUSED;
  }
  terminal.out(curveWords(names, drawn, Object.values(files)));
  return drawn.ended.kind === "crashed" ? DEFECT : WRITTEN;
}
