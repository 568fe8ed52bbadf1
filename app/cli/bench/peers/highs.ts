import loadHighs, { type Highs, type HighsCallbackMap, type ModelData } from "highs";
import type { Mip } from "../mip";
import { processorSeconds, wallSeconds } from "../processor-time";
import { installedVersion } from "./installed-version";
import type { MipAnswer, MipEngine } from "./peer";

/** HiGHS as WebAssembly, with the whole program at once. */
export const highs: MipEngine = {
  version: async () => installedVersion("highs"),
  solve: async (mip, seconds) => solveIn(await (loaded ??= loadHighs()), mip, seconds),
};

let loaded: Promise<Highs> | undefined;

function solveIn(engine: Highs, mip: Mip, seconds: number): MipAnswer {
  const end = processorSeconds() + seconds;
  return engine.withModel((model): MipAnswer => {
    model.passModel(modelOf(engine, mip));
    const time_limit = wallSeconds(seconds);
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit });
    let bound: number | null = null;
    let values: Float64Array | null = null;
    const { mipInterrupt, mipImprovingSolution } = engine.constants.callbackType;
    const callbacks: HighsCallbackMap = {
      [mipInterrupt]: (event) => {
        bound = event.data.mip_dual_bound ?? bound;
        if (processorSeconds() >= end) event.interrupt();
        return undefined;
      },
      [mipImprovingSolution]: (event) => {
        values = event.data.mip_solution ?? values;
        return undefined;
      },
    };
    const { modelStatus } = model.run(callbacks);
    const optimal = modelStatus === engine.constants.modelStatus.optimal;
    if (optimal) values = model.getSolution().colValue;
    return { values, bound: optimal ? null : bound, optimal };
  });
}

function modelOf(engine: Highs, mip: Mip): ModelData {
  const starts = [0];
  for (const { columns } of mip.rows) starts.push(starts.at(-1)! + columns.length);
  const sorted = mip.rows.map(({ columns, values }) =>
    columns.map((column, at) => [column, values[at]!] as const).sort(([a], [b]) => a - b),
  );
  const { variableType, objectiveSense } = engine.constants;
  return {
    numCols: mip.objective.length,
    numRows: mip.rows.length,
    sense: objectiveSense.maximize,
    colCost: mip.objective,
    colLower: mip.lower,
    colUpper: mip.upper,
    rowLower: mip.rows.map(() => -engine.infinity),
    rowUpper: mip.rows.map(({ most }) => most),
    matrix: {
      format: "csr",
      numCols: mip.objective.length,
      numRows: mip.rows.length,
      starts,
      indices: sorted.flatMap((row) => row.map(([column]) => column)),
      values: sorted.flatMap((row) => row.map(([, value]) => value)),
    },
    integrality: mip.integer.map((integer) => (integer ? variableType.integer : variableType.continuous)),
  };
}
