import { columnOf } from "./mps";
import { outsideVersion, runOutside } from "./outside";
import type { MipEngine } from "./peer";

/** CBC, the program of COIN-OR, where it is installed. Its clock counts processor time. */
export const cbc: MipEngine = {
  version: async () => {
    const version = await outsideVersion("cbc", ["-stop"], /Version: (\S+)/);
    return version && `CBC ${version}`;
  },
  solve: async (mip, seconds) => {
    const limit = String(Math.max(1, Math.floor(seconds)));
    const settings = ["-timeMode", "cpu", "-seconds", limit, "-ratioGap", "0", "-allowableGap", "0.5"];
    const { log, solution, cpu, memory } = await runOutside(mip, (files) => [
      "cbc",
      files.model,
      ...settings,
      "-solve",
      "-solution",
      files.solution,
    ]);
    const optimal = /^Result - Optimal solution found/m.test(log);
    const values = solution === null ? null : valuesOf(solution, mip.objective.length);
    return { values, bound: optimal ? null : boundOf(log), optimal, outside: { cpu, memory } };
  },
};

/** Lines of a solution file: number, name, value, cost; `**` marks a broken bound. The first line tells the state. */
function valuesOf(solution: string, columns: number): number[] | null {
  const [state = "", ...lines] = solution.split("\n");
  if (/no integer solution|infeasible/i.test(state)) return null;
  const values = new Array<number>(columns).fill(0);
  for (const line of lines) {
    const [, name, value] = line.replace("**", "").trim().split(/\s+/);
    if (name !== undefined && value !== undefined) values[columnOf(name)] = Number(value);
  }
  return values;
}

/** The file minimises, so its lower bound is minus ours; before the tree search there is that of the LP alone. */
function boundOf(log: string): number | null {
  const patterns = [/^Lower bound:\s+(\S+)/gm, /^Continuous objective value is (\S+)/gm];
  const found = patterns.map((pattern) => [...log.matchAll(pattern)].at(-1)?.[1]).find(Boolean);
  return found === undefined ? null : -Number(found);
}
