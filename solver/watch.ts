import type { Control } from "./control";
import type { Progress, SolveOptions } from "./solution";

/** Milliseconds between two reports, and those kept to finish and hand over a plan before the time limit. */
const REPORT_EVERY = 200;
const HAND_OVER = 150;

/** Watches the clock and the stop flag of a run that began at `began` (milliseconds since the epoch). */
export function watch(
  { options, stop, began }: { options: SolveOptions; stop: SharedArrayBuffer; began: number },
  tell: (progress: Progress) => void,
): Control {
  const flag = new Int32Array(stop);
  const limit = options.timeLimit === null ? Infinity : began + options.timeLimit * 1000;
  const slowness = slownessOf(options.workers);
  let reported = 0;
  return {
    stopped: () => Atomics.load(flag, 0) === 1,
    late: (ahead = 0) => {
      if (limit === Infinity) return false;
      const now = Date.now();
      return now + (HAND_OVER + ahead * 1000) * slowness(now) >= limit;
    },
    left: () =>
      limit === Infinity ? Infinity : (limit - HAND_OVER * slowness(Date.now()) - Date.now()) / 1000,
    report: (progress) => {
      const now = Date.now();
      if (now - reported < REPORT_EVERY) return;
      reported = now;
      tell({ ...progress, seconds: (now - began) / 1000 });
    },
  };
}

/** Milliseconds between two measurements of the machine's speed, and the most by which it may stretch what is to come. */
const MEASURE_EVERY = 200;
const SLOWEST = 8;

/**
 * By how much the clock outruns the work: wall seconds for each processor second of a thread, lately. On a machine that
 * others keep busy what must still be done after the search takes that much longer.
 */
function slownessOf(workers: number): (now: number) => number {
  let [since, used, slowness] = [NaN, 0, 1];
  return (now) => {
    if (now - since < MEASURE_EVERY) return slowness;
    const { user, system } = process.cpuUsage();
    const busy = (user + system - used) / 1000 / workers;
    if (now > since && busy > 0) slowness = Math.min(SLOWEST, Math.max(1, (now - since) / busy));
    [since, used] = [now, user + system];
    return slowness;
  };
}
