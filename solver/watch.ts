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
  const deadline = options.timeLimit === null ? Infinity : began + options.timeLimit * 1000 - HAND_OVER;
  let reported = 0;
  return {
    stopped: () => Atomics.load(flag, 0) === 1,
    late: (ahead = 0) => Date.now() + ahead * 1000 >= deadline,
    report: (progress) => {
      const now = Date.now();
      if (now - reported < REPORT_EVERY) return;
      reported = now;
      tell({ ...progress, seconds: (now - began) / 1000 });
    },
  };
}
