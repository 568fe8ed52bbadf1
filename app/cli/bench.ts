import { resolve } from "node:path";
import { measure } from "./bench/bench-command";
import { bestFitBench } from "./bench/best-fit/best-fit-bench";
import { boardBench } from "./bench/board/board-bench";
import {
  benchHelp,
  readBenchOrder,
  type BenchOrder,
  type OtherBench,
  type RandomOrder,
} from "./bench/bench-options";
import { BenchProgressLine } from "./bench/bench-progress";
import {
  circumstances,
  markdownDocument,
  markdownReport,
  textReport,
  type Circumstances,
} from "./bench/document";
import { overrunBench } from "./bench/overrun/overrun-bench";
import { overrunSection } from "./bench/overrun/overrun-report";
import { patientBench } from "./bench/patient/patient-bench";
import { randomBench } from "./bench/random/random-bench";
import { howRandom, randomSections } from "./bench/random/random-report";
import { isSound } from "./bench/random/judged-week";
import { sectionsOf } from "./bench/report";
import { rulesBench } from "./bench/rules/rules-bench";
import { watchBench } from "./bench/watch/watch-bench";
import { failureOf } from "./failure";
import { Refusal } from "./hublist/command";
import { outPath, removeUnfinished, writeWhole } from "./plan-out";

const INTERRUPTED = 130;
/** A plan was not accepted: a defect of the planner. */
const UNSOUND = 1;
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

async function benchOverrun(
  { sizes, seeds, steps }: BenchOrder,
  path: string | null,
  progress: BenchProgressLine,
  ended: () => Circumstances,
): Promise<void> {
  const [size = "M", seed = 1] = [sizes[0], seeds[0]];
  const plans = await overrunBench({ size, seed, steps }, progress, stop.signal).finally(() =>
    progress.end(),
  );
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
  if (plans.length === 0) return;
  const [sections, where] = [[overrunSection(size, seed, plans)], ended()];
  console.log(textReport(sections, where));
  const bounded = steps === null ? "" : ` --steps ${steps}`;
  const how = `Made by \`npm run bench -- --overrun --sizes ${size} --seeds ${seed}${bounded}\`; do not edit by hand.`;
  if (path !== null) await writeWhole(path, markdownDocument("Overrun", how, sections, where));
}

async function benchRandom(
  order: RandomOrder,
  path: string | null,
  progress: BenchProgressLine,
  ended: () => Circumstances,
): Promise<void> {
  const weeks = await randomBench(order, progress, stop.signal).finally(() => progress.end());
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
  if (weeks.length === 0) return;
  const [sections, where] = [randomSections(weeks), ended()];
  console.log(textReport(sections, where));
  if (path !== null)
    await writeWhole(path, markdownDocument("Random weeks", howRandom(order), sections, where));
  if (weeks.some((week) => !isSound(week))) process.exitCode = UNSOUND;
}

/** The benches of something else than the planner's time, by the word that asks for them. */
const INSTEAD: Record<OtherBench, (words: string[], progress: BenchProgressLine) => void | Promise<void>> = {
  board: boardBench,
  "best-fit": bestFitBench,
  patient: patientBench,
  rules: rulesBench,
  watch: watchBench,
};

async function bench(words: string[]): Promise<void> {
  const line = new BenchProgressLine(process.stderr);
  const [first = "", ...rest] = words;
  if (Object.hasOwn(INSTEAD, first)) {
    await INSTEAD[first as OtherBench](rest, line);
    return line.end();
  }
  if (words.includes("--help") || words.includes("-h")) return console.log(benchHelp());
  const order = readBenchOrder(words);
  const path = await writable(order.out);
  const ended = circumstances(stop.signal);
  const progress = new BenchProgressLine(process.stderr);
  if (order.random !== null) return benchRandom(order.random, path, progress, ended);
  if (order.overrun) return benchOverrun(order, path, progress, ended);
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
