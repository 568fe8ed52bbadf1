import type { Mip } from "../mip";

/** What an engine says of a program. */
export interface MipAnswer {
  /** One value a column; null when it found none. */
  values: ArrayLike<number> | null;
  /** Upper bound on the program's objective; null when it gave none, or when its answer is optimal. */
  bound: number | null;
  /** Whether the engine says that no better answer exists. */
  optimal: boolean;
  /** What a program outside Node took beside this process. */
  outside?: { cpu: number; memory: number };
}

/** An engine behind one small door. */
export interface MipEngine {
  /** Name and version; null when it is not installed. */
  version(): Promise<string | null>;
  /** @param seconds processor seconds that it may take from now on */
  solve(mip: Mip, seconds: number): Promise<MipAnswer>;
}
