import { loadavg } from "node:os";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { signInScheduler } from "../served/built-server";
import { BENCH_DAY, onServedHub } from "../served/served-hub";
import { p95, tenths, timesTable } from "../served/times";
import { textTable } from "../table";
import { measureMoves } from "./board-moves";
import { measureOpening } from "./board-opening";
import { makeBoard } from "./made-board";

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
  const { board, opening, measured } = await onServedHub(
    {
      making: "making and filling a week of 120 lists",
      make: (store) => makeBoard(store, BENCH_DAY),
      measure: async (built, board) => {
        const server = await signInScheduler(built);
        const opening = await measureOpening(server, `/weeks/${board.week}/change`);
        progress.now(`${moves} moves`);
        return { board, opening, measured: await measureMoves(server, board, moves) };
      },
    },
    progress,
  );
  const whole = measured.moved.map((ms, at) => ms + measured.asked[at]!);
  if (!given.is("json")) {
    const { browser, page, pageKB, scriptKB } = opening;
    const inBrowser = browser === null ? "no browser here" : `${browser.toFixed(0)} ms in a browser`;
    console.log(`${board.lists} lists, ${board.placed.length} cases; load ${loadavg()[0]!.toFixed(1)}\n`);
    console.log(
      textTable(
        timesTable([
          ["Ask of every place of a case", measured.asked],
          ["Move it: checks, score, record", measured.moved],
          ["Both together", whole],
          ["The board after it", measured.again],
        ]),
      ),
    );
    console.log(
      `${measured.refused} of ${moves} moves were refused by a rule. Opening: ${inBrowser}, the page alone ${page.toFixed(0)} ms and ${pageKB.toFixed(0)} KB; scripts ${scriptKB.toFixed(0)} KB gzipped.\n`,
    );
  }
  console.log(
    JSON.stringify({
      p95Ms: p95(whole),
      openMs: tenths(opening.browser ?? opening.page),
      scriptKB: tenths(opening.scriptKB),
    }),
  );
}
