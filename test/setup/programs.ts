import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runBuiltPrograms } from "~/services/job-worker.server";

/** What build-programs.ts has built. */
const BUILT = join(import.meta.dirname, "../../build/node");

/** The solver's worker, built: as source each of its threads takes a second of the processor to start. */
export const SOLVER_WORKER = pathToFileURL(join(BUILT, "solver-worker.js"));

runBuiltPrograms(BUILT);
