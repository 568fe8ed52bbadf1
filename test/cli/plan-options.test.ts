import { expect, it } from "vitest";
import { readPlanCommand } from "~/cli/plan-options";

const NEEDED = [
  "--waiting-list",
  "w.csv",
  "--sessions",
  "s.csv",
  "--plan-date",
  "2026-11-20",
  "--out",
  "p.json",
];
const lines = (...words: string[]) => {
  const read = readPlanCommand(words);
  return read.kind === "refused" ? read.lines : read.kind;
};

it("reads what is needed and fills in the rest", () => {
  expect(readPlanCommand(NEEDED)).toEqual({
    kind: "command",
    command: {
      ...{ waitingList: "w.csv", sessions: "s.csv", planDate: "2026-11-20", out: "p.json" },
      ...{ resources: null, policy: null, pins: null, previous: null, movePrice: 0, maxMoves: null },
      ...{ steps: null, timeLimit: null, seed: 1, workers: 1, curves: [] },
    },
  });
});

it("reads every option, also with an equals sign and a UK date", () => {
  const more =
    "--resources r.csv --policy=p.json --pins x.csv --previous=old.json --move-price 500 --max-moves=0 --steps 10 --time-limit 2.5 --seed 0 --workers 2";
  const words = [...NEEDED.slice(0, 4), "--plan-date=20/11/2026", "--out=a=b.json", ...more.split(" ")];
  expect(readPlanCommand(words)).toMatchObject({
    command: {
      ...{ resources: "r.csv", policy: "p.json", pins: "x.csv", previous: "old.json", out: "a=b.json" },
      ...{ movePrice: 500, maxMoves: 0, steps: 10, timeLimit: 2.5, seed: 0, workers: 2 },
      planDate: "2026-11-20",
    },
  });
});

it.each(["--help", "-h"])("shows the help for %s, whatever else is wrong", (word) => {
  const read = readPlanCommand(["--nonsense", word]);
  expect(read.kind).toBe("help");
  expect(read).toHaveProperty("text", expect.stringContaining("--time-limit SECONDS"));
});

it("reads curves as options without a value; that of moves needs an earlier plan", () => {
  const all = ["--moves-curve", "--overrun-curve", "--frontier", "--previous", "old.json"];
  expect(readPlanCommand([...NEEDED, ...all])).toMatchObject({
    command: { curves: ["frontier", "overrun-curve", "moves-curve"] },
  });
  expect(lines(...NEEDED, "--moves-curve", "--frontier=7", "--overrun-curve", "--overrun-curve")).toEqual([
    "--frontier=7: this option takes no value, expected --frontier",
    "--overrun-curve: this option is given twice",
  ]);
  expect(lines(...NEEDED, "--moves-curve")).toEqual([
    "--moves-curve: there is no earlier plan to move from, expected --previous FILE as well",
  ]);
});

it("names everything that is needed and missing", () => {
  expect(lines()).toEqual([
    "--waiting-list: this option is needed, expected --waiting-list FILE",
    "--sessions: this option is needed, expected --sessions FILE",
    "--plan-date: this option is needed, expected --plan-date DATE",
    "--out: this option is needed, expected --out FILE",
  ]);
});

it.each([
  [["--seed"], "--seed: a value is missing, expected --seed N"],
  [["--seed="], "--seed: a value is missing, expected --seed N"],
  [["--seed", "--steps", "4"], "--seed: a value is missing, expected --seed N"],
  [["--seed", "1", "--seed", "2"], "--seed 2: this option is given twice"],
  [["--sed", "1"], "--sed: there is no such option, did you mean --seed?"],
  [["--frobnicate"], "--frobnicate: there is no such option, see --help"],
  [["plan.json"], "plan.json: expected an option such as --waiting-list"],
  [["--seed", "one"], "--seed one: expected a whole number, 0 to 4294967295"],
  [["--seed", "-1"], "--seed -1: expected a whole number, 0 to 4294967295"],
  [["--seed", "4294967296"], "--seed 4294967296: expected a whole number, 0 to 4294967295"],
  [["--steps", "1.5"], "--steps 1.5: expected a whole number, 1 to 9007199254740991"],
  [["--steps", "0"], "--steps 0: expected a whole number, 1 to 9007199254740991"],
  [["--steps", "1e3"], "--steps 1e3: expected a whole number, 1 to 9007199254740991"],
  [["--time-limit", "0"], "--time-limit 0: expected seconds above 0, at most 86400"],
  [["--time-limit", "86401"], "--time-limit 86401: expected seconds above 0, at most 86400"],
  [["--workers", "65"], "--workers 65: expected a whole number, 1 to 64"],
  [
    ["--max-moves", "3"],
    "--max-moves: there is no earlier plan to move from, expected --previous FILE as well",
  ],
])("refuses %j", (words, line) => {
  expect(lines(...NEEDED, ...words)).toEqual([line]);
});

it.each([
  ["2026-02-30", "There is no such day in 02/2026; expected a date YYYY-MM-DD"],
  ["11/20/2026", "There is no month 20; expected a date YYYY-MM-DD"],
  ["tomorrow", "This is not a date; expected a date YYYY-MM-DD"],
])("refuses the plan date %s", (date, why) => {
  expect(lines(...NEEDED.slice(0, 4), "--out", "p.json", "--plan-date", date)).toEqual([
    `--plan-date ${date}: ${why}`,
  ]);
});
