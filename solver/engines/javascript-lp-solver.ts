import type { Model } from "javascript-lp-solver";
import type { Engine, EngineAnswer } from "./engine";
import type { Program } from "./program";

/** Names of columns and rows must not clash with "feasible" and the like. */
const column = (at: number) => `x${at}`;
const row = (at: number) => `r${at}`;

/** javascript-lp-solver in this thread. Rejects where the package is missing. */
export async function startJavascriptLpSolver(): Promise<Engine> {
  const { default: solver } = await import("javascript-lp-solver");
  return {
    answer(request): EngineAnswer {
      const program = request.kind === "relax" ? request.begin : request.program;
      if (!program) throw new Error("javascript-lp-solver keeps no program");
      const answered = solver.Solve(modelOf(program, request.kind === "choose")) as Record<string, unknown>;
      const values = Float64Array.from(program.points, (_, at) => Number(answered[column(at)] ?? 0));
      return { values, duals: null, closed: answered["feasible"] === true && answered["bounded"] !== false };
    },
  };
}

/** Rows that no column touches are left out: its tableau is dense. A column that gains nothing may stay at 0. */
function modelOf(program: Program, whole: boolean): Model {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Model["constraints"] = {};
  const ints: Record<string, 1> = {};
  program.points.forEach((points, at) => {
    const entries: Record<string, number> = { points };
    for (let i = program.start[at]!; i < program.start[at + 1]!; i++) {
      const touched = program.rows[i]!;
      entries[row(touched)] = program.amounts[i]!;
      constraints[row(touched)] ??= limitsOf(program.least[touched]!, program.most[touched]!);
    }
    variables[column(at)] = entries;
    if (whole) ints[column(at)] = 1;
  });
  return { optimize: "points", opType: "max", constraints, variables, ints };
}

function limitsOf(least: number, most: number): { min?: number; max?: number } {
  return { ...(least === -Infinity ? {} : { min: least }), ...(most === Infinity ? {} : { max: most }) };
}
