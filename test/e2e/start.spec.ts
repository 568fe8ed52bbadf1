import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD } from "../../app/auth/demo-accounts";
import { root } from "./setup/places";
import { expect, test } from "./setup/test";

/** One `npm start`, which is a group of processes. */
interface Start {
  said: () => string;
  /** Resolves when it has said this; to false when it left before. */
  until: (words: RegExp) => Promise<boolean>;
  /** Resolves to the exit code of a start that ends by itself. */
  ended: Promise<number | null>;
  /** Ends all of its processes at once, as a power cut does. */
  kill: () => Promise<void>;
}

let data: string;
const starts: Start[] = [];
test.beforeEach(() => void (data = mkdtempSync(join(tmpdir(), "hublist-start-"))));
test.afterEach(async () => {
  await Promise.all(starts.splice(0).map(({ kill }) => kill()));
  rmSync(data, { recursive: true, force: true });
});

function start(settings: Record<string, string> = {}): Start {
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: "0", HUBLIST_DATA: data };
  const program = spawn(process.execPath, [join(root, "app/setup/start.mjs")], {
    env: { ...env, ...settings },
    detached: true,
  });
  let said = "";
  const listeners = new Set<() => void>();
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (text: Buffer) => {
      said += text.toString();
      for (const heard of listeners) heard();
    });
  const ended = new Promise<number | null>((left) => program.once("close", left));
  const until = (words: RegExp) => {
    const heard = new Promise<boolean>((resolve) => {
      const look = () => words.test(said) && resolve(true);
      listeners.add(look);
      look();
    });
    return Promise.race([heard, ended.then(() => words.test(said))]);
  };
  const kill = async () => {
    if (program.exitCode === null && program.signalCode === null) process.kill(-program.pid!, "SIGKILL");
    await ended;
  };
  const made = { said: () => said, until, ended, kill };
  starts.push(made);
  return made;
}

/** The page of the first week, as the demo's scheduler sees it. */
async function firstWeek(url: string): Promise<string> {
  const headers = { Origin: url, "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ email: "scheduler@demo.hublist", password: DEMO_PASSWORD });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", headers, body, redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
  return (await fetch(`${url}/weeks`, { headers: { cookie } })).text();
}

const SERVES = /http:\/\/127\.0\.0\.1:\d+/;
const PLANNED = /This plan is (at most|as good as)/;

test("a first start killed in the middle is made good by the next, and the one after does nothing twice", async () => {
  test.setTimeout(400_000);
  const first = start();
  expect(await first.until(/Making a demo hub/), first.said()).toBe(true);
  await first.kill();
  const second = start();
  expect(await second.until(/Planning the week of/), second.said()).toBe(true);
  expect(second.said()).toMatch(
    /Making a demo hub[^\n]*\n {2}.*\d+ entries, \d+ theatre sessions, to be planned from/,
  );
  await second.kill();
  const third = start();
  expect(await third.until(SERVES), third.said()).toBe(true);
  expect(third.said()).not.toContain("Making a demo hub");
  expect(third.said()).toMatch(/Planning the week of [^\n]*\n {2}\S/);
  expect(third.said()).toMatch(PLANNED);
  expect(await firstWeek(SERVES.exec(third.said())![0])).toContain("Accept this plan");
  await third.kill();
  const fourth = start();
  expect(await fourth.until(SERVES), fourth.said()).toBe(true);
  expect(fourth.said()).not.toMatch(/Installing|Building|Making|Planning/);
  expect(fourth.said()).toContain("Demo sign-ins");
});

test("a port that is taken is named, with what to do, and no stack trace", async ({ baseURL }) => {
  const { port } = new URL(baseURL!);
  const program = spawn(process.execPath, [join(root, "build/server/server.js")], {
    env: { ...process.env, NODE_ENV: "production", PORT: port, HUBLIST_DATA: data },
  });
  let errors = "";
  program.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const code = await new Promise((left) => program.once("close", left));
  expect({ code, errors }).toEqual({
    code: 1,
    errors: `Port ${port} of 127.0.0.1 is taken. Stop what uses it, or choose another: PORT=3001 npm start\n`,
  });
});

test("settings that are wrong stop a start before anything is made", async () => {
  const wrong = start({ PORT: "many" });
  expect(await wrong.ended).toBe(2);
  expect(wrong.said()).toContain('PORT = "many": expected a whole number from 0 to 65535');
  expect(wrong.said()).not.toMatch(/^\s+at |Making|Demo sign-ins/m);
});
