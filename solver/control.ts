import type { Progress } from "./solution";

/** How a run is watched and ended from outside. */
export interface Control {
  /** True once a person asked to stop; what is best by then is kept. */
  stopped(): boolean;
  /** True once the time limit is so near that the run must come to its end, or will be in so many seconds. */
  late(ahead?: number): boolean;
  /** Seconds until the run must come to its end; Infinity without a time limit. */
  left(): number;
  report(progress: Omit<Progress, "seconds">): void;
}

/** A run that nobody watches or stops. */
export const ALONE: Control = {
  stopped: () => false,
  late: () => false,
  left: () => Infinity,
  report: () => undefined,
};

/** The same control for a phase that knows no steps: tells where the run stands whenever the clock is asked. */
export function standingAt(control: Control, progress: Omit<Progress, "seconds">): Control {
  const report = () => control.report(progress);
  const late = (ahead?: number) => {
    report();
    return control.late(ahead);
  };
  return { stopped: () => control.stopped(), late, left: () => control.left(), report };
}

/** The same control for a run that needs so many seconds more to come to its end. */
export function endingIn(seconds: number, control: Control): Control {
  return {
    stopped: () => control.stopped(),
    late: (ahead = 0) => control.late(ahead + seconds),
    left: () => control.left() - seconds,
    report: (progress) => control.report(progress),
  };
}

/** Asks only every so many times, and goes on with the last answer between. */
export function seldom(every: number, ask: () => boolean): () => boolean {
  let [count, answer] = [0, false];
  return () => {
    if (count++ % every === 0) answer = ask();
    return answer;
  };
}
