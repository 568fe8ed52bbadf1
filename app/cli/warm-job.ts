import { parentPort, workerData } from "node:worker_threads";
import { rehearse } from "~/services/warm/rehearse.server";
import { wokenFrom, type WarmFiles } from "~/services/warm/warm-files.server";
import type { Heard, Told } from "~/services/warm/warm-worker.server";

const port = parentPort!;
const say = (told: Told) => port.postMessage(told);

/** Gets a planned week ready from its files and answers questions about it, one after the other, until it is ended. */
const woken = wokenFrom(workerData as WarmFiles);
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
