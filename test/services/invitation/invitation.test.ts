import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tokenHash } from "~/auth/token.server";
import { askNewLink } from "~/services/invitation/ask-new-link.server";
import { inviteByHand, inviteNewlyListed } from "~/services/invitation/invite.server";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { listAudit } from "~db/audit";
import { invitationsOfEntry } from "~db/invitations";
import { messagesOfEntry } from "~db/messages";
import { findDevice } from "~db/patient-devices";
import { anEntry, importEntries } from "../../db/given-hub";
import { askedPatient, HUB, NOW, NURSE, type AskedPatient } from "../questionnaire/asked-patient";

let given: AskedPatient;
beforeEach(async () => void (given = await askedPatient()));
afterEach(() => given.close());

const invitation = async () => (await invitationsOfEntry(HUB, given.store.db, given.entry))[0]!;
const plusMinutes = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const secretOf = (link: string) => link.replace("/q/", "");

describe("a link", () => {
  it("is short, goes to the contact on file, and is nowhere in the store", async () => {
    const [link] = await given.links();
    expect(link).toMatch(/^\/q\/[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
    const [message] = await messagesOfEntry(HUB, given.store.db, given.entry);
    expect(message).toMatchObject({ kind: "invite", channel: "text", state: "sent" });
    const kept = JSON.stringify([
      message,
      await invitation(),
      await listAudit(HUB, given.store.db, { limit: 500 }),
    ]);
    expect(kept).not.toContain(secretOf(link!));
    expect(kept).not.toContain(secretOf(link!).replaceAll("-", ""));
  });

  it("lets in who knows both facts, on each device anew", async () => {
    const [link] = await given.links();
    const [first, second] = [await given.claim(link!), await given.claim(link!)];
    expect([first.kind, second.kind]).toEqual(["known", "known"]);
    expect(first).not.toEqual(second);
  });

  it("is asked for as often as mail scanners like, without being used up", async () => {
    const [link] = await given.links();
    const before = await invitation();
    for (let opened = 0; opened < 5; opened++)
      expect((await given.claim(link!, { other: "" })).kind).not.toBe("known");
    expect(before.completedAt).toBeNull();
  });

  it("does not tell which of the facts was wrong", async () => {
    const [link] = await given.links();
    expect(await given.claim(link!, { other: "AA1 1AA" })).toEqual({ kind: "wrong" });
    expect(await given.claim(link!, { birthDate: "1985-09-23" })).toEqual({ kind: "wrong" });
    expect(await given.claim("/q/aaaa-bbbb-cccc")).toEqual({ kind: "unknown" });
  });

  it("rests after five wrong guesses, longer after each more, and lets nobody in meanwhile", async () => {
    const [link] = await given.links();
    const guess = () => given.claim(link!, { other: "AA1 1AA" });
    for (let wrong = 1; wrong < 5; wrong++) expect((await guess()).kind).toBe("wrong");
    expect(await guess()).toEqual({ kind: "resting", until: plusMinutes(5) });
    expect(await given.claim(link!)).toEqual({ kind: "resting", until: plusMinutes(5) });
    given.at(plusMinutes(5));
    expect(await guess()).toEqual({ kind: "resting", until: plusMinutes(15) });
    given.at(plusMinutes(15));
    expect((await given.claim(link!)).kind).toBe("known");
  });

  it("is guessed at once no more often than one after another", async () => {
    const [link] = await given.links();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => given.claim(link!, { other: "AA1 1AA" })),
    );
    expect(answers.filter(({ kind }) => kind === "wrong")).toHaveLength(4);
  });

  it("closes after fifteen wrong guesses in all, and a new one is sent to the contact on file", async () => {
    const [link] = await given.links();
    let at = 0;
    for (let wrong = 0; wrong < 15; wrong++) {
      given.at(plusMinutes((at += 3000)));
      await given.claim(link!, { other: "AA1 1AA" });
    }
    expect(await given.claim(link!)).toEqual({ kind: "closed", standing: "revoked" });
    expect(await askNewLink(secretOf(link!))).toEqual({ kind: "asked" });
    const [fresh] = await given.links();
    expect((await given.claim(fresh!)).kind).toBe("known");
  });

  it("works until its last millisecond, and then asks for a new one", async () => {
    const [link] = await given.links();
    const { expiresAt } = await invitation();
    expect(expiresAt).toBe("2027-01-30T10:00:00.000Z");
    given.at("2027-01-30T09:59:59.999Z");
    expect((await given.claim(link!)).kind).toBe("known");
    given.at(expiresAt);
    expect(await given.claim(link!)).toEqual({ kind: "closed", standing: "expired" });
    expect(await askNewLink(secretOf(link!))).toEqual({ kind: "asked" });
    expect((await given.claim((await given.links())[0]!)).kind).toBe("known");
  });

  it("stops with every device when staff take it back, and no new one is sent for it", async () => {
    const [link] = await given.links();
    const known = await given.claim(link!);
    const { id } = await invitation();
    expect(await revokeInvitation(HUB, given.store, NURSE, { entry: given.entry, id })).toEqual({
      kind: "revoked",
    });
    expect(await given.claim(link!)).toEqual({ kind: "closed", standing: "revoked" });
    const token = known.kind === "known" ? known.token : "";
    expect(await findDevice(given.store.db, tokenHash(token), NOW)).toBeNull();
    expect(await askNewLink(secretOf(link!))).toEqual({ kind: "callUs" });
    expect(await given.links()).toEqual([]);
  });

  it("is sent anew three times a day at most, whoever asks", async () => {
    const [link] = await given.links();
    for (let asked = 0; asked < 5; asked++)
      expect(await askNewLink(secretOf(link!))).toEqual({ kind: "asked" });
    expect(await given.links()).toHaveLength(3);
    given.at(plusMinutes(24 * 60 + 1));
    await askNewLink(secretOf(link!));
    expect(await given.links()).toHaveLength(1);
  });
});

describe("an invitation", () => {
  it("is kept to its scope, and not sent to somebody who is gone", async () => {
    const nobody = { organisations: ["RKE"], sites: ["RKE01"] };
    const asked = { entry: given.entry, part: 1 };
    expect(await inviteByHand(nobody, given.store, NURSE, asked)).toEqual({ kind: "notFound" });
    const [link] = await given.links();
    await importEntries(given.store, [anEntry({ pathwayId: "OTHER", patientId: "L2" })]);
    expect(await inviteByHand(HUB, given.store, NURSE, asked)).toEqual({ kind: "gone" });
    expect(await askNewLink(secretOf(link!))).toEqual({ kind: "callUs" });
  });

  it("is sent once though its button was pressed twice, and anew when it asks more", async () => {
    const ask = (part: number) => inviteByHand(HUB, given.store, NURSE, { entry: given.entry, part });
    await Promise.all([ask(1), ask(1)]);
    expect(await given.links()).toHaveLength(1);
    await ask(1);
    await ask(2);
    expect(await given.links()).toHaveLength(2);
  });

  it("of those who came onto the list of late is sent once", async () => {
    const listed = (
      pathwayId: string,
      decisionToAdmit: string,
      screening: "not_screened" | "fit" = "not_screened",
    ) => anEntry({ pathwayId, patientId: pathwayId, decisionToAdmit, screening });
    await importEntries(given.store, [
      anEntry({ screening: "not_screened" }),
      listed("NEW", "2026-11-03"),
      listed("OLD", "2026-11-02"),
      listed("SCREENED", "2026-11-30", "fit"),
    ]);
    expect(await inviteNewlyListed(given.store, "RQM", "2026-12-01")).toBe(1);
    expect(await inviteNewlyListed(given.store, "RQM", "2026-12-01")).toBe(0);
  });
});
