import loadHighs, { type Highs, type Model, type ModelData } from "highs";
import type { Engine, EngineAnswer, EngineRequest, ProgramRow } from "./engine";
import type { Program, ProgramColumns } from "./program";

/** Iterations of one LP, a net that does not depend on the clock. */
const MOST_ITERATIONS = 200_000;

/** HiGHS as WebAssembly, in this thread. Rejects where the package is missing. */
export async function startHighs(): Promise<Engine> {
  return new HighsEngine(await loadHighs());
}

class HighsEngine implements Engine {
  private relaxed: Model | null = null;
  private mostOfRows: Float64Array = new Float64Array(0);
  private columns = 0;
  private rows = 0;

  constructor(private readonly highs: Highs) {}

  answer(request: EngineRequest): EngineAnswer {
    if (request.kind === "choose") return this.choose(request.program, request.mostNodes);
    const { begin, columns, rows, upper, least } = request;
    if (begin) this.begin(begin);
    if (rows && rows.length > 0) this.addRows(rows);
    if (columns && columns.points.length > 0) this.addColumns(columns);
    if (upper) this.limitColumns(upper);
    if (least) this.limitRows(least);
    return this.solveRelaxed();
  }

  /** Limited by nodes, so that the answer does not depend on the clock; no gap, no tolerance, is left to it. */
  private choose(program: Program, mostNodes: number): EngineAnswer {
    return this.highs.withModel((model): EngineAnswer => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 0,
        mip_feasibility_tolerance: 1e-9,
        mip_max_nodes: mostNodes,
      });
      model.passModel(modelOf(this.highs, program, true));
      const { modelStatus } = model.run();
      const values = Float64Array.from(model.getSolution().colValue);
      return { values, duals: null, closed: modelStatus === this.highs.constants.modelStatus.optimal };
    });
  }

  private begin(program: Program): void {
    this.relaxed?.dispose();
    this.relaxed = this.highs.createModel();
    this.relaxed.options.set({ output_flag: false, simplex_iteration_limit: MOST_ITERATIONS });
    this.relaxed.passModel(modelOf(this.highs, program, false));
    this.columns = program.points.length;
    this.rows = program.most.length;
    this.mostOfRows = this.finite(program.most);
  }

  private addColumns(more: ProgramColumns): void {
    const count = more.points.length;
    this.relaxed!.addCols({
      cost: more.points,
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(this.highs.infinity),
      matrix: matrixOf(more, this.rows),
    });
    this.columns += count;
  }

  private limitColumns(upper: Float64Array): void {
    const all = { kind: "range", from: 0, to: upper.length - 1 } as const;
    this.relaxed!.changeColsBounds(all, new Float64Array(upper.length), this.finite(upper));
  }

  private limitRows(least: Float64Array): void {
    const first = { kind: "range", from: 0, to: least.length - 1 } as const;
    this.relaxed!.changeRowsBounds(first, this.finite(least), this.mostOfRows.slice(0, least.length));
  }

  private addRows(rows: readonly ProgramRow[]): void {
    const starts = [0];
    for (const { columns } of rows) starts.push(starts.at(-1)! + columns.length);
    this.relaxed!.addRows({
      lower: new Float64Array(rows.length).fill(-this.highs.infinity),
      upper: Float64Array.from(rows, ({ most }) => most),
      matrix: {
        format: "csr",
        numCols: this.columns,
        numRows: rows.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
        values: Float64Array.from(rows.flatMap(({ amounts }) => amounts)),
      },
    });
    this.rows += rows.length;
  }

  private solveRelaxed(): EngineAnswer {
    const model = this.relaxed!;
    const { modelStatus } = model.run();
    const closed = modelStatus === this.highs.constants.modelStatus.optimal;
    if (!closed) return { values: new Float64Array(this.columns), duals: null, closed };
    const { colValue, rowDual } = model.getSolution();
    const iterations = Number(model.info.get("simplex_iteration_count"));
    return { values: Float64Array.from(colValue), duals: Float64Array.from(rowDual), closed, iterations };
  }

  private finite(limits: Float64Array): Float64Array {
    const { infinity } = this.highs;
    return limits.map((limit) => Math.max(-infinity, Math.min(infinity, limit)));
  }
}

function modelOf(highs: Highs, program: Program, whole: boolean): ModelData {
  const [columns, rows] = [program.points.length, program.most.length];
  const { variableType, objectiveSense } = highs.constants;
  const finite = (limit: number) => Math.max(-highs.infinity, Math.min(highs.infinity, limit));
  const data: ModelData = {
    numCols: columns,
    numRows: rows,
    sense: objectiveSense.maximize,
    colCost: program.points,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(whole ? 1 : highs.infinity),
    rowLower: program.least.map(finite),
    rowUpper: program.most.map(finite),
    matrix: matrixOf(program, rows),
  };
  return whole ? { ...data, integrality: Array.from(program.points, () => variableType.integer) } : data;
}

function matrixOf({ points, start, rows, amounts }: ProgramColumns, numRows: number) {
  return {
    format: "csc" as const,
    numCols: points.length,
    numRows,
    starts: start,
    indices: rows,
    values: amounts,
  };
}
