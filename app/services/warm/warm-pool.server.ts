import type { WakeState, WarmAnswer, WarmQuestion } from "~/domain/warm-question";
import type { WarmFiles } from "./warm-files.server";
import { startWarm, type WarmWorker } from "./warm-worker.server";

/** Most weeks that are kept ready at once, and milliseconds of silence after which one is let go. */
const MOST = 2;
const SILENCE = 5 * 60_000;

interface Kept {
  /** Null while its files are being read. */
  worker: WarmWorker | null;
  starting: Promise<WarmWorker>;
  since: number;
  askedAt: number;
  timer: NodeJS.Timeout | null;
}

/** The planned weeks that this process keeps ready, by run: the one asked last stays longest. */
export class WarmPool {
  private readonly kept = new Map<string, Kept>();

  /** `ended` hears of a worker that ended otherwise than by being let go. */
  constructor(
    private readonly ended: (run: string, word: string) => void,
    private readonly silence = SILENCE,
    private readonly memory?: number,
  ) {}

  /** Asks a run's worker, which is started from its files when there is none. */
  async ask(run: string, question: WarmQuestion, files: () => Promise<WarmFiles>): Promise<WarmAnswer> {
    const kept = this.kept.get(run) ?? this.start(run, files);
    kept.askedAt = Date.now();
    this.quiet(run, kept);
    const worker = await kept.starting;
    const answer = await worker.ask(question);
    this.quiet(run, kept);
    return answer;
  }

  look(run: string): WakeState {
    const kept = this.kept.get(run);
    if (!kept) return { state: "asleep", seconds: 0 };
    const since = kept.worker?.since() ?? kept.since;
    return { state: kept.worker?.state() ?? "waking", seconds: (Date.now() - since) / 1000 };
  }

  /** Ends a run's worker, whatever it does. */
  letGo(run: string): void {
    const kept = this.kept.get(run);
    if (!kept) return;
    this.kept.delete(run);
    if (kept.timer) clearTimeout(kept.timer);
    void kept.starting.then((worker) => worker.kill());
  }

  /** Ends every worker, for a server that stops. */
  close(): void {
    for (const run of [...this.kept.keys()]) this.letGo(run);
  }

  private start(run: string, files: () => Promise<WarmFiles>): Kept {
    while (this.kept.size >= MOST) this.letGo(this.longestSilent());
    const kept: Kept = {
      worker: null,
      starting: files().then((found) => {
        const ended = (word: string) => this.forget(run, kept, word);
        return (kept.worker = startWarm(found, ended, this.memory));
      }),
      since: Date.now(),
      askedAt: Date.now(),
      timer: null,
    };
    // Files that cannot be read are the asker's error; the next asker begins anew.
    kept.starting.catch(() => this.kept.delete(run));
    this.kept.set(run, kept);
    return kept;
  }

  private forget(run: string, kept: Kept, word: string): void {
    if (kept.timer) clearTimeout(kept.timer);
    if (this.kept.get(run) !== kept) return;
    this.kept.delete(run);
    if (word !== "unavailable") this.ended(run, word);
  }

  private longestSilent(): string {
    return [...this.kept].reduce((a, b) => (b[1].askedAt < a[1].askedAt ? b : a))[0];
  }

  /** Begins to count the silence anew; a worker at a question is left to answer first. */
  private quiet(run: string, kept: Kept): void {
    if (kept.timer) clearTimeout(kept.timer);
    if (this.kept.get(run) !== kept) return;
    kept.timer = setTimeout(() => {
      if (kept.worker?.state() === "ready") this.letGo(run);
      else this.quiet(run, kept);
    }, this.silence);
    kept.timer.unref();
  }
}
