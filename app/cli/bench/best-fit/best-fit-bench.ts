import { loadavg } from "node:os";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { signInScheduler, type SignedIn } from "../served/built-server";
import { BENCH_DAY, onServedHub } from "../served/served-hub";
import { p95, tenths, timed, timesTable } from "../served/times";
import { textTable } from "../table";
import { makeWeeks, type MadeWeeks } from "./made-weeks";

const PATIENTS = 200;
/** Changes after each of which one patient is asked for: what was known of the weeks is then out of date. */
const CHANGES = 50;

const BEST_FIT: Command = {
  name: "best-fit",
  summary: `Measures the page that ranks the places of a patient in the next six weeks: a generated hub of size L in a database file,
the built server, ${PATIENTS} patients one after another, and ${CHANGES} more each right after a change of a list.`,
  positionals: [],
  options: {
    json: { type: "boolean", words: "Print the figures alone, as one line of JSON" },
    patients: { type: "string", value: "N", words: `Patients to ask for (${PATIENTS})` },
  },
  run: async () => undefined,
};

/** Runs `bench best-fit` and prints what was measured. */
export async function bestFitBench(words: string[], progress: BenchProgress): Promise<void> {
  if (words.includes("--help")) return console.log(usage(BEST_FIT, "npm run bench -- best-fit"));
  const given = readGiven(BEST_FIT, words);
  const patients = Number(given.text("patients") ?? PATIENTS);
  const { entries, first, warm, changed } = await onServedHub(
    {
      making: "making a hub of size L and filling its weeks",
      make: (store) => makeWeeks(store, BENCH_DAY),
      measure: async (built, made) => {
        const server = await signInScheduler(built);
        progress.now(`${patients} patients, and ${CHANGES} after changes`);
        return { entries: made.entries, ...(await measurePlaces(server, made, patients)) };
      },
    },
    progress,
  );
  if (!given.is("json")) {
    console.log(`${entries} entries; load ${loadavg()[0]!.toFixed(1)}\n`);
    console.log(
      textTable(
        timesTable([
          ["The first patient after the server has started", [first]],
          ["One patient after another", warm],
          ["A patient right after a change of a list", changed],
        ]),
      ),
    );
  }
  console.log(
    JSON.stringify({ p95Ms: p95(warm), afterChangeP95Ms: p95(changed), firstMs: tenths(first), entries }),
  );
}

async function measurePlaces(server: SignedIn, { week, placed, waiting }: MadeWeeks, patients: number) {
  const ask = async (at: number) =>
    (await timed(() => get(server, `/waiting-list/${waiting[at % waiting.length]!}/places`)))[1];
  const first = await ask(0);
  const warm: number[] = [];
  for (let at = 1; at <= patients; at++) warm.push(await ask(at));
  const changed: number[] = [];
  for (let at = 1; at <= CHANGES; at++) {
    const { entry, session } = placed;
    await change(server, `/weeks/${week}/change/cases/${entry}`, {
      do: at % 2 === 1 ? "keep" : "letGo",
      session,
    });
    changed.push(await ask(patients + at));
  }
  return { first, warm, changed };
}

async function get({ url, cookie }: SignedIn, path: string): Promise<void> {
  const answer = await fetch(url + path, { headers: { Cookie: cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`The page of a patient's places answered ${answer.status}.`);
}

/** A change that anybody may make of a list, and that leaves all places as they are: a case is kept, or let go. */
async function change(
  { url, cookie }: SignedIn,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  const answer = await fetch(url + path, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  await answer.text();
  if (answer.status >= 400) throw new Error(`A case could not be kept in its place: ${answer.status}.`);
}
