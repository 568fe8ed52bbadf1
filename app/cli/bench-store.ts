import { loadavg } from "node:os";
import { today } from "~/clock.server";
import { measureStore, type StoreFigure } from "./bench/store";
import { failureOf } from "./failure";

const DEFAULT_ENTRIES = 110_000;
const HEAD = ["wall ms", "p95", "most", "cpu s", "stall ms"].map((name) => name.padStart(9)).join("");

const line = ({ what, median, p95, most, processor, stall }: StoreFigure) =>
  what.padEnd(38) +
  [median.toFixed(0), p95.toFixed(0), most.toFixed(0), processor.toFixed(2), stall.toFixed(0)]
    .map((text) => text.padStart(9))
    .join("");

/** Measures the store with so many entries (the first argument) and prints a line for each figure. */
async function bench(given: string | undefined): Promise<void> {
  const entries = given === undefined ? DEFAULT_ENTRIES : /^[1-9]\d{0,6}$/.test(given) ? Number(given) : NaN;
  if (Number.isNaN(entries)) {
    console.error(`How many entries? “${given}” is no whole number up to 9999999.`);
    return process.exit(2);
  }
  console.log(
    `${entries} entries; the machine's load is ${loadavg()[0]!.toFixed(1)}\n${"".padEnd(38)}${HEAD}`,
  );
  const { figures, load } = await measureStore({ entries, today: today() }, (each) =>
    console.log(line(each)),
  );
  const pages = figures.filter(({ what }) => what.startsWith("List")).map(({ p95 }) => p95);
  const p95 = pages.sort((a, b) => a - b)[Math.floor(0.95 * pages.length)]!;
  console.log(`List pages: 95 of 100 within ${p95.toFixed(0)} ms; load at the end ${load.toFixed(1)}`);
}

bench(process.argv[2]).catch((error: unknown) => {
  const { words, exitCode } = failureOf(error);
  console.error(words);
  process.exit(exitCode);
});
