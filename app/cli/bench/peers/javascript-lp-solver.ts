import solver, { type Model } from "javascript-lp-solver";
import type { Mip } from "../mip";
import { wallSeconds } from "../processor-time";
import { installedVersion } from "./installed-version";
import type { MipAnswer, MipEngine } from "./peer";

/** javascript-lp-solver alone. It reads its clock between nodes only, so whoever calls it must be ready to kill it. */
export const javascriptLpSolver: MipEngine = {
  version: async () => installedVersion("javascript-lp-solver"),
  solve: async (mip, seconds) =>
    answerOf(mip, solver.Solve(modelOf(mip, 1000 * wallSeconds(seconds))) as Answered),
};

type Answered = Record<string, unknown>;

/** Names of columns and rows must not clash with "feasible" and the like. */
const column = (at: number) => `x${at}`;

function modelOf(mip: Mip, timeout: number): Model {
  const variables = mip.objective.map((points): Record<string, number> => ({ points }));
  const constraints: Model["constraints"] = {};
  const ints: Record<string, 1> = {};
  mip.rows.forEach((row, at) => {
    constraints[`r${at}`] = { max: row.most };
    row.columns.forEach((c, i) => (variables[c]![`r${at}`] = row.values[i]!));
  });
  mip.integer.forEach((integer, at) => {
    if (integer) ints[column(at)] = 1;
    variables[at]![`b${at}`] = 1;
    constraints[`b${at}`] = mip.lower[at]! > 0 ? { equal: 1 } : { max: mip.upper[at]! };
  });
  return {
    optimize: "points",
    opType: "max",
    constraints,
    variables: Object.fromEntries(variables.map((each, at) => [column(at), each])),
    ints,
    timeout,
  };
}

/** Columns at zero are left out of its answer. */
function answerOf(mip: Mip, answered: Answered): MipAnswer {
  if (answered.feasible !== true) return { values: null, bound: null, optimal: false };
  const values = mip.objective.map((_, at) => Number(answered[column(at)] ?? 0));
  return { values, bound: null, optimal: answered.isIntegral === true };
}
