import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IsoDate } from "~/domain/calendar";
import { environment } from "~/env.server";
import { openTheStore } from "~/store.server";
import type { Store } from "~db/store";
import type { BenchProgress } from "../bench-command";
import { serveBuilt, type BuiltServer } from "./built-server";

/** The day that measured hubs stand on: they are the same whenever they are measured. */
export const BENCH_DAY: IsoDate = "2026-11-20";

interface ServedHub<Made, Measured> {
  /** What is made, as it is said while it takes its time. */
  making: string;
  make: (store: Store) => Promise<Made>;
  measure: (server: BuiltServer, made: Made) => Promise<Measured>;
}

/** Makes a hub in a folder of its own, measures the built server on it, and removes both. */
export async function onServedHub<Made, Measured>(
  { making, make, measure }: ServedHub<Made, Measured>,
  progress: BenchProgress,
): Promise<Measured> {
  const data = mkdtempSync(join(tmpdir(), "hublist-bench-"));
  Object.assign(process.env, { HUBLIST_DATA: data, HUBLIST_TODAY: BENCH_DAY });
  try {
    progress.now(making);
    const store = await openTheStore(environment());
    const made = await make(store).finally(() => store.close());
    progress.now("starting the built server");
    const server = await serveBuilt(data, BENCH_DAY);
    return await measure(server, made).finally(() => server.stop());
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
