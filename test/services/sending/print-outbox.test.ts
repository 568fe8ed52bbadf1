import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { User } from "~/auth/visitor.server";
import type * as env from "~/env.server";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { DEMO_CARRIERS } from "~/services/sending/carriers.server";
import { clearUnneeded } from "~/services/sending/clear-unneeded.server";
import { readOutbox } from "~/services/sending/file-outbox.server";
import { sendDue } from "~/services/sending/send-due.server";
import { outboxLetters } from "~/views/messages/outbox-letters.server";
import { invitationsOfEntry } from "~db/invitations";
import { entriesForPlanning } from "~db/waiting-list";
import { anEntry, importEntries } from "../../db/given-hub";
import { HUB, NURSE } from "../questionnaire/asked-patient";
import { sendingHub, type SendingHub } from "./sending-hub";

const place = vi.hoisted(() => ({ data: "" }));
vi.mock("~/env.server", async (original) => {
  const real = await original<typeof env>();
  return { ...real, environment: () => ({ ...real.readEnvironment({}), HUBLIST_DATA: place.data }) };
});

let hub: SendingHub;
beforeEach(async () => {
  place.data = mkdtempSync(join(tmpdir(), "hublist-print-"));
  hub = await sendingHub();
  await sendDue(hub.process(DEMO_CARRIERS));
});
afterEach(async () => {
  await hub.close();
  rmSync(place.data, { recursive: true });
});

const PRINTER = { id: "nurse" } as User;
const print = async () => outboxLetters(PRINTER, HUB, [(await hub.messages())[0]!.id]);
async function closeLinks() {
  const { id } = (await invitationsOfEntry(HUB, hub.store.db, hub.entry))[0]!;
  await revokeInvitation(HUB, hub.store, NURSE, { entry: hub.entry, id });
}

it("prints what lies in the outbox, of somebody whom the list moved to another site too", async () => {
  expect(await print()).toMatchObject({ letters: [{ to: ["07700900000"] }], missing: 0, unneeded: [] });
  await importEntries(hub.store, [anEntry({ screening: "not_screened", listingSite: "RQM02" })]);
  expect((await print()).letters).toHaveLength(1);
});

it("leaves out what must not go any more, and says why", async () => {
  await closeLinks();
  expect(await print()).toEqual({ letters: [], missing: 0, unneeded: ["its links were closed"] });
});

it("prints and posts nothing to a contact that is no longer on file, but sends it anew", async () => {
  const { details } = anEntry({});
  const moved = { screening: "not_screened" as const, details: { ...details, mobile: "07700900111" } };
  await importEntries(hub.store, [anEntry(moved)]);
  const why = "the contact on file has changed, so it is sent anew";
  expect(await print()).toEqual({ letters: [], missing: 0, unneeded: [why] });
  expect(await clearUnneeded(hub.store)).toBe(1);
  expect(await clearUnneeded(hub.store)).toBe(0);
  await sendDue(hub.process(DEMO_CARRIERS));
  const [old, fresh] = await hub.messages();
  expect(old).toMatchObject({ state: "stopped", fault: why });
  expect([await readOutbox(old!.id), await readOutbox(fresh!.id)]).toMatchObject([
    null,
    { to: ["07700900111"] },
  ]);
});

it("clears the outbox however much lies there", async () => {
  const others = ["P2", "P3"].map((pathwayId) => anEntry({ pathwayId, patientId: pathwayId }));
  await importEntries(hub.store, [anEntry({ screening: "not_screened" }), ...others]);
  for (const { id } of await entriesForPlanning(HUB, hub.store.db, "RQM"))
    if (id !== hub.entry) await inviteByHand(HUB, hub.store, NURSE, { entry: id, part: 1 });
  hub.after(1);
  await sendDue(hub.process(DEMO_CARRIERS));
  await importEntries(hub.store, [anEntry({ pathwayId: "OTHER", patientId: "L9" })]);
  expect(await clearUnneeded(hub.store, 1)).toBe(3);
  expect(await readOutbox((await hub.messages())[0]!.id)).toBeNull();
});
