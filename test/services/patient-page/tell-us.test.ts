import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWord } from "~/services/patient-page/read-word.server";
import { tellUs, type Told } from "~/services/patient-page/tell-us.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { recordNotices } from "~/services/lists/tell-patients.server";
import { ownPage } from "~/views/patient/own-page.server";
import { invitationsOfEntry, type Invitation } from "~db/invitations";
import { noticesOfEntries } from "~db/patient-notices";
import { unreadWords, wordsOfEntries } from "~db/patient-words";
import { placesOf } from "~db/placed-dates";
import { entriesAtShortNotice, findEntry } from "~db/waiting-list";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, type HubOnTheDay } from "../operating-day/a-hub";

let hub: HubOnTheDay;
let entry: string;
let of: Invitation;
beforeEach(async () => {
  hub = await hubOnTheDay([patient("A", { screening: "fit", treatmentFunction: "100" })], ["A"]);
  entry = hub.entry.A!;
  await inviteByHand(HUB, hub.store, THEATRE, { entry, part: 1 });
  of = (await invitationsOfEntry(HUB, hub.store.db, entry))[0]!;
});
afterEach(() => hub.close());

const tell = (told: Partial<Told>) => tellUs(of, { kind: "feedback", code: "", text: "", date: "", ...told });
const said = async () => wordsOfEntries(HUB, hub.store.db, [entry]);
const tellThemTheDate = () =>
  recordNotices(HUB, hub.store, THEATRE, {
    ...{ session: hub.session.S1!, entries: [entry], kind: "told", channel: "text", note: "", date: DAY },
    today: "2026-11-30",
  });

describe("the page", () => {
  it("shows a date only once the patient was told of it, and else the likely wait with what it rests on", async () => {
    const before = (await ownPage(of))!;
    expect(before.date).toBeNull();
    expect(before.wait).toMatchObject({ of: expect.stringContaining("hospital trust") });
    expect(before.wait!.from).toBeLessThanOrEqual(before.wait!.to);
    expect(await tellThemTheDate()).toMatchObject({ kind: "recorded" });
    expect((await ownPage(of))!.date).toMatchObject({ date: DAY, answer: null });
  });
});

describe("what a patient tells", () => {
  it("about their date reaches the list, and declining takes nothing away", async () => {
    await tellThemTheDate();
    expect(await tell({ kind: "dateAnswer", code: "declined", text: "My mother is ill", date: DAY })).toEqual(
      { kind: "told" },
    );
    const notices = (await noticesOfEntries(HUB, hub.store.db, [entry])).get(entry)!;
    expect(notices.at(-1)).toMatchObject({ kind: "declined", channel: "text", by: `patient:${of.id}` });
    expect((await placesOf(hub.store.db, [entry], DAY)).get(entry)).toMatchObject({ date: DAY });
    expect(await findEntry(HUB, hub.store.db, entry)).toMatchObject({ state: "listed" });
    expect((await ownPage(of))!.date).toMatchObject({ answer: "declined" });
    expect(await unreadWords(HUB, hub.store.db, 9)).toMatchObject([
      { kind: "dateAnswer", text: "My mother is ill" },
    ]);
  });

  it("about another date than the one they have now is not recorded", async () => {
    await tellThemTheDate();
    expect(await tell({ kind: "dateAnswer", code: "accepted", date: "2026-12-14" })).toEqual({
      kind: "changed",
    });
    expect(await said()).toEqual([]);
  });

  it("about a date that nobody told them is not recorded", async () => {
    expect(await tell({ kind: "dateAnswer", code: "accepted", date: DAY })).toEqual({ kind: "changed" });
  });

  it.each([
    ["stillWant", "yes", false],
    ["stillWant", "unsure", true],
    ["stillWant", "no", true],
    ["shortNotice", "no", false],
  ] as const)("%s: %s, has to be read: %s", async (kind, code, needsReading) => {
    expect(await tell({ kind, code })).toEqual({ kind: "told" });
    expect(await said()).toMatchObject([{ kind, code, needsReading }]);
    expect(await findEntry(HUB, hub.store.db, entry)).toMatchObject({ state: "listed" });
  });

  it("of short notice is what stand-by asks, the last word before the file's", async () => {
    const standBy = async () => (await entriesAtShortNotice(HUB, hub.store.db, "RQM", ["100"])).length;
    expect(await standBy()).toBe(0);
    await tell({ kind: "shortNotice", code: "yes" });
    expect(await standBy()).toBe(1);
    await tell({ kind: "shortNotice", code: "no" });
    expect(await standBy()).toBe(0);
  });

  it("without a choice, without words or with too many of them is refused", async () => {
    expect(await tell({ kind: "stillWant", code: "maybe" })).toMatchObject({ kind: "refused" });
    expect(await tell({ kind: "datesToAvoid" })).toMatchObject({ kind: "refused" });
    expect(await tell({ kind: "feedback", text: "a".repeat(2000) })).toEqual({ kind: "told" });
    expect(await tell({ kind: "feedback", text: "a".repeat(2001) })).toMatchObject({ kind: "refused" });
  });

  it("is read by somebody, once", async () => {
    await tell({ kind: "datesToAvoid", text: "All of August" });
    expect(await readWord(HUB, hub.store, THEATRE, { entry, number: 1 })).toEqual({ kind: "read" });
    expect((await said())[0]!.readAt).not.toBeNull();
    expect(await readWord(HUB, hub.store, THEATRE, { entry, number: 1 })).toEqual({ kind: "read" });
    expect(await unreadWords(HUB, hub.store.db, 9)).toEqual([]);
    expect(await readWord(HUB, hub.store, THEATRE, { entry, number: 2 })).toEqual({ kind: "notFound" });
    const nobody = { organisations: ["RKE"], sites: ["RKE01"] };
    expect(await readWord(nobody, hub.store, THEATRE, { entry, number: 1 })).toEqual({ kind: "notFound" });
  });
});
