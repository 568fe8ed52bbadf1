import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { gibibytes } from "./figures";

/** The machine of a measurement, in words, and how busy it is. */
export function machineWords(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown processor";
  const system = `${platform()} ${release()} ${arch()}`;
  return `${model}, ${processors.length} cores, ${gibibytes(totalmem())} of memory, ${system}, Node ${process.version}`;
}

/** Processes that wanted to run in the last minute, on average. */
export function loadWords(): string {
  return loadavg()[0]!.toFixed(1);
}
