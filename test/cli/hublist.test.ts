import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandBench, type CommandBench } from "./commands";

let bench: CommandBench;
beforeAll(async () => void (bench = await commandBench("hublist")));
afterAll(() => bench.done());

const HOSPITAL = ["--organisation", "RXX", "--name", "Example NHS Trust"];
const SITES = ["--site", "RXX01:main", "--site", "RXX02:hub:Example Hub"];
const ADMINISTRATOR = ["--admin-email", "you@example.nhs.uk", "--admin-name", "Your Name"];
const INIT = ["init", ...HOSPITAL, ...SITES, ...ADMINISTRATOR];
const init = (data: string) => bench.run(INIT, { data });
const folderOf = (name: string) => join(bench.folder, name);

describe("npm run hublist", () => {
  it("lists its commands, and the options of one", async () => {
    expect(bench.spawn([])).toMatchObject({ code: 0, out: expect.stringContaining("init") });
    expect((await bench.run(["help", "init"])).out).toContain("--admin-email ADDRESS");
    expect((await bench.run(["backup", "--help"])).out).toContain("backup FILE");
  });

  it.each([
    [["frob"], "There is no command frob"],
    [["init"], "--organisation, --name, --site, --admin-email, --admin-name are missing"],
    [["init", "--colour", "red"], "Unknown option '--colour'"],
    [["init", ...HOSPITAL, "--site", "RXX01", ...ADMINISTRATOR], "expected an ODS code and the type"],
    [
      ["init", ...HOSPITAL, ...SITES, "--admin-email", "me", "--admin-name", "Me"],
      "expected an e-mail address",
    ],
    [["backup"], "Expected FILE"],
    [["backup", "a", "b"], "Expected FILE"],
    [["backup", "copy.db"], "There is no installation"],
    [["demo", "--scale", "2"], "above 0 and up to 1"],
    [["demo", "--scale", "0.02"], "nobody would wait there. Expected 0.0"],
    [["demo", "--weeks", "0"], "a whole number, 1 to 26"],
    [["demo", "--seed", "x"], "a whole number"],
    [["demo", "--provider", "XXX"], "expected a provider"],
  ])("refuses %j in words and makes nothing", async (typed, words) => {
    const { code, out, err } = await bench.run(typed, { data: folderOf("none") });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
    expect(existsSync(folderOf("none"))).toBe(false);
  });
});

describe("a live installation", () => {
  it("is made once, with an administrator whose password is shown", async () => {
    const first = bench.spawn(INIT, { data: folderOf("live") });
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/Password of you@example\.nhs\.uk: \S{5}-\S{5}-\S{5}-\S{5}\n/);
    const second = await init(folderOf("live"));
    expect(second).toMatchObject({ code: 2, out: "" });
    expect(second.err).toContain("already. Nothing was changed");
  });

  it("never becomes a demo", async () => {
    const made = await bench.run(["demo", "--scale", "0.1"], { data: folderOf("live") });
    expect(made).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("already. Nothing was changed"),
    });
  });

  it("takes a password from standard input, and refuses an easy one", async () => {
    const typed = ["add-user", "--email", "Sam@Example.nhs.uk", "--name", "Sam", "--role", "scheduler"];
    const data = folderOf("live");
    const easy = await bench.run([...typed, "--password-stdin"], { data, input: "password1234\n" });
    expect(easy).toMatchObject({ code: 2, err: expect.stringContaining("harder to guess") });
    const good = bench.spawn([...typed, "--password-stdin"], { data, input: "copper lantern orchid\n" });
    expect(good).toMatchObject({ code: 0, out: "Added Sam (sam@example.nhs.uk) as scheduler.\n" });
    const again = await bench.run([...typed, "--password-stdin"], { data, input: "copper lantern orchid\n" });
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining("an account with the address") });
  });

  it.each([
    [["--role", "nurse"], "--role nurse: expected one of scheduler"],
    [["--role", "ward", "--site", "RQM01"], "expected sites of RXX: RXX01, RXX02"],
    [["--role", "ward", "--organisation", "RQM"], "--organisation RQM: expected one of RXX"],
  ])("adds nobody with %j", async (typed, words) => {
    const ran = await bench.run(["add-user", "--email", "a@b.uk", "--name", "A", ...typed], {
      data: folderOf("live"),
    });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(words) });
  });

  it("gives an account a new password", async () => {
    const data = folderOf("live");
    const ran = await bench.run(["reset-password", "--email", "sam@example.nhs.uk"], { data });
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("Password of sam@example.nhs.uk") });
    expect((await bench.run(["reset-password", "--email", "no@example.nhs.uk"], { data })).code).toBe(2);
  });

  it("is copied to a file that opens again, and never over another", async () => {
    const [data, copy] = [folderOf("live"), folderOf("copy")];
    mkdirSync(copy);
    const file = join(copy, "hublist.db");
    expect((await bench.run(["backup", file], { data })).code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await bench.run(["reset-password", "--email", "sam@example.nhs.uk"], { data: copy })).code).toBe(
      0,
    );
    expect(await bench.run(["backup", file], { data })).toMatchObject({
      code: 2,
      err: expect.stringContaining("exists already"),
    });
    expect((await bench.run(["backup", folderOf("no/where.db")], { data })).err).toContain(
      "There is no folder",
    );
  });
});

describe("a data folder that cannot serve", () => {
  it("is named in words when its database is none", async () => {
    const data = folderOf("spoilt");
    mkdirSync(data);
    writeFileSync(join(data, "hublist.db"), "this is no database, though it is long enough to look at");
    expect(await init(data)).toMatchObject({
      code: 2,
      err: expect.stringContaining("no database of Hublist"),
    });
  });

  it("is named in words when it is a file", async () => {
    const data = folderOf("file");
    writeFileSync(data, "");
    expect(await init(data)).toMatchObject({ code: 2, err: expect.stringContaining("expected a folder") });
  });
});

describe("a demo by command", () => {
  it("holds a hub, its accounts and no more than once", async () => {
    const data = folderOf("demo");
    const made = await bench.run(["demo", "--scale", "0.1", "--weeks", "1"], { data });
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/[1-9]\d* entries, [1-9]\d* sessions from 2026-12-14 on/);
    expect((await bench.run(["demo", "--scale", "0.1"], { data })).code).toBe(2);
  });

  it("takes answers over that stand in a file, or says what stands there instead", async () => {
    const data = folderOf("demo");
    const file = join(bench.folder, "answers.json");
    const taken = async (content: string) => {
      writeFileSync(file, content);
      return bench.run(["import-answers", file], { data });
    };
    expect(await taken("{")).toMatchObject({
      code: 2,
      err: expect.stringContaining("expected a readable file"),
    });
    expect((await taken('{"resourceType":"Patient"}')).err).toContain("got Patient");
    const response = { resourceType: "QuestionnaireResponse", questionnaire: "urn:x|9", status: "completed" };
    expect((await taken(JSON.stringify(response))).err).toContain('never asked the version "9"');
  });

  it("has an audit that stays whole when a patient's values are erased", async () => {
    const data = folderOf("demo");
    expect((await bench.run(["hand-back"], { data })).out).toContain("No place is to be handed back.");
    const sent = await bench.run(["send-messages"], { data });
    expect(sent.out).toMatch(/This is a demo: .*\n[1-9]\d* messages? sent, 0 waiting for another try/);
    expect((await bench.run(["send-messages"], { data })).out).toContain("0 messages sent");
    expect(await bench.run(["verify-audit"], { data })).toMatchObject({
      code: 0,
      out: expect.stringContaining("is whole"),
    });
    const patient = ["erase-values", "--organisation", "RQM", "--reason", "Request 12"];
    const nobody = await bench.run([...patient, "--hospital-number", "none"], { data });
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining("no patient of RQM") });
    const erased = await bench.run([...patient, "--hospital-number", "L1000001"], { data });
    expect(erased.out).toMatch(/Erased the values of [1-9]\d* audit entr/);
    expect((await bench.run([...patient, "--hospital-number", "L1000001"], { data })).out).toContain(
      "values of 0 audit",
    );
    expect((await bench.run(["verify-audit"], { data })).code).toBe(0);
  });

  it("has an audit that shows a change behind its back", async () => {
    const data = folderOf("demo");
    const database = new Database(join(data, "hublist.db"));
    const triggers = database
      .prepare("select name from sqlite_master where type = 'trigger'")
      .pluck()
      .all() as string[];
    for (const name of triggers) database.exec(`drop trigger "${name}"`);
    database.exec("update audit_entry set actor = 'user:somebody-else' where seq = 3");
    database.close();
    const broken = bench.spawn(["verify-audit"], { data });
    expect(broken).toMatchObject({ code: 2, err: expect.stringContaining("entry 3 was altered") });
  });

  it("is written as the planner's files too", async () => {
    const out = folderOf("files");
    const typed = ["demo-files", "--out", out, "--scale", "0.1", "--weeks", "1"];
    expect(await bench.run(typed)).toMatchObject({
      code: 0,
      out: expect.stringContaining("plan date 2026-11-20"),
    });
    const rows = readFileSync(join(out, "waiting-list.csv"), "utf8").trim().split(/\r?\n/);
    expect(rows[0]).toContain("PATIENT_PATHWAY_IDENTIFIER");
    expect(rows.length).toBeGreaterThan(50);
    writeFileSync(folderOf("taken"), "");
    const taken = await bench.run(["demo-files", "--out", folderOf("taken")]);
    expect(taken).toMatchObject({ code: 2, err: expect.stringContaining("cannot be written") });
  });
});
