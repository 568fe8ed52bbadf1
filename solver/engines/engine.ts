import type { Program, ProgramColumns } from "./program";

/** Names of the engines, as `plan.engine` says them. */
export type EngineName = "javascript-lp-solver" | "HiGHS";

/**
 * What an engine is asked. "choose": 0 or 1 of each column. "relax": any share of each; HiGHS keeps the program, so that
 * later requests may leave `begin` out, add columns and rows to it, or set what each column is at most and what the first
 * rows hold at least.
 */
export type EngineRequest = { kind: "choose"; program: Program; mostNodes: number } | RelaxRequest;

export interface RelaxRequest {
  kind: "relax";
  begin?: Program;
  columns?: ProgramColumns;
  rows?: ProgramRow[];
  upper?: Float64Array;
  least?: Float64Array;
}

/** A further row of a relaxed program: the columns' amounts in it, columns rising, and the most that it holds. */
export interface ProgramRow {
  columns: number[];
  amounts: number[];
  most: number;
}

/**
 * What an engine says: a value for each column. `closed`: it claims that there is nothing better. `duals`: by row, of a
 * relaxed program; `iterations` that it took.
 */
export interface EngineAnswer {
  values: Float64Array;
  duals: Float64Array | null;
  closed: boolean;
  iterations?: number;
}

/** An engine inside its thread: answers requests one after another. Throws or hangs as it likes: its thread is killed. */
export interface Engine {
  answer(request: EngineRequest): EngineAnswer;
}

/** The engines of a run as the solver sees them. */
export interface Engines {
  /**
   * Asks an engine and waits. Null when there is none, or it failed, was killed because it took too long, or time is
   * out or a person stopped the run. What comes back is not yet verified.
   */
  ask(name: EngineName, request: EngineRequest, late: () => boolean): EngineAnswer | null;
  /** Ends the engines' threads. */
  end(): void;
}

/** No engines: what every run must do without. */
export const NO_ENGINES: Engines = { ask: () => null, end: () => undefined };
