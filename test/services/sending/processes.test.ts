import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { inviteByHand } from "~/services/invitation/invite.server";
import type { SendingCounts } from "~/services/sending/send-due.server";
import { openStore } from "~db/store";
import { entriesForPlanning } from "~db/waiting-list";
import { anEntry, givenHub, HUB, importEntries } from "../../db/given-hub";
import { NURSE } from "../questionnaire/asked-patient";
import { localService, type LocalService, type Seen } from "./local-service";

const HOUSE = join(import.meta.dirname, "../../..");
const PATIENTS = 12;
const folder = mkdtempSync(join(tmpdir(), "hublist-processes-"));
const file = join(folder, "hublist.db");

/** It takes every message and keeps what it took; while it is silent, it takes them without a word. */
let service: LocalService;
let silent = false;
const taken: string[] = [];

function answer({ method, path, body }: Seen) {
  if (method === "GET") {
    const reference = new URL(path, "http://x").searchParams.get("reference")!;
    return { status: 200, body: { notifications: taken.includes(reference) ? [{ id: reference }] : [] } };
  }
  const { reference } = JSON.parse(body) as { reference: string };
  taken.push(reference);
  return silent ? ("hang" as const) : { status: 201, body: { id: reference } };
}

beforeAll(async () => {
  service = await localService(answer);
  const store = await openStore({ file, migrations: join(HOUSE, "db/migrations") });
  await givenHub(store);
  const patients = Array.from({ length: PATIENTS }, (_, at) =>
    anEntry({ pathwayId: `PP${at}`, patientId: `L${at}`, nhsNumber: null, screening: "not_screened" }),
  );
  await importEntries(store, patients);
  for (const { id: entry } of await entriesForPlanning(HUB, store.db, "RQM"))
    await inviteByHand(HUB, store, NURSE, { entry, part: 1 });
  await store.close();
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

function elsewhere(ahead = 0) {
  const program = join(HOUSE, "test/services/sending/send-elsewhere.ts");
  const typed = ["--import", "tsx", program, file, service.url, String(ahead)];
  return spawn(process.execPath, typed, { cwd: HOUSE, stdio: ["ignore", "pipe", "inherit"] });
}

async function countsOf(child: ReturnType<typeof elsewhere>): Promise<SendingCounts> {
  let said = "";
  child.stdout.on("data", (part: Buffer) => (said += part.toString()));
  // All that it says has come by then, which an exit alone does not promise.
  await once(child, "close");
  return JSON.parse(said) as SendingCounts;
}

it("a process that is killed in the middle leaves its message to another, and nobody gets any twice", async () => {
  silent = true;
  const killed = elsewhere();
  await vi.waitFor(() => expect(taken).toHaveLength(1), { timeout: 120_000, interval: 50 });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  silent = false;
  const three = await Promise.all([elsewhere(), elsewhere(), elsewhere()].map(countsOf));
  expect(three.reduce((sum, { sent }) => sum + sent, 0)).toBe(PATIENTS - 1);
  // Its claim has run out by then.
  expect(await countsOf(elsewhere(3))).toMatchObject({ sent: 1 });
  expect(taken).toHaveLength(PATIENTS);
  expect(new Set(taken).size).toBe(PATIENTS);
});
