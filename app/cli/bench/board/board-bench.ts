import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "~/env.server";
import { openTheStore } from "~/store.server";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { textTable } from "../table";
import { measureMoves } from "./board-moves";
import { measureOpening } from "./board-opening";
import { serveBoard } from "./board-server";
import { makeBoard } from "./made-board";

/** The day that the measured board stands on: it is the same whenever it is measured. */
const TODAY = "2026-11-20";
const MOVES = 500;

const BOARD: Command = {
  name: "board",
  summary: `Measures the board on which lists are changed by hand: 120 lists of a generated hub in a database file, the built server,
${MOVES} random moves with checks and score, and opening the board.`,
  positionals: [],
  options: {
    json: { type: "boolean", words: "Print the figures alone, as one line of JSON" },
    moves: { type: "string", value: "N", words: `Moves to make (${MOVES})` },
  },
  run: async () => undefined,
};

/** Runs `bench board` and prints what was measured. */
export async function boardBench(words: string[], progress: BenchProgress): Promise<void> {
  if (words.includes("--help")) return console.log(usage(BOARD, "npm run bench -- board"));
  const given = readGiven(BOARD, words);
  const moves = Number(given.text("moves") ?? MOVES);
  const data = mkdtempSync(join(tmpdir(), "hublist-board-"));
  Object.assign(process.env, { HUBLIST_DATA: data, HUBLIST_TODAY: TODAY });
  try {
    progress.now("making and filling a week of 120 lists");
    const store = await openTheStore(environment());
    const board = await makeBoard(store, TODAY);
    await store.close();
    progress.now("starting the built server");
    const server = await serveBoard(data, TODAY);
    try {
      const opening = await measureOpening(server, `/weeks/${board.week}/change`);
      progress.now(`${moves} moves`);
      const measured = await measureMoves(server, board, moves);
      const whole = measured.moved.map((ms, at) => ms + measured.asked[at]!);
      const figures = {
        p95Ms: tenths(p95(whole)),
        openMs: tenths(opening.browser ?? opening.page),
        scriptKB: tenths(opening.scriptKB),
      };
      if (!given.is("json")) {
        console.log(`${board.lists} lists, ${board.placed.length} cases; load ${loadavg()[0]!.toFixed(1)}\n`);
        console.log(
          textTable([
            ["", "median ms", "p95 ms", "most ms"],
            row("Ask of every place of a case", measured.asked),
            row("Move it: checks, score, record", measured.moved),
            row("Both together", whole),
            row("The board after it", measured.again),
          ]),
        );
        console.log(
          `${measured.refused} of ${moves} moves were refused by a rule. Opening: ${
            opening.browser === null ? "no browser here" : `${opening.browser.toFixed(0)} ms in a browser`
          }, the page alone ${opening.page.toFixed(0)} ms and ${opening.pageKB.toFixed(0)} KB; scripts ${opening.scriptKB.toFixed(0)} KB gzipped.\n`,
        );
      }
      console.log(JSON.stringify(figures));
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))]!;
const p95 = (values: readonly number[]) => at(values, 0.95);
const tenths = (value: number) => Math.round(value * 10) / 10;

function row(what: string, values: readonly number[]): string[] {
  return [what, at(values, 0.5).toFixed(1), p95(values).toFixed(1), at(values, 1).toFixed(1)];
}
