import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { contactsInScope } from "~db/contacts";
import { messagesOfEntry } from "~db/messages";
import { openStore, type Store } from "~db/store";
import { saveSettings } from "~db/workspace-settings";
import { ACTOR } from "../../db/engines";
import { anEntry, givenHub, HUB, importEntries } from "../../db/given-hub";

const HOUSE = join(import.meta.dirname, "../../..");
const PATIENTS = 200;
const folder = mkdtempSync(join(tmpdir(), "hublist-check-ins-"));
const file = join(folder, "hublist.db");

const opened = () => openStore({ file, migrations: join(HOUSE, "db/migrations") });

beforeAll(async () => {
  const store = await opened();
  await givenHub(store);
  const waits = { decisionToAdmit: addDays(today(), -90), nhsNumber: null };
  await importEntries(
    store,
    Array.from({ length: PATIENTS }, (_, at) =>
      anEntry({ pathwayId: `PP${at}`, patientId: `L${at}`, ...waits }),
    ),
  );
  const settings = { ...DEFAULT_SETTINGS, all: { ...DEFAULT_SETTINGS.all, checkInsADay: PATIENTS } };
  await saveSettings(HUB, store, ACTOR, { organisation: "RQM", base: 0, settings, reason: "t" });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function elsewhere() {
  const program = join(HOUSE, "test/services/check-in/check-in-elsewhere.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, file], {
    ...{ cwd: HOUSE, stdio: ["ignore", "pipe", "inherit"] },
  });
  const heard = { child, said: "" };
  child.stdout!.on("data", (part: Buffer) => (heard.said += part.toString()));
  return heard;
}
const ended = (child: ChildProcess) => once(child, "close");

async function asked(store: Store): Promise<string[]> {
  const contacts = await contactsInScope(HUB, store.db, store.now());
  return contacts.filter(({ askedAt }) => askedAt !== null).map(({ id }) => id);
}

it("a process that is killed in the middle asks all or nobody, and of two at once nobody is asked twice", async () => {
  const killed = elsewhere();
  await vi.waitFor(() => expect(killed.said).toContain("begins"), { timeout: 120_000, interval: 10 });
  await new Promise((soon) => setTimeout(soon, 100));
  killed.child.kill("SIGKILL");
  await ended(killed.child);
  const store = await opened();
  expect([0, PATIENTS]).toContain((await asked(store)).length);
  const both = [elsewhere(), elsewhere()];
  await Promise.all(both.map(({ child }) => ended(child)));
  const ids = await asked(store);
  expect(ids).toHaveLength(PATIENTS);
  for (const id of ids) {
    const messages = await messagesOfEntry(HUB, store.db, id);
    expect(messages.map(({ kind }) => kind)).toEqual(["checkIn"]);
  }
  await store.close();
});
