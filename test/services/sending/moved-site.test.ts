import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { remindPatients } from "~/services/sending/remind.server";
import { checkReceipts } from "~/services/sending/receipts.server";
import { sendDue } from "~/services/sending/send-due.server";
import { claimNext } from "~/services/sending/claim.server";
import { endTry } from "~/services/sending/end-try.server";
import { ownPage } from "~/views/patient/own-page.server";
import { invitationsOfEntry } from "~db/invitations";
import { anEntry, importEntries } from "../../db/given-hub";
import { HUB } from "../questionnaire/asked-patient";
import { sendingHub, type SendingHub } from "./sending-hub";

let hub: SendingHub;
beforeEach(async () => void (hub = await sendingHub()));
afterEach(() => hub.close());

const move = () => importEntries(hub.store, [anEntry({ screening: "not_screened", listingSite: "RQM02" })]);
const states = async () =>
  (await hub.messages()).map(({ channel, site, state }) => `${channel} ${site} ${state}`);

describe("a patient whom the file lists at another site by now", () => {
  it("is still sent the message, whose link takes the right facts and shows their page", async () => {
    await move();
    const [link] = await hub.links();
    expect((await hub.claim(link!)).kind).toBe("known");
    expect((await hub.claim(link!, { other: "AA1 1AA" })).kind).toBe("wrong");
    const [invitation] = await invitationsOfEntry(HUB, hub.store.db, hub.entry);
    expect((await ownPage(invitation!))?.gone).toBe(false);
  });

  it("is reminded once, by the new site", async () => {
    await sendDue(hub.process());
    await move();
    hub.after(7 * 24 * 60);
    expect(await remindPatients(hub.store, "2026-12-08")).toEqual({ reminded: 1, calls: 0 });
    expect(await states()).toEqual(["text RQM01 sent", "text RQM02 queued"]);
  });

  it("is written to by the next channel when the service reports a failure, once", async () => {
    hub.text.receipts = [{ kind: "failed", fault: "reported" }];
    await sendDue(hub.process());
    await move();
    hub.after(5);
    expect(await checkReceipts(hub.process())).toEqual({ delivered: 0, failed: 1 });
    expect(await checkReceipts(hub.process())).toEqual({ delivered: 0, failed: 0 });
    expect(await states()).toEqual(["text RQM01 failed", "email RQM02 queued"]);
  });

  it("is written to by the next channel when they were moved while a message went out", async () => {
    const process = hub.process();
    const claim = await claimNext(process);
    if (claim.kind !== "claimed") throw new Error(claim.kind);
    await move();
    expect(await endTry(process, claim, { kind: "never", fault: "wrong" })).toBe("failed");
    expect(await states()).toEqual(["text RQM01 failed", "email RQM02 queued"]);
  });
});
