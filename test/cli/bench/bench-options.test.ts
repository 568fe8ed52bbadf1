import { describe, expect, it } from "vitest";
import { benchHelp, readBenchOrder } from "~/cli/bench/bench-options";

const read = (line: string) => readBenchOrder(line.split(" ").filter(Boolean));

describe("the options of the bench", () => {
  it("measures S, M and L once seeded, three times, without peers, unless told otherwise", () => {
    expect(read("")).toEqual({
      sizes: ["S", "M", "L"],
      instances: [],
      planDate: null,
      seeds: [1],
      runs: 3,
      largeOnce: false,
      workers: [1],
      steps: null,
      peers: false,
      peerSeconds: null,
      overrun: false,
      random: null,
      warm: false,
      exact: false,
      out: null,
    });
  });

  it("reads sizes, seeds and the rest", () => {
    const order = read(
      "--sizes S,XL,S --seeds 4,5 --runs 1 --large-once --workers 2 --steps 100 --peers --peer-seconds 20 --out b.md",
    );
    expect(order).toMatchObject({
      sizes: ["S", "XL"],
      seeds: [4, 5],
      runs: 1,
      largeOnce: true,
      workers: [2],
    });
    expect(order).toMatchObject({ steps: 100, peers: true, peerSeconds: 20, out: "b.md" });
  });

  it("reads random weeks, from their first number on", () => {
    const random = { from: 1, upTo: 200, keep: null, checker: null };
    expect(read("--random 200").random).toEqual(random);
    const kept = read("--random 200 --from 200 --keep weeks.jsonl --checker judge.mjs").random;
    expect(kept).toEqual({ from: 200, upTo: 200, keep: "weeks.jsonl", checker: "judge.mjs" });
    expect(() => read("--random 200 --from 201")).toThrow("--from 201: expected at most 200");
    expect(() => read("--from 2")).toThrow("expected --random N as well");
    expect(() => read("--random 2 --peers")).toThrow("--random: expected no");
  });

  it("measures given folders alone, unless sizes are asked for as well", () => {
    const folders = "--instance one=/a --instance two=b=c --plan-date 2026-11-20";
    expect(read(folders)).toMatchObject({
      sizes: [],
      instances: [
        { name: "one", folder: "/a" },
        { name: "two", folder: "b=c" },
      ],
      planDate: "2026-11-20",
    });
    expect(read(`${folders} --sizes S`).sizes).toEqual(["S"]);
  });

  it.each([
    ["--sizes S,Q", "there is no size Q, expected some of S,E,M,L,6W,2L,XL"],
    ["--seeds 1,x", "expected up to 20 different whole numbers"],
    ["--seeds 1,1", "expected up to 20 different whole numbers"],
    ["--seeds 4294967296", "expected up to 20 different whole numbers"],
    ["--seeds", "seeds"],
    ["--runs 0", "expected a whole number, 1 to 99"],
    ["--runs 100", "expected a whole number, 1 to 99"],
    ["--workers 65", "expected different whole numbers, 1 to 64"],
    ["--workers 1,1", "expected different whole numbers, 1 to 64"],
    ["--workers 0,2", "expected different whole numbers, 1 to 64"],
    ["--steps 1.5", "expected a whole number"],
    ["--peer-seconds 0", "expected a whole number"],
    ["--instance folder --plan-date 2026-11-20", "expected NAME=FOLDER"],
    ["--instance a=b", "expected both or neither"],
    ["--plan-date 2026-11-20", "expected both or neither"],
    ["--instance a=b --plan-date 2026-02-30", "expected a date YYYY-MM-DD"],
    ["--peer", "--peer"],
    ["twice", "Expected nothing beside the options, got twice"],
  ])("refuses %s", (line, words) => {
    expect(() => read(line)).toThrow(words);
  });

  it("takes the largest that it allows", () => {
    expect(read("--seeds 4294967295 --runs 99 --workers 1,64")).toMatchObject({ runs: 99, workers: [1, 64] });
  });

  it("names every option on its help page", () => {
    for (const option of [
      "sizes",
      "instance",
      "plan-date",
      "seeds",
      "runs",
      "workers",
      "steps",
      "peers",
      "out",
    ])
      expect(benchHelp()).toContain(`--${option} `);
    for (const name of ["board", "best-fit", "patient", "rules"])
      expect(benchHelp()).toContain(`npm run bench -- ${name} --help`);
    expect(benchHelp()).toMatch(/^npm run bench -- \[--sizes LIST]/);
  });
});
