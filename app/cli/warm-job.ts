import { parentPort, workerData } from "node:worker_threads";
import { rehearse } from "~/services/warm/rehearse.server";
import { wokenFrom, type WarmFiles } from "~/services/warm/warm-files.server";
import type { Heard, Told } from "~/services/warm/warm-worker.server";
import { engineThreads } from "~solver/engines/threads";
import { spawn } from "~solver/spawn";

/** The solver's own worker, in which engines are started: beside this program when it is built, else its source. */
const solver = import.meta.url.endsWith(".ts")
  ? new URL("../../solver/worker.ts", import.meta.url)
  : new URL("./solver-worker.js", import.meta.url);

const port = parentPort!;
const say = (told: Told) => port.postMessage(told);

/** Gets a planned week ready from its files and answers questions about it, one after the other, until it is ended. */
const engines = engineThreads((engineWork) => spawn(solver.href, engineWork));
const woken = wokenFrom(workerData as WarmFiles, engines);
if (woken.kind === "unavailable") {
  say(woken);
  port.close();
} else {
  rehearse(woken.week);
  port.on("message", ({ id, question }: Heard) =>
    say({ kind: "answer", id, answer: woken.week.ask(question) }),
  );
  say({ kind: "ready" });
}
