import { isoDateOf } from "~/import/dates";
import { readGiven, Refusal, usage, type Command, type Given } from "../hublist/command";
import { SIZES, type SizeName } from "./generated";

/** What is to be measured. */
export interface BenchOrder {
  sizes: SizeName[];
  instances: { name: string; folder: string }[];
  /** Plan date of the given folders; null when there are none. */
  planDate: string | null;
  /** Seeds of instances and of the search. */
  seeds: number[];
  /** Runs of the first seed; each other seed is run once. */
  runs: number;
  /** Sizes above L are run once, with the first seed. */
  largeOnce: boolean;
  /** Numbers of threads: every instance is measured with the first, the first seed with the others too. */
  workers: number[];
  steps: number | null;
  peers: boolean;
  /** Also ask changed questions of a warm solver, on the first seed of each instance up to L. */
  warm: boolean;
  /** Also find the best plan of every small week, for the planner's to be measured by. */
  exact: boolean;
  /** Processor seconds of each peer on every instance; null for those of its size. */
  peerSeconds: number | null;
  /** Instead: so many weeks drawn at random, the numbers `from` to `upTo`, each judged; null for none. */
  random: RandomOrder | null;
  /** The overrun rule beside flat slack, on the first size and seed, instead of the planner's time. */
  overrun: boolean;
  out: string | null;
}

/** Random weeks to plan and judge. */
export interface RandomOrder {
  /** Numbers of the first week and of the last: a number says all of its week. */
  from: number;
  upTo: number;
  /** File of weeks judged so far, one line each: those in it are not planned again. */
  keep: string | null;
  /** Program that judges a plan too: `node CHECKER FOLDER PLAN --plan-date DATE`, 0 when it accepts. */
  checker: string | null;
}

const SIZE_NAMES = Object.keys(SIZES);
const MOST_SEEDS = 20;
const MOST_WORKERS = 64;
const MOST_WEEKS = 10_000;
const LARGEST_SEED = 2 ** 32 - 1;

/** The options as the other commands declare theirs. */
const BENCH: Command = {
  name: "bench",
  summary: `Measures the planner: each run is the whole plan command in a fresh process. Prints tables of processor seconds, memory,
score, bound and gap; --peers sets other solvers on the same instances. Ctrl-C stops and keeps what is measured by then; a second one leaves at once.`,
  positionals: [],
  options: {
    sizes: {
      type: "string",
      value: "LIST",
      words: `Sizes to make and measure, of ${SIZE_NAMES.join(",")} (S,M,L unless --instance is given)`,
    },
    instance: {
      type: "string",
      value: "NAME=FOLDER",
      multiple: true,
      words: "Measure a folder of the planner's files, such as demo-files writes; may be repeated",
    },
    "plan-date": { type: "string", value: "DATE", words: "Plan date of the given folders, YYYY-MM-DD" },
    seeds: { type: "string", value: "LIST", words: "Seeds of the instances and of the search (1)" },
    runs: {
      type: "string",
      value: "N",
      words: "Runs of the first seed, for the median; others run once (3)",
    },
    "large-once": { type: "boolean", words: "Run sizes above L once, with the first seed only" },
    workers: {
      type: "string",
      value: "LIST",
      words: "Threads of the planner (1); with several numbers the first seed is run with each and compared",
    },
    steps: {
      type: "string",
      value: "N",
      words: "Search steps of the planner (as many as the instance asks)",
    },
    warm: { type: "boolean", words: "Also ask changed questions of a solver that has the instance ready" },
    exact: { type: "boolean", words: "Also find the best plan of all of each small week: takes minutes" },
    peers: { type: "boolean", words: "Also solve with other solvers and by hand, at equal time" },
    "peer-seconds": {
      type: "string",
      value: "N",
      words: "Processor seconds of each peer (S 10, M 30, L and folders 60)",
    },
    overrun: {
      type: "boolean",
      words: "Instead: the overrun rule beside flat slack on one size and seed, every list simulated",
    },
    random: {
      type: "string",
      value: "N",
      words: "Instead: plan the random weeks 1 to N, half of them hard, and have each plan judged",
    },
    from: { type: "string", value: "K", words: "Begin random weeks at number K (1)" },
    keep: {
      type: "string",
      value: "FILE",
      words: "Keep judged random weeks there, a line each, and go on where the file ends",
    },
    checker: {
      type: "string",
      value: "FILE",
      words:
        "Have random weeks judged by this program too: node FILE FOLDER PLAN --plan-date DATE, 0 when it accepts",
    },
    out: { type: "string", value: "FILE", words: "Write the tables there as Markdown" },
  },
  run: async () => undefined,
};

/** The benches of something else, by the word that asks for them, and what each measures. */
export const OTHER_BENCHES = {
  board: "the board on which lists are changed by hand",
  "best-fit": "the ranked places of a patient in the next six weeks",
  patient: "the pages that patients see, from link to own page",
  rules: "the rules of perioperative screening",
  watch: "what is done beside the pages: assessing anew, watching plans",
} as const;
export type OtherBench = keyof typeof OTHER_BENCHES;

/** The help page of the bench. */
export function benchHelp(): string {
  const width = Math.max(...Object.keys(OTHER_BENCHES).map(({ length }) => length));
  const others = Object.entries(OTHER_BENCHES).map(
    ([name, words]) => `  ${name.padEnd(width)}  Instead: ${words} (npm run bench -- ${name} --help)`,
  );
  return [usage(BENCH, "npm run bench --"), "", ...others].join("\n");
}

/** Reads the words after the command's name. Throws a Refusal that says what is wrong and what is expected. */
export function readBenchOrder(words: string[]): BenchOrder {
  const given = readGiven(BENCH, words);
  const instances = given.texts("instance").map(readInstance);
  const planDate = given.text("plan-date") ?? null;
  const overrun = given.is("overrun");
  if (overrun && (instances.length > 0 || given.is("peers")))
    throw new Refusal("--overrun: expected no --instance and no --peers beside it.");
  const random = readRandom(given);
  if (random !== null && (instances.length > 0 || overrun || given.is("peers") || given.is("warm")))
    throw new Refusal("--random: expected no --instance, --overrun, --peers and --warm beside it.");
  if (instances.length > 0 !== (planDate !== null))
    throw new Refusal("--instance and --plan-date: expected both or neither.");
  if (planDate !== null && isoDateOf(planDate).date === null)
    throw new Refusal(`--plan-date ${planDate}: expected a date YYYY-MM-DD.`);
  return {
    sizes: readSizes(given.text("sizes") ?? (overrun ? "M" : instances.length > 0 ? "" : "S,M,L")),
    instances,
    planDate,
    seeds: readSeeds(given.text("seeds") ?? "1"),
    runs: readWhole(given, "runs", 99) ?? 3,
    largeOnce: given.is("large-once"),
    workers: readWorkers(given.text("workers") ?? "1"),
    steps: readWhole(given, "steps", Number.MAX_SAFE_INTEGER),
    peers: given.is("peers"),
    warm: given.is("warm"),
    exact: given.is("exact"),
    peerSeconds: readWhole(given, "peer-seconds", 86_400),
    random,
    overrun,
    out: given.text("out") ?? null,
  };
}

function readRandom(given: Given): RandomOrder | null {
  const upTo = readWhole(given, "random", MOST_WEEKS);
  const alone = ["from", "keep", "checker"].find((name) => given.text(name) !== undefined);
  if (upTo === null) {
    if (alone !== undefined) throw new Refusal(`--${alone}: expected --random N as well.`);
    return null;
  }
  const from = readWhole(given, "from", MOST_WEEKS) ?? 1;
  if (from > upTo) throw new Refusal(`--from ${from}: expected at most ${upTo}, the number after --random.`);
  return { from, upTo, keep: given.text("keep") ?? null, checker: given.text("checker") ?? null };
}

function readSizes(text: string): SizeName[] {
  const names = text.split(",").filter(Boolean);
  const unknown = names.find((name) => !Object.hasOwn(SIZES, name));
  if (unknown !== undefined)
    throw new Refusal(
      `--sizes ${text}: there is no size ${unknown}, expected some of ${SIZE_NAMES.join(",")}.`,
    );
  return [...new Set(names)] as SizeName[];
}

function readInstance(text: string): { name: string; folder: string } {
  const [, name, folder] = /^([\w.-]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || folder === undefined)
    throw new Refusal(
      `--instance ${text}: expected NAME=FOLDER, the name of letters, digits, dots and dashes.`,
    );
  return { name, folder };
}

function readSeeds(text: string): number[] {
  const seeds = text.split(",").map((each) => (/^\d+$/.test(each) ? Number(each) : NaN));
  const stand = seeds.every((seed) => seed <= LARGEST_SEED) && new Set(seeds).size === seeds.length;
  if (!stand || seeds.length > MOST_SEEDS)
    throw new Refusal(
      `--seeds ${text}: expected up to ${MOST_SEEDS} different whole numbers, such as 1,2,3.`,
    );
  return seeds;
}

function readWorkers(text: string): number[] {
  const workers = text.split(",").map((each) => (/^\d+$/.test(each) ? Number(each) : NaN));
  const stand = workers.every((each) => each >= 1 && each <= MOST_WORKERS);
  if (stand && new Set(workers).size === workers.length) return workers;
  throw new Refusal(
    `--workers ${text}: expected different whole numbers, 1 to ${MOST_WORKERS}, such as 1 or 1,2.`,
  );
}

function readWhole(given: Given, name: string, most: number): number | null {
  const text = given.text(name);
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= 1 && value <= most) return value;
  throw new Refusal(`--${name} ${text}: expected a whole number, 1 to ${most}.`);
}
