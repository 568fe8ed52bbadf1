import type { IsoDate } from "~/domain/calendar";
import { isoDateOf } from "~/import/dates";
import { optionsHelp, readOptions, type OptionSpec } from "./options";

/** The options of `npm run plan`, by the file contract. */
const SPECS = {
  "waiting-list": { value: "FILE", required: true, help: "waiting-list.csv, one line an entry" },
  sessions: { value: "FILE", required: true, help: "sessions.csv, one line a theatre session" },
  "plan-date": { value: "DATE", required: true, help: "the day on which the plan is made, YYYY-MM-DD" },
  out: { value: "FILE", required: true, help: "where to write plan.json" },
  resources: {
    value: "FILE",
    help: "resources.csv: beds, day-case places, equipment; without it none is limited",
  },
  policy: { value: "FILE", help: "policy.json: what differs from the default policy" },
  pins: { value: "FILE", help: "pins.csv: entries that stay where they are" },
  previous: { value: "FILE", help: "an earlier plan.json, whose places are kept where that pays" },
  "move-price": { value: "N", help: "score points that a moved patient costs the search (default 0)" },
  "max-moves": { value: "N", help: "no more than N patients of the earlier plan may move" },
  steps: { value: "N", help: "search steps (default: as many as the instance asks for)" },
  "time-limit": {
    value: "SECONDS",
    help: "a net below the steps: by then the best plan is written; see below",
  },
  seed: { value: "N", help: "whole number that the search starts from (default 1)" },
  workers: { value: "N", help: "threads that share the work; they change no result (default 1)" },
  frontier: {
    ...{ value: "", flag: true },
    help: "also draw priority against utilisation, about seven solves",
  },
  "overrun-curve": { value: "", flag: true, help: "also draw the score at each overrun limit, eight solves" },
  "moves-curve": {
    ...{ value: "", flag: true },
    help: "also draw the score against moved patients, about seven solves; needs --previous",
  },
} satisfies Record<string, OptionSpec>;

/** A command line that can be carried out. Seconds and points are numbers, paths as given. */
export interface PlanCommand {
  waitingList: string;
  sessions: string;
  resources: string | null;
  policy: string | null;
  pins: string | null;
  previous: string | null;
  planDate: IsoDate;
  out: string;
  movePrice: number;
  maxMoves: number | null;
  steps: number | null;
  timeLimit: number | null;
  seed: number;
  workers: number;
  /** Curves to draw once the plan is made. */
  curves: CurveName[];
}

export const CURVES = ["frontier", "overrun-curve", "moves-curve"] as const;
export type CurveName = (typeof CURVES)[number];

export type PlanCommandRead =
  | { kind: "command"; command: PlanCommand }
  | { kind: "help"; text: string }
  | { kind: "refused"; lines: string[] };

const LARGEST = Number.MAX_SAFE_INTEGER;
const LARGEST_SEED = 2 ** 32 - 1;
const MOST_WORKERS = 64;
const LONGEST_RUN = 86_400;

/** Reads the words after the command's name. */
export function readPlanCommand(words: readonly string[]): PlanCommandRead {
  if (words.includes("--help") || words.includes("-h")) return { kind: "help", text: HELP };
  const read = readOptions(words, SPECS);
  if (read.kind === "refused") return read;
  const values = new Values(read.values);
  const command: PlanCommand = {
    waitingList: values.text("waiting-list") ?? "",
    sessions: values.text("sessions") ?? "",
    resources: values.text("resources"),
    policy: values.text("policy"),
    pins: values.text("pins"),
    previous: values.text("previous"),
    planDate: values.date("plan-date"),
    out: values.text("out") ?? "",
    movePrice: values.whole("move-price", 0, LARGEST) ?? 0,
    maxMoves: values.whole("max-moves", 0, LARGEST),
    steps: values.whole("steps", 1, LARGEST),
    timeLimit: values.seconds("time-limit"),
    seed: values.whole("seed", 0, LARGEST_SEED) ?? 1,
    workers: values.whole("workers", 1, MOST_WORKERS) ?? 1,
    curves: CURVES.filter((name) => read.values.has(name)),
  };
  if (command.previous === null && read.values.has("moves-curve"))
    values.lines.push(
      "--moves-curve: there is no earlier plan to move from, expected --previous FILE as well",
    );
  for (const name of ["move-price", "max-moves"])
    if (command.previous === null && read.values.has(name))
      values.lines.push(`--${name}: there is no earlier plan to move from, expected --previous FILE as well`);
  return values.lines.length ? { kind: "refused", lines: values.lines } : { kind: "command", command };
}

type Name = keyof typeof SPECS;

/** Reads values and gathers what is wrong with them. */
class Values {
  readonly lines: string[] = [];

  constructor(private readonly values: ReadonlyMap<string, string>) {}

  text(name: Name): string | null {
    return this.values.get(name) ?? null;
  }

  date(name: Name): IsoDate {
    const text = this.text(name) ?? "";
    const read = isoDateOf(text);
    if (read.date === null) this.refuse(name, text, `${read.why}; expected a date YYYY-MM-DD`);
    return read.date ?? "";
  }

  whole(name: Name, least: number, most: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most))
      this.refuse(name, text, `expected a whole number, ${least} to ${most}`);
    return value;
  }

  seconds(name: Name): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (!(value > 0 && value <= LONGEST_RUN))
      this.refuse(name, text, `expected seconds above 0, at most ${LONGEST_RUN}`);
    return value;
  }

  private refuse(name: Name, value: string, expected: string): void {
    this.lines.push(`--${name} ${value}: ${expected}`);
  }
}

const HELP = `Makes the theatre lists of a week: a waiting list and the theatre sessions go in, a plan with a proven bound comes out.

  npm run plan -- --waiting-list waiting-list.csv --sessions sessions.csv --plan-date 2026-11-20 --out plan.json

Options
${optionsHelp(SPECS)}
  --help  this page

Each curve is written beside the plan as a table and a picture, such as plan.frontier.csv and plan.frontier.svg. Its points
are whole plans, each judged; --steps and --time-limit hold for each of them. Ctrl-C keeps the points that are there.

A time limit holds for the whole command. Where it is near, the plan is told in part ("told" in the plan says what is left
out); reading, checking and writing cannot be left out. Sensible limits on an idle machine begin at 3 s for 7,000 entries
and 43 sessions, 5 s for 15,000 and 114, 40 s for 110,000 and 752. A lower one cannot be kept: the plan is written all the
same, and the command says what it took.

Exit code 0: a plan was written; rows that could not be read are in its "rejected". Exit code 2: input or options were
refused, one line for each fault on standard error, and nothing was written. Ctrl-C stops the search and writes the best
plan so far; a second Ctrl-C leaves at once and writes nothing. The same files, options and seed give the same plan,
unless time or a person ends the search.`;
