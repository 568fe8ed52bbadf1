import { thinned, type RunMoment } from "~/domain/run-history";
import type { Progress } from "~solver/solution";
import { startJob, type JobOutcome, type RunningJob, type WeekWork } from "./solve-week-worker.server";

/** A solve that waits for its turn or runs, and what to do as it goes. */
export interface QueuedSolve {
  work: WeekWork;
  /** Its turn has come; false: it is not wanted any more. */
  began(): Promise<boolean>;
  /** About every `BEAT` milliseconds while it runs. */
  beat(progress: Progress | null): Promise<void>;
  /** It has come to its end, whichever; a plan is kept when this returns. */
  ended(outcome: JobOutcome, history: RunMoment[]): Promise<void>;
}

/** Where a solve of this process stands. */
export interface LiveRun {
  state: "queued" | "running" | "saving";
  /** How many are before it; 0 when it runs. */
  before: number;
  progress: Progress | null;
  history: RunMoment[];
  stopAsked: boolean;
  /** Grows with every change, so that who was cut off knows what they have seen. */
  changes: number;
}

/** Solves one after the other. Another implementation may hand them to other machines. */
export interface SolveQueue {
  add(solve: QueuedSolve): void;
  /** Asks a running solve to keep its best plan; false when it does not run here. */
  stop(run: string): boolean;
  /** Ends a waiting or running solve without a plan; false when it is not here. */
  cancel(run: string): boolean;
  look(run: string): LiveRun | null;
  /** Calls `told` at every change of the run until its end, and once at the end; gives what stops it. */
  watch(run: string, told: () => void): () => void;
  /** Ends every solve, for a server that stops; done when each end is kept. */
  close(): Promise<void>;
}

/** Milliseconds between two signs of life that are written down. */
const BEAT = 5_000;

interface Held extends QueuedSolve {
  job: RunningJob | null;
  live: LiveRun;
  cancelled: boolean;
}

/** A queue in this process: one solve runs, in a worker of its own, and the others wait. */
export class InProcessQueue implements SolveQueue {
  private readonly held: Held[] = [];
  private readonly watchers = new Map<string, Set<() => void>>();
  private running = false;

  /** `failed` hears of defects in keeping a run's record; the queue goes on. */
  constructor(private readonly failed: (error: unknown) => void) {}

  add(solve: QueuedSolve): void {
    const live: LiveRun = {
      state: "queued",
      before: 0,
      progress: null,
      history: [],
      stopAsked: false,
      changes: 0,
    };
    this.held.push({ ...solve, job: null, live, cancelled: false });
    this.count();
    void this.runNext();
  }

  stop(run: string): boolean {
    const solve = this.find(run);
    if (!solve?.job) return false;
    solve.live.stopAsked = true;
    solve.job.stop();
    this.tell(run);
    return true;
  }

  cancel(run: string): boolean {
    const solve = this.find(run);
    if (!solve || solve.live.state === "saving") return false;
    solve.cancelled = true;
    if (solve.job) solve.job.kill();
    else if (solve.live.state === "queued") void this.leave(solve, { kind: "killed" });
    return true;
  }

  look(run: string): LiveRun | null {
    return this.find(run)?.live ?? null;
  }

  watch(run: string, told: () => void): () => void {
    const watchers = this.watchers.get(run) ?? new Set();
    watchers.add(told);
    this.watchers.set(run, watchers);
    return () => {
      watchers.delete(told);
      if (watchers.size === 0 && this.watchers.get(run) === watchers) this.watchers.delete(run);
    };
  }

  async close(): Promise<void> {
    const ends = this.held.map(({ work }) => new Promise<void>((ended) => this.watchEnd(work.run, ended)));
    for (const { work } of [...this.held].reverse()) this.cancel(work.run);
    await Promise.all(ends);
  }

  private watchEnd(run: string, ended: () => void): void {
    this.watch(run, () => {
      if (!this.find(run)) ended();
    });
  }

  private find(run: string): Held | undefined {
    return this.held.find(({ work }) => work.run === run);
  }

  private tell(run: string): void {
    const live = this.find(run)?.live;
    if (live) live.changes += 1;
    for (const told of [...(this.watchers.get(run) ?? [])]) told();
  }

  /** Numbers those who wait, and tells them. */
  private count(): void {
    this.held.forEach(({ live, work }, at) => {
      if (live.before === at) return;
      live.before = at;
      this.tell(work.run);
    });
  }

  private async runNext(): Promise<void> {
    const solve = this.held[0];
    if (this.running || !solve) return;
    this.running = true;
    try {
      solve.live.state = "running";
      const wanted = await this.safely(solve.began());
      const outcome = wanted && !solve.cancelled ? await this.work(solve) : { kind: "killed" as const };
      await this.leave(solve, outcome);
    } finally {
      this.running = false;
      void this.runNext();
    }
  }

  private async work(solve: Held): Promise<JobOutcome> {
    const { work, live } = solve;
    solve.job = startJob(work, (progress) => {
      live.progress = progress;
      live.history = thinned([...live.history, progress]);
      this.tell(work.run);
    });
    this.tell(work.run);
    const beating = setInterval(() => void this.safely(solve.beat(live.progress)), BEAT);
    try {
      return await solve.job.outcome;
    } finally {
      clearInterval(beating);
      solve.job = null;
    }
  }

  private async leave(solve: Held, outcome: JobOutcome): Promise<void> {
    solve.live.state = "saving";
    await this.safely(solve.ended(outcome, solve.live.history));
    this.held.splice(this.held.indexOf(solve), 1);
    this.tell(solve.work.run);
    this.watchers.delete(solve.work.run);
    this.count();
  }

  /** A record that cannot be kept is a defect of its own; the queue goes on. */
  private async safely<Result>(task: Promise<Result>): Promise<Result | undefined> {
    try {
      return await task;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }
}
