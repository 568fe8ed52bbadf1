import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Loaded before a measured program: at its end it says on channel 3 what the whole process took. */
if (isMainThread)
  process.on("exit", () => {
    writeSync(3, JSON.stringify(process.resourceUsage()));
  });
