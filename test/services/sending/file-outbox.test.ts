import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as env from "~/env.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { DEMO_CARRIERS } from "~/services/sending/carriers.server";
import { clearUnneeded } from "~/services/sending/clear-unneeded.server";
import { fileOutbox, readOutbox } from "~/services/sending/file-outbox.server";
import { markPosted } from "~/services/sending/mark-posted.server";
import { claimNext } from "~/services/sending/claim.server";
import { sendingTurn } from "~/services/sending/sending-turn.server";
import { sweepOutbox } from "~/services/sending/sweep-outbox.server";
import { sendAgain, sendAllAgain } from "~/services/sending/send-again.server";
import { sendDue } from "~/services/sending/send-due.server";
import { invitationsOfEntry } from "~db/invitations";
import { HUB, NURSE } from "../questionnaire/asked-patient";
import { IN_TIME, sendingHub, type SendingHub } from "./sending-hub";

const place = vi.hoisted(() => ({ data: "" }));
vi.mock("~/env.server", async (original) => {
  const real = await original<typeof env>();
  return { ...real, environment: () => ({ ...real.readEnvironment({}), HUBLIST_DATA: place.data }) };
});
afterAll(() => vi.restoreAllMocks());

let hub: SendingHub;
beforeEach(async () => {
  place.data = mkdtempSync(join(tmpdir(), "hublist-outbox-"));
  hub = await sendingHub();
});
afterEach(async () => {
  await hub.close();
  rmSync(place.data, { recursive: true });
});

const ELSEWHERE = { organisations: ["RKE"], sites: ["RKE01"] };
const outbox = () => join(place.data, "outbox");
const file = (id: string) => join(outbox(), `${id}.txt`);
async function laidOut(): Promise<string> {
  await sendDue(hub.process(DEMO_CARRIERS));
  return (await hub.messages())[0]!.id;
}

const posted = async (ids: string[], scope = HUB) => (await markPosted(scope, hub.store, NURSE, ids)).posted;

describe("a message that is recorded as sent", () => {
  it("is not, while the outbox holds no file of it, and others that were chosen with it are", async () => {
    const lost = await laidOut();
    rmSync(file(lost));
    hub.after(1);
    await inviteByHand(HUB, hub.store, NURSE, { entry: hub.entry, part: 1 });
    await sendDue(hub.process(DEMO_CARRIERS));
    const there = (await hub.messages())[1]!.id;
    const answer = await markPosted(HUB, hub.store, NURSE, [lost, there]);
    expect(answer).toMatchObject({ posted: 1, lacking: [{ id: lost, state: "outbox" }] });
    expect((await hub.messages()).map(({ state }) => state)).toEqual(["outbox", "sent"]);
    expect(await sendAllAgain(HUB, hub.store, NURSE, [lost])).toEqual({ queued: 1, refusals: [] });
    await sendDue(hub.process(DEMO_CARRIERS));
    expect(await posted([(await hub.messages())[2]!.id])).toBe(1);
  });

  it("is not by half a file, or one that holds something else", async () => {
    const id = await laidOut();
    writeFileSync(file(id), "");
    expect((await markPosted(HUB, hub.store, NURSE, [id])).lacking).toHaveLength(1);
    rmSync(file(id));
    writeFileSync(`${file(id)}.part`, "To: 07700900000");
    expect(await posted([id])).toBe(0);
  });

  it("is once, though two people say so at the same time and one presses twice", async () => {
    const id = await laidOut();
    const said = await Promise.all([posted([id, id]), posted([id]), posted([id])]);
    expect(said.reduce((sum, one) => sum + one)).toBe(1);
    const [message] = await hub.messages();
    expect(message).toMatchObject({ state: "sent", doneAt: hub.store.now() });
    hub.after(60);
    expect(await posted([id])).toBe(0);
    expect((await hub.messages())[0]!.doneAt).toBe(message!.doneAt);
  });

  it("stays so when its process was killed before it removed the file, which is swept", async () => {
    const id = await laidOut();
    const text = readFileSync(file(id), "utf8");
    await posted([id]);
    writeFileSync(file(id), text);
    expect(await posted([id])).toBe(0);
    expect(await sweepOutbox(hub.store)).toBe(1);
    expect((await hub.messages())[0]!.state).toBe("sent");
  });
});

describe("the file outbox", () => {
  it("holds a message whole, for its owner alone, until it is recorded as sent", async () => {
    const id = await laidOut();
    expect((await hub.messages())[0]).toMatchObject({ state: "outbox", via: "file" });
    expect([outbox(), file(id)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
    expect(readdirSync(outbox())).toEqual([`${id}.txt`]);
    expect(readFileSync(file(id), "utf8")).toMatch(
      /^To: 07700900000\nSubject: .+\n\n.+https:\/\/hub\.test\/q\//,
    );
    expect(await posted([id], ELSEWHERE)).toBe(0);
    expect(await readOutbox(id)).toMatchObject({ to: ["07700900000"] });
    expect(await posted([id])).toBe(1);
    expect(await posted([id])).toBe(0);
    expect((await hub.messages())[0]!.state).toBe("sent");
    expect(readdirSync(outbox())).toEqual([]);
  });

  it("is cleared of what nobody needs any more", async () => {
    const id = await laidOut();
    expect(await clearUnneeded(hub.store)).toBe(0);
    const { id: invitation } = (await invitationsOfEntry(HUB, hub.store.db, hub.entry))[0]!;
    await revokeInvitation(HUB, hub.store, NURSE, { entry: hub.entry, id: invitation });
    expect(await clearUnneeded(hub.store)).toBe(1);
    expect((await hub.messages())[0]).toMatchObject({ state: "stopped", fault: "its links were closed" });
    expect(await readOutbox(id)).toBeNull();
  });

  it("is swept of what a killed process left, and of that alone", async () => {
    expect(await sweepOutbox(hub.store)).toBe(0);
    const id = await laidOut();
    const gone = "01990000-0000-7000-8000-000000000000";
    const text = readFileSync(file(id), "utf8");
    for (const left of [file(gone), `${file(gone)}.part`, join(outbox(), "notes.txt")])
      writeFileSync(left, text);
    expect(await sweepOutbox(hub.store)).toBe(1);
    expect(readdirSync(outbox()).sort()).toEqual([`${id}.txt`, "notes.txt"].sort());
    await markPosted(HUB, hub.store, NURSE, [id]);
    writeFileSync(file(id), text);
    await sendingTurn(hub.process(DEMO_CARRIERS));
    expect(readdirSync(outbox())).not.toContain(`${id}.txt`);
  });

  it("keeps the file of a message whose process was killed before it said so", async () => {
    const process = hub.process(DEMO_CARRIERS);
    const claim = await claimNext(process);
    if (claim.kind !== "claimed") throw new Error(claim.kind);
    await claim.carrier.send(claim.outgoing, IN_TIME);
    expect(await sweepOutbox(hub.store)).toBe(0);
  });

  it("that cannot be written is tried later, and takes no name that is not ours", async () => {
    writeFileSync(outbox(), "a file where the folder should be");
    await sendDue(hub.process(DEMO_CARRIERS));
    const [message] = await hub.messages();
    expect(message).toMatchObject({ state: "queued", attempts: 1 });
    expect(message!.fault).toContain("could not be written");
    const to = { mobile: "", email: "", name: "", address: [], nhsNumber: "" };
    const odd = { id: "../../x", channel: "text" as const, to, subject: "", paragraphs: [], again: false };
    expect((await fileOutbox.send(odd, IN_TIME)).kind).toBe("never");
    expect(await readOutbox("../hublist")).toBeNull();
  });
});

describe("a message that is sent again", () => {
  it("is queued once, to the contact on file, though the button was pressed twice", async () => {
    const id = await laidOut();
    const twice = await Promise.all([1, 2].map(() => sendAgain(HUB, hub.store, NURSE, id)));
    expect(twice.map(({ kind }) => kind).sort()).toEqual(["notFound", "queued"]);
    expect((await hub.messages()).map(({ state }) => state)).toEqual(["stopped", "queued"]);
    expect(await readOutbox(id)).toBeNull();
  });

  it("is not, when its links were closed, and says so", async () => {
    const id = await laidOut();
    const { id: invitation } = (await invitationsOfEntry(HUB, hub.store.db, hub.entry))[0]!;
    await revokeInvitation(HUB, hub.store, NURSE, { entry: hub.entry, id: invitation });
    expect(await sendAgain(HUB, hub.store, NURSE, id)).toEqual({
      kind: "unneeded",
      why: "its links were closed",
    });
    expect(await sendAgain(ELSEWHERE, hub.store, NURSE, id)).toEqual({ kind: "notFound" });
  });
});
