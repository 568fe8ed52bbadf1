import { seconds } from "./figures";
import type { BenchProgress } from "./bench-command";

const EVERY = 1000;

/** Says how far a bench is: one line written again in a terminal, one line a finished run elsewhere. */
export class BenchProgressLine implements BenchProgress {
  private words = "";
  private since = Date.now();
  private readonly timer: NodeJS.Timeout | null;

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.timer = stream.isTTY ? setInterval(() => this.show(), EVERY) : null;
  }

  now(words: string): void {
    [this.words, this.since] = [words, Date.now()];
    this.show();
  }

  done(words: string): void {
    this.clear();
    this.stream.write(`${words}\n`);
  }

  end(): void {
    if (this.timer) clearInterval(this.timer);
    this.clear();
  }

  private show(): void {
    if (!this.stream.isTTY) return;
    const line = `${this.words}, ${seconds(Math.round((Date.now() - this.since) / 1000))} s`;
    this.stream.write(`\r\u001b[K${line.slice(0, (this.stream.columns ?? 80) - 1)}`);
  }

  private clear(): void {
    if (this.stream.isTTY) this.stream.write("\r\u001b[K");
  }
}
