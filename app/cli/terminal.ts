/** What a command needs of the process it runs in. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Where progress is shown; null when standard error is no terminal. */
  progress: { write(text: string): unknown; columns?: number } | null;
  /** Seconds since the command was given. */
  seconds(): number;
  /** URL of the solver's worker. */
  worker: URL | string;
  /** First Ctrl-C: stop and keep the best plan. Second: leave. */
  stop: AbortSignal;
  kill: AbortSignal;
}
