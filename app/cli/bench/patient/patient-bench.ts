import { loadavg } from "node:os";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { BENCH_DAY, onServedHub } from "../served/served-hub";
import { p95, tenths, timesTable } from "../served/times";
import { textTable } from "../table";
import { makePatients } from "./made-patients";
import { PatientWalk } from "./patient-walk";

const PATIENTS = 20;

const PATIENT: Command = {
  name: "patient",
  summary: `Measures the pages that patients see: ${PATIENTS} patients of a generated hub open their link, say who they are, answer every
page of questions, send them and read their own page, on the built server.`,
  positionals: [],
  options: {
    json: { type: "boolean", words: "Print the figures alone, as one line of JSON" },
    patients: { type: "string", value: "N", words: `Patients who answer (${PATIENTS})` },
  },
  run: async () => undefined,
};

/** Runs `bench patient` and prints what was measured. */
export async function patientBench(words: string[], progress: BenchProgress): Promise<void> {
  if (words.includes("--help")) return console.log(usage(PATIENT, "npm run bench -- patient"));
  const given = readGiven(PATIENT, words);
  const patients = Number(given.text("patients") ?? PATIENTS);
  const walk = new PatientWalk();
  await onServedHub(
    {
      making: "making a hub and inviting patients",
      make: (store) => makePatients(store, BENCH_DAY, patients),
      measure: async ({ url }, asked) => {
        for (const [at, one] of asked.entries()) {
          progress.now(`patient ${at + 1} of ${asked.length}`);
          await walk.from(url, one);
        }
      },
    },
    progress,
  );
  const { shown, sent, scriptBytes } = walk;
  const all = [...shown, ...sent];
  if (!given.is("json")) {
    console.log(`${patients} patients; load ${loadavg()[0]!.toFixed(1)}\n`);
    console.log(
      textTable(
        timesTable([
          ["A page is shown", shown],
          ["A form is sent", sent],
          ["Both", all],
        ]),
      ),
    );
  }
  const scriptKB = tenths(scriptBytes / 1024);
  console.log(JSON.stringify({ p95Ms: p95(all), pages: all.length, scriptKB }));
}
