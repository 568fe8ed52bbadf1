import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandBench, type CommandBench } from "./commands";

let bench: CommandBench;
beforeAll(async () => void (bench = await commandBench("hublist")));
afterAll(() => bench.done());

const PERSON = ["--email", "sam@example.nhs.uk"];
const PATIENT = ["--organisation", "RXX", "--hospital-number", "L1", "--reason", "Request 12"];
const ADMINISTRATOR = ["--admin-email", "you@example.nhs.uk", "--admin-name", "You"];

/** What a command needs to be understood at all; on top of it each gets its nonsense. */
const SOUND: Record<string, string[]> = {
  init: ["--organisation", "RXX", "--name", "Trust", "--site", "RXX01:main", ...ADMINISTRATOR],
  "add-user": [...PERSON, "--name", "Sam", "--role", "scheduler"],
  "reset-password": PERSON,
  backup: ["copy.db"],
  "hand-back": [],
  "send-messages": [],
  "import-answers": ["answers.json"],
  "verify-audit": [],
  "erase-values": PATIENT,
  demo: [],
  "demo-files": ["--out", "files"],
};

/** Runs in a folder where nothing is, and where nothing may be afterwards. */
async function refused(typed: string[]): Promise<string> {
  const data = join(bench.folder, "none");
  const { code, out, err } = await bench.run(typed, { data });
  expect({ code, out }, typed.join(" ")).toEqual({ code: 2, out: "" });
  expect(err).not.toMatch(/^\s+at |\bError:/m);
  expect(existsSync(data)).toBe(false);
  expect(existsSync(join(bench.folder, "files"))).toBe(false);
  return err;
}

describe("nonsense after any command of npm run hublist", () => {
  it("is tried on every command that the help lists", async () => {
    const listed = [...(await bench.run([])).out.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(SOUND));
  });

  it.each(Object.entries(SOUND))("%s: an option that there is none of", async (name, sound) => {
    const err = await refused([name, ...sound, "--colour", "red"]);
    expect(err).toContain(`hublist ${name}: Unknown option '--colour'.`);
    expect(err).toContain(`"npm run hublist -- help ${name}" shows what is expected.`);
  });

  it.each(Object.entries(SOUND))("%s: a word too many", async (name, sound) => {
    const file = ["backup", "import-answers"].includes(name) ? "FILE" : "nothing";
    expect(await refused([name, ...sound, "everything"])).toContain(
      `Expected ${file} beside the options, got`,
    );
  });

  const asking = Object.entries(SOUND).filter(([, sound]) => sound[0]?.startsWith("--"));
  it.each(asking)("%s: an option without its value, empty, or left out", async (name, sound) => {
    const [first, , ...rest] = sound;
    expect(await refused([name, ...rest, first!])).toMatch(/argument missing|is missing|are missing/);
    expect(await refused([name, ...rest, first!, ""])).toMatch(/ (is|are) missing\./);
    expect(await refused([name, ...rest])).toContain(`${first} `);
  });

  it.each([
    [["help", "frob"], 'There is no command frob. "npm run hublist -- help" lists them.'],
    [["--frob"], "There is no command --frob"],
    [["add-user", "--email", "sam", "--name", "Sam", "--role", "scheduler"], "expected an e-mail address"],
    [["add-user", ...PERSON, "--name", "Sam", "--role", "nurse"], "--role nurse: expected one of scheduler"],
    [["reset-password", "--email", "@"], "--email @: expected an e-mail address"],
    [["init", ...SOUND.init!, "--site", "RXX01:hub"], "--site RXX01 is there twice"],
    [["init", ...SOUND.init!, "--organisation", "not a code"], "expected an ODS code such as RXX"],
    [["demo-files", "--out", "files", "--weeks", "27"], "--weeks 27: expected a whole number, 1 to 26"],
    [["demo-files", "--out", "files", "--provider", "constructor"], "expected a provider"],
    ...[
      "add-user",
      "reset-password",
      "backup",
      "hand-back",
      "send-messages",
      "import-answers",
      "verify-audit",
      "erase-values",
    ].map((name): [string[], string] => [[name, ...SOUND[name]!], "There is no installation in"]),
  ] as [string[], string][])("%j", async (typed, words) => {
    expect(await refused(typed)).toContain(words);
  });

  it("shows a fault of the settings, all of them, and no stack", async () => {
    const { code, err } = bench.spawn(["verify-audit"], { env: { PORT: "many", HUBLIST_TODAY: "today" } });
    expect(code).toBe(2);
    expect(err).toContain('PORT = "many": expected a whole number');
    expect(err).toContain('HUBLIST_TODAY = "today": expected a date as YYYY-MM-DD');
  });
});
