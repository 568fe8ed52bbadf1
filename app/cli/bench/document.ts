import type { BenchOrder } from "./bench-options";
import { loadWords, machineWords } from "./machine";
import type { Section } from "./section";
import { markdownTable, textTable } from "./table";

/** Where and when a measurement was made. */
export interface Circumstances {
  machine: string;
  date: string;
  /** Ended by a person before all that was ordered was measured. */
  stopped: boolean;
  /** Load of the machine when it began and when it ended. */
  loads: [string, string];
}

/** The circumstances of a measurement that begins now; call the result when it has ended. */
export function circumstances(stop: AbortSignal): () => Circumstances {
  const [machine, before] = [machineWords(), loadWords()];
  return () => ({
    machine,
    date: new Date().toISOString().slice(0, 10),
    stopped: stop.aborted,
    loads: [before, loadWords()],
  });
}

function circumstanceWords({ machine, date, stopped, loads }: Circumstances): string {
  const part = stopped ? "Stopped by hand before its end: these are the measurements made by then. " : "";
  return `${part}Measured on ${date}: ${machine}. Processes that wanted to run: ${loads[0]} at the beginning, ${loads[1]} at the end, the bench's own included.`;
}

/** The report for a terminal. */
export function textReport(sections: readonly Section[], where: Circumstances): string {
  const parts = sections.map(({ title, before, rows, after }) =>
    [title.toUpperCase(), before, "", textTable(rows), "", ...after].join("\n"),
  );
  return [circumstanceWords(where), ...parts].join("\n\n");
}

/** The report as a document. */
export function markdownReport(
  sections: readonly Section[],
  where: Circumstances,
  order: BenchOrder,
): string {
  const how = `Made by \`${commandOf(order)}\`; do not edit by hand. CPU seconds are those of the whole process, user and system, all threads; they hardly depend on what else the machine does, wall seconds do. The instances come from Hublist's own generator: list sizes, specialties and long waiters follow published waits of the named providers, patients are invented.`;
  return markdownDocument("Benchmarks", how, sections, where);
}

/** Sections as a document of its own. */
export function markdownDocument(
  title: string,
  how: string,
  sections: readonly Section[],
  where: Circumstances,
): string {
  const parts = sections.map(({ title, before, rows, after }) =>
    [`## ${title}`, before, markdownTable(rows), ...after].join("\n\n"),
  );
  return [`# ${title}`, how, circumstanceWords(where), ...parts, ""].join("\n\n").replace(/\n+$/, "\n");
}

/** The command that makes the same tables; where given folders lie is nobody's business. */
function commandOf(order: BenchOrder): string {
  const { sizes, instances, seeds, runs, largeOnce, workers, steps, peers, warm, exact, peerSeconds, out } =
    order;
  const words = ["npm run bench --"];
  if (sizes.length > 0) words.push(`--sizes ${sizes.join(",")}`);
  for (const { name } of instances) words.push(`--instance ${name}=…`);
  words.push(`--seeds ${seeds.join(",")}`, `--runs ${runs}`);
  if (largeOnce) words.push("--large-once");
  if (workers.join() !== "1") words.push(`--workers ${workers.join(",")}`);
  if (steps !== null) words.push(`--steps ${steps}`);
  if (warm) words.push("--warm");
  if (exact) words.push("--exact");
  if (peers) words.push("--peers");
  if (peerSeconds !== null) words.push(`--peer-seconds ${peerSeconds}`);
  if (out !== null) words.push(`--out ${out}`);
  return words.join(" ");
}
