import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { inviteAllNewlyListed, inviteByHand, inviteNewlyListed } from "~/services/invitation/invite.server";
import { sendingProcess } from "~/services/sending/sending-process.server";
import { sendingTurn } from "~/services/sending/sending-turn.server";
import { insertInvitation, invitationsOfEntry, updateInvitation } from "~db/invitations";
import { entriesForPlanning } from "~db/waiting-list";
import { ACTOR } from "../../db/engines";
import { anEntry, importEntries } from "../../db/given-hub";
import { askedPatient, HUB, NOW, NURSE, type AskedPatient } from "../questionnaire/asked-patient";

let given: AskedPatient;
beforeEach(async () => {
  given = await askedPatient({ decisionToAdmit: "2026-01-05" }, false);
});
afterEach(() => given.close());

const OTHER = anEntry({ pathwayId: "OTHER", patientId: "L9", screening: "fit" });
const own = (facts: Partial<WaitingListEntry> = {}) =>
  anEntry({ screening: "not_screened", decisionToAdmit: "2026-01-05", ...facts });
const invite = (on = "2026-12-01") => inviteNewlyListed(given.store, "RQM", on);
const of = () => invitationsOfEntry(HUB, given.store.db, given.entry);

/** The file drops the patient on a day and brings them back on a later one. */
async function leavesAndReturns(left: string, back: string, facts: Partial<WaitingListEntry> = {}) {
  await importEntries(given.store, [OTHER], undefined, left);
  await importEntries(given.store, [OTHER, own(facts)], undefined, back);
}

describe("a patient who comes onto the list", () => {
  it("again is asked on that day, until 28 days later, once", async () => {
    expect(await invite()).toBe(0);
    await leavesAndReturns("2026-11-20", "2026-12-01");
    expect(await invite("2026-12-30")).toBe(0);
    expect(await invite("2026-12-29")).toBe(1);
    expect(await invite("2026-12-29")).toBe(0);
  });

  it.each([
    // Links work for 60 days.
    ["still works", "2026-10-02T10:00:00.001Z", {}, 0],
    ["has run out", "2026-10-02T10:00:00.000Z", {}, 1],
    ["was answered", "2026-09-20T10:00:00.000Z", { completedAt: "2026-09-21T10:00:00.000Z" }, 0],
    ["was closed", "2026-11-10T10:00:00.000Z", { revokedAt: "2026-11-11T10:00:00.000Z" }, 1],
  ])("again, whose invitation from before %s", async (_, at, set, invited) => {
    given.at(at);
    await inviteByHand(HUB, given.store, NURSE, { entry: given.entry, part: 1 });
    const [before] = await of();
    await given.store.commit(ACTOR, "test", (tx) => updateInvitation(tx, before!, set));
    given.at(NOW);
    await leavesAndReturns("2026-11-20", "2026-12-01");
    expect(await invite()).toBe(invited);
    expect(await invite()).toBe(0);
  });

  it("at another site than before is asked once", async () => {
    await importEntries(given.store, [own({ decisionToAdmit: "2026-11-30" })]);
    expect(await invite()).toBe(1);
    await importEntries(given.store, [own({ decisionToAdmit: "2026-11-30", listingSite: "RQM02" })]);
    expect(await invite()).toBe(0);
  });

  it("is asked although they have a link to their own page", async () => {
    await importEntries(given.store, [own({ decisionToAdmit: "2026-11-30" })]);
    const expiresAt = "2027-02-01T00:00:00.000Z";
    const page = { entry: given.entry, purpose: "page" as const, part: 1, expiresAt };
    await given.store.commit(ACTOR, "test", (tx) =>
      insertInvitation(tx, { organisation: "RQM", site: "RQM01", ...page }),
    );
    expect(await invite()).toBe(1);
  });

  it("by whatever way is asked by the next turn, also where the import was killed before, and once by two", async () => {
    const newly = Array.from({ length: 201 }, (_, at) =>
      own({ pathwayId: `N${at}`, patientId: `N${at}`, nhsNumber: null, decisionToAdmit: today() }),
    );
    await importEntries(given.store, newly);
    const both = await Promise.all([1, 2].map(() => inviteAllNewlyListed(given.store, today())));
    expect(both.reduce((sum, invited) => sum + invited)).toBe(201);
    for (const { id } of await entriesForPlanning(HUB, given.store.db, "RQM"))
      expect(await invitationsOfEntry(HUB, given.store.db, id)).toHaveLength(1);
  });

  it("is asked by a turn of sending, but not in a demo", async () => {
    await importEntries(given.store, [own({ decisionToAdmit: addDays(today(), -1) })]);
    const none = { text: null, email: null, letter: null };
    await sendingTurn(sendingProcess(given.store, none, "https://hub.test", false));
    expect(await of()).toHaveLength(0);
    for (let turn = 0; turn < 2; turn++)
      await sendingTurn(sendingProcess(given.store, none, "https://hub.test"));
    expect(await of()).toHaveLength(1);
  });
});
