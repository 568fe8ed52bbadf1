const LEAST_SHARE = 0.2;

/** Processor seconds that this process has taken, all threads. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Wall seconds in which an engine is likely to get so many processor seconds, for engines whose clock counts wall time:
 * this process has only computed so far, so the share it got tells how busy the machine is.
 */
export function wallSeconds(seconds: number): number {
  const share = processorSeconds() / process.uptime();
  return seconds / Math.min(1, Math.max(LEAST_SHARE, share));
}
