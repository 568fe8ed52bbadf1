import { resolve } from "node:path";
import { measure } from "./bench/bench-command";
import { benchHelp, readBenchOrder } from "./bench/bench-options";
import { BenchProgressLine } from "./bench/bench-progress";
import { circumstances, markdownReport, textReport } from "./bench/document";
import { sectionsOf } from "./bench/report";
import { failureOf } from "./failure";
import { Refusal } from "./hublist/command";
import { outPath, removeUnfinished, writeWhole } from "./plan-out";

const INTERRUPTED = 130;
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) leave();
    stop.abort();
  });

function leave(): never {
  removeUnfinished();
  process.exit(INTERRUPTED);
}

/** Checks that the document can be written before any time is spent. */
async function writable(out: string | null): Promise<string | null> {
  if (out === null) return null;
  const path = await outPath(resolve(out), []);
  if (path.kind === "refused") throw new Refusal(path.line);
  return path.path;
}

async function bench(words: string[]): Promise<void> {
  if (words.includes("--help") || words.includes("-h")) return console.log(benchHelp());
  const order = readBenchOrder(words);
  const path = await writable(order.out);
  const ended = circumstances(stop.signal);
  const progress = new BenchProgressLine(process.stderr);
  const measured = await measure(order, progress, stop.signal).finally(() => progress.end());
  const [sections, where] = [sectionsOf(measured), ended()];
  console.log(textReport(sections, where));
  if (path !== null && measured.length > 0) await writeWhole(path, markdownReport(sections, where, order));
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
}

try {
  await bench(process.argv.slice(2));
} catch (error) {
  const { words, exitCode } = failureOf(error);
  console.error(words);
  process.exitCode = exitCode;
}
