import { wallSeconds } from "../processor-time";
import { outsideVersion, runOutside } from "./outside";
import type { MipEngine } from "./peer";

/** GLPK's glpsol, where it is installed. Its clock counts wall time. */
export const glpk: MipEngine = {
  version: async () => {
    const version = await outsideVersion("glpsol", ["--version"], /LP\/MIP Solver (\S+)/);
    return version && `GLPK ${version}`;
  },
  solve: async (mip, seconds) => {
    const limit = String(Math.max(1, Math.floor(wallSeconds(seconds))));
    const { log, solution, cpu, memory } = await runOutside(mip, (files) => [
      "glpsol",
      "--mps",
      files.model,
      "--tmlim",
      limit,
      "--write",
      files.solution,
    ]);
    const optimal = /INTEGER OPTIMAL SOLUTION FOUND/.test(log);
    const values = solution === null ? null : valuesOf(solution, mip.objective.length);
    return { values, bound: optimal ? null : boundOf(log), optimal, outside: { cpu, memory } };
  },
};

/** `s mip ROWS COLUMNS STATE OBJECTIVE`, then `j COLUMN VALUE`; states o and f have a solution. */
function valuesOf(solution: string, columns: number): number[] | null {
  const state = /^s mip \d+ \d+ (\w)/m.exec(solution)?.[1];
  if (state !== "o" && state !== "f") return null;
  const values = new Array<number>(columns).fill(0);
  for (const [, column, value] of solution.matchAll(/^j (\d+) (\S+)/gm))
    values[Number(column) - 1] = Number(value);
  return values;
}

/** Lines of its tree search: `+ 12: mip = -97 >= -98 ...` (or `not found yet` before the sign), the last one counts. */
function boundOf(log: string): number | null {
  const found = [...log.matchAll(/mip =\s+(\S+|not found yet)\s+>=\s+(\S+)/g)].at(-1)?.[2];
  if (found === undefined || !Number.isFinite(Number(found))) return null;
  return -Number(found);
}
