import { expect, it } from "vitest";
import { loadAsked } from "./asked-reads";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, givenHub, HUB, importEntries } from "./given-hub";

onEachEngine("what patients were asked", (given, load) => {
  const asked = load(loadAsked);
  const list = load(() => import("~db/waiting-list"));
  const unanswered = load(() => import("~db/unanswered"));
  const subjects = load(() => import("~db/patient-subjects"));
  const erase = load(() => import("~db/audit/erase"));
  const audit = load(() => import("~db/audit"));
  const verify = load(() => import("~db/audit/verify"));

  /** An entry that was asked in, sent a message and has answered. */
  async function answered(): Promise<string> {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const [invitations, messages, responses, words] = asked();
    await given.store.commit(ACTOR, "test", async (tx) => {
      const own = { organisation: "RQM", site: "RQM01", entry: held!.id };
      const made = { ...own, purpose: "questions" as const, part: 1, expiresAt: "2027-02-01T00:00:00.000Z" };
      const invitation = await invitations.insertInvitation(tx, made);
      await invitations.insertLink(tx, (await invitations.invitationById(tx.db, invitation))!, "hash");
      await messages.queueMessage(tx, { ...own, kind: "invite", channel: "text", invitation });
      const by = { sourceBy: "patient" as const, sourceChannel: "online" as const };
      const draft = {
        ...own,
        invitation,
        form: "screening" as const,
        version: "1.0.0",
        part: 1,
        given: { smoke: "no" },
        ...by,
      };
      await responses.insertDraft(tx, { id: "R1", ...draft });
      await responses.completeDraft(tx, (await responses.responseById(tx.db, "R1"))!, { smoke: "no" });
      const word = {
        entry: held!.id,
        kind: "stillWant" as const,
        code: "unsure",
        text: "",
        saidBy: null,
        needsReading: true,
      };
      await words.insertWord(tx, word, own);
    });
    return held!.id;
  }

  it("keeps answers that were sent as they were, past the store too; a draft can change", async () => {
    await answered();
    const NO = "a completed questionnaire_response is not changed";
    await expect(given.raw("update questionnaire_response set answers = '{}'")).rejects.toThrow(NO);
    await expect(given.raw("update questionnaire_response set state = 'draft'")).rejects.toThrow(NO);
    await expect(given.raw("delete from questionnaire_response")).rejects.toThrow(NO);
    const [, , responses] = asked();
    const sent = await responses.responseById(given.store.db, "R1");
    await given.store.commit(ACTOR, "test", async (tx) => {
      await responses.insertDraft(tx, { ...sent!, id: "R2", given: {} });
      const draft = (await responses.responseById(tx.db, "R2"))!;
      const by = { sourceBy: "patient" as const, sourceChannel: "online" as const };
      await responses.saveDraft(tx, draft, { smoke: "daily" }, by);
    });
    expect((await responses.responseById(given.store.db, "R1"))?.answers).toEqual({ smoke: "no" });
  });

  it("is asked when it comes onto the list or back onto it, and not while that was asked", async () => {
    await givenHub(given.store);
    const own = anEntry({ screening: "not_screened", decisionToAdmit: "2026-06-01" });
    const other = anEntry({ pathwayId: "OTHER", patientId: "L9", screening: "fit" });
    await importEntries(given.store, [own]);
    await importEntries(given.store, [other], undefined, "2026-11-19");
    await importEntries(given.store, [own, other], undefined, "2026-11-20");
    const [invitations, , , , , entries] = asked();
    const now = given.store.now();
    const found = async (since: string) =>
      entries.entriesToInvite(given.store.db, { organisation: "RQM", since, now, most: 5 });
    expect(await found("2026-11-21")).toEqual([]);
    const [held] = await found("2026-11-20");
    expect(held?.entry.pathwayId).toBe(own.pathwayId);
    const about = { organisation: "RQM", site: "RQM01", entry: held!.id };
    const made = { purpose: "questions" as const, part: 1, expiresAt: "2099-01-01T00:00:00.000Z" };
    await given.store.commit(ACTOR, "test", (tx) => invitations.insertInvitation(tx, { ...about, ...made }));
    expect(await found("2026-11-20")).toEqual([]);
  });

  it("is reminded of from when it was sent until it is answered", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const [invitations, messages] = asked();
    const own = { organisation: "RQM", site: "RQM01", entry: held!.id };
    const found = async () => {
      const when = { now: given.store.now(), today: "2026-12-01" };
      return unanswered().unansweredInvitations(given.store.db, {
        ...{ kind: "invite", remindedBy: "reminder" },
        ...when,
      });
    };
    const expiresAt = "2099-02-01T00:00:00.000Z";
    const [invitation, message] = await given.store.commit(ACTOR, "test", async (tx) => {
      const made = await invitations.insertInvitation(tx, {
        ...own,
        ...{ purpose: "questions" as const, part: 1, expiresAt },
      });
      const queued = { ...own, kind: "invite", channel: "text" as const, invitation: made };
      return [made, await messages.queueMessage(tx, queued)] as const;
    });
    expect(await found()).toEqual([]);
    const NO_REMINDERS = { reminders: 0, remindersSent: 0, lastReminderAt: null, reminderWaits: false };
    const laidAt = "2026-11-10T10:00:00.000Z";
    await given.store.commit(ACTOR, "test", async (tx) => {
      const laid = (await messages.messageById(tx.db, message))!;
      await messages.updateMessage(tx, laid, { state: "outbox", doneAt: laidAt });
    });
    expect(await found()).toEqual([{ ...own, invitation, sentAt: null, laidAt, ...NO_REMINDERS }]);
    const lying = (before: string, site = "RQM01") =>
      messages.lyingSince(HUB, given.store.db, { site, before });
    expect(await lying(laidAt)).toEqual({ messages: 1, oldest: laidAt });
    expect(await lying("2026-11-10T09:59:59.999Z")).toEqual({ messages: 0, oldest: null });
    expect(await lying(laidAt, "RQM02")).toEqual({ messages: 0, oldest: null });
    const doneAt = "2026-11-20T10:00:00.000Z";
    await given.store.commit(ACTOR, "test", async (tx) => {
      const sent = (await messages.messageById(tx.db, message))!;
      await messages.updateMessage(tx, sent, { state: "sent", doneAt });
    });
    expect(await found()).toEqual([{ ...own, invitation, sentAt: doneAt, laidAt: null, ...NO_REMINDERS }]);
    await given.store.commit(ACTOR, "test", async (tx) => {
      const one = (await invitations.invitationById(tx.db, invitation))!;
      await messages.queueMessage(tx, { ...own, kind: "reminder", channel: "text", invitation });
      await invitations.updateInvitation(tx, one, { completedAt: tx.at });
    });
    expect(await found()).toEqual([]);
  });

  it("is forgotten by the audit on request: invitations, links, messages, answers and words", async () => {
    const entry = await answered();
    const subjectIds = [entry, ...(await subjects().subjectsOfEntries(given.store.db, [entry]))];
    const subject = { organisation: "RQM", site: "", subjectKind: "patient", subjectIds };
    await erase().eraseAuditValues(given.store, ACTOR, subject, "asked in writing");
    const lines = await audit().listAudit(HUB, given.store.db, { limit: 500 });
    const about = lines.filter(({ action }) => action === "test");
    expect([...new Set(about.map(({ subjectKind }) => subjectKind))].sort()).toEqual([
      ...["invitation", "invitation_link", "message", "patient_word", "questionnaire_response"],
    ]);
    expect(about.filter(({ erased }) => !erased)).toEqual([]);
    expect(await verify().verifyAuditChain(given.store.db)).toMatchObject({ kind: "whole" });
  });
});
