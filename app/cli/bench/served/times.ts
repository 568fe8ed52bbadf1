import { performance } from "node:perf_hooks";
import type { Rows } from "../table";

/** What a piece of work gives, and the milliseconds that it took. */
export async function timed<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const from = performance.now();
  const value = await work();
  return [value, performance.now() - from];
}

const at = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};

/** The time that 95 of 100 stay under, in tenths of a millisecond. */
export const p95 = (values: readonly number[]): number => tenths(at(values, 0.95));

/** To one decimal. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A table of times, a line for each thing that was measured. */
export function timesTable(measured: readonly (readonly [string, readonly number[]])[]): Rows {
  return [
    ["", "times", "median ms", "p95 ms", "most ms"],
    ...measured.map(([what, values]) => [
      ...[what, String(values.length)],
      ...[0.5, 0.95, 1].map((share) => at(values, share).toFixed(1)),
    ]),
  ];
}
