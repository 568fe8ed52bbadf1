import { messageKind, minutesOf } from "~/facts/messages";
import { allAdvice } from "~/views/questionnaire/advice.server";
import { tasksPage } from "~/views/questionnaire/tasks.server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pagesOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { questionsOn, shownPages } from "~/domain/perioperative/questionnaire/walk";
import type { Answers } from "~/domain/perioperative/answers";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { completeForm } from "~/services/questionnaire/complete.server";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { allAnswers, latestAnswers } from "~/services/questionnaire/latest-answers.server";
import { savePage } from "~/services/questionnaire/save-page.server";
import { askNewLink } from "~/services/invitation/ask-new-link.server";
import { listAudit } from "~db/audit";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { invitationsOfEntry } from "~db/invitations";
import { lastWords, wordsOfEntries } from "~db/patient-words";
import { newId } from "~db/new-id";
import { insertDraft, responsesOfEntry } from "~db/questionnaire-responses";
import { endTask, openTasks } from "~db/screening/care-tasks";
import { entriesAtShortNotice } from "~db/waiting-list";
import { questionPage } from "~/views/questionnaire/question-page.server";
import { FIT, postedBy } from "../../domain/perioperative/questionnaire/walk-as";
import { askedPatient, HUB, NURSE, type AskedPatient } from "./asked-patient";

let given: AskedPatient;
beforeEach(async () => void (given = await askedPatient()));
afterEach(() => given.close());

async function keyOf(by: FormKey["source"]["by"] = "patient"): Promise<FormKey> {
  const [invitation] = await invitationsOfEntry(HUB, given.store.db, given.entry);
  const source = { by, channel: "online" } as FormKey["source"];
  const actor = { kind: "patient", invitation: invitation!.id } as const;
  const where = { organisation: "RQM", site: "RQM01", entry: given.entry };
  const form = "screening" as const;
  return { actor, ...where, form, part: 1, source, invitation: invitation!.id, response: null };
}
const send = (key: FormKey, page: string, posted: Record<string, string | string[]>, sure = false) =>
  savePage(key, {
    ...{ page, sure, changing: false },
    posted: Object.fromEntries(Object.entries(posted).map(([name, value]) => [name, [value].flat()])),
  });
const draft = async () => (await responsesOfEntry(HUB, given.store.db, given.entry))[0]!;

/** Answers every page that is shown, as somebody of whom this is true. */
async function answerAll(key: FormKey, truth: Answers = {}): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const form = (await readForm(given.store.db, key))!;
    const page = shownPages(form.questionnaire, form.settled).find(({ id }) => !done.has(id));
    if (!page) return;
    const posted = postedBy(questionsOn(page, form.settled), { ...FIT, ...truth });
    const saved = await savePage(key, { page: page.id, posted, sure: true, changing: false });
    if (saved.kind !== "saved") throw new Error(`${page.id}: ${JSON.stringify(saved)}`);
    key = { ...key, response: key.invitation ? null : saved.response };
    done.add(page.id);
  }
}

describe("advice on symptoms", () => {
  it("is said again on the last pages, before and after the answers are sent; what only advises is not", async () => {
    const key = await keyOf();
    await answerAll(key, { chest_pain: "rest", mood: "yes" });
    expect(await allAdvice(key)).toMatchObject([{ question: "chest_pain", action: "interrupt" }]);
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect(await allAdvice(key)).toMatchObject([{ question: "chest_pain" }]);
  });

  it("is not said to whoever told of none", async () => {
    const key = await keyOf();
    await answerAll(key, { chest_pain: "walk" });
    expect(await allAdvice(key)).toEqual([]);
  });
});

describe("an urgent symptom in answers that are not sent", () => {
  const tasks = async () => openTasks(HUB, given.store.db);
  const told = async () => (await tasks()).map(({ kind, about, urgent }) => [kind, about, urgent]);
  const chestPain = async (key: FormKey, chest_pain: string) => {
    const form = (await readForm(given.store.db, key))!;
    const page = pagesOf(form.questionnaire).find(({ questions }) =>
      questions.some(({ id }) => id === "chest_pain"),
    )!;
    const posted = postedBy(questionsOn(page, form.settled), { ...FIT, chest_pain });
    expect(await savePage(key, { page: page.id, posted, sure: true, changing: true })).toMatchObject({
      kind: "saved",
    });
  };

  it("raises the task of sent answers at once, and none for whoever tells of none", async () => {
    const key = await keyOf();
    await answerAll(key, { chest_pain: "walk" });
    expect(await told()).toEqual([]);
    await chestPain(key, "rest");
    expect(await told()).toEqual([["urgent", "U01", true]]);
    expect((await tasks())[0]!.words).toBe(
      "Chest pain at rest, in answers not sent yet: call the patient the same working day",
    );
    expect(await draft()).toMatchObject({ state: "draft" });
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect((await told()).filter(([kind]) => kind === "urgent")).toHaveLength(1);
  });

  it("that somebody saw to stays ended while the patient goes on, and comes back when it is told anew", async () => {
    const key = await keyOf();
    await answerAll(key, { chest_pain: "rest" });
    const [task] = await tasks();
    await given.store.commit(NURSE, "test", (tx) => endTask(tx, task!, "done", "Called: saw the GP"));
    await send(key, "lifestyle", { smoke: "daily", audit1: "0", drugs: "no" });
    expect(await told()).toEqual([]);
    await chestPain(key, "never");
    await chestPain(key, "rest");
    expect(await told()).toEqual([["urgent", "U01", true]]);
  });
});

describe("a form that was begun on an earlier version", () => {
  it("ends on it, with its pages and its answers, and the next one is asked the newest", async () => {
    const key = await keyOf();
    await given.store.commit(key.actor, "questionnaire.save", (tx) =>
      insertDraft(tx, {
        ...{
          id: newId(),
          organisation: "RQM",
          site: "RQM01",
          entry: given.entry,
          invitation: key.invitation,
        },
        ...{ form: "screening", version: "1.0.0", part: 1, given: {} },
        ...{ sourceBy: "patient", sourceChannel: "online" },
      }),
    );
    await answerAll(key, { meds_any: "yes" });
    const form = (await readForm(given.store.db, key))!;
    const pages = shownPages(form.questionnaire, form.settled).map(({ id }) => id);
    expect(pages).toEqual(expect.arrayContaining(["blood_thinners", "special_meds"]));
    expect(pages).not.toContain("your_medicines");
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    const latest = (await latestAnswers(given.store.db, given.entry))!;
    expect(latest).toMatchObject({ version: "1.0.0", unknownCritical: [], textsToRead: [] });
    expect(QUESTIONNAIRE.version).toBe("1.1.0");
  });
});

describe("the minutes that the questions take", () => {
  it("are one figure in messages and on the page", async () => {
    const page = await tasksPage(await keyOf());
    const words = messageKind("invite");
    for (const channel of ["email", "letter"] as const)
      expect(words[channel].join(" ")).toContain(`${page!.minutes} minutes`);
    expect([...words.email, ...messageKind("checkIn").letter].join(" ")).not.toContain("{minutes}");
    expect(messageKind("checkIn").letter.join(" ")).toContain(`about ${minutesOf("checkIn")} minutes`);
  });
});

describe("answers", () => {
  it("are saved page by page, and found again on another device", async () => {
    const key = await keyOf();
    expect(await send(key, "still_want", { still_want: "yes" })).toMatchObject({
      kind: "saved",
      next: "decision",
    });
    expect(await send(key, "about", { sex_birth: "male", "height_cm-cm": "1750" })).toMatchObject({
      kind: "faults",
    });
    const other = await keyOf("carer");
    await send(other, "lifestyle", { smoke: "daily", audit1: "0", drugs: "no" });
    const form = (await readForm(given.store.db, key))!;
    expect(form.given).toMatchObject({ still_want: "yes", smoke: "daily", who_answering: "proxy" });
    expect(await draft()).toMatchObject({ revision: 2, state: "draft", sourceBy: "carer" });
  });

  it("go on under a new link, though the date of birth was once mistyped", async () => {
    const [link] = await given.links();
    expect((await given.claim(link!, { birthDate: "1985-09-23" })).kind).toBe("wrong");
    await send(await keyOf("carer"), "still_want", { still_want: "yes" });
    expect(await askNewLink(link!.replace("/q/", ""))).toEqual({ kind: "asked" });
    const form = (await readForm(given.store.db, await keyOf()))!;
    expect(form.key.invitation).not.toBe((await invitationsOfEntry(HUB, given.store.db, given.entry))[1]!.id);
    expect([form.given.still_want, form.source.by]).toEqual(["yes", "carer"]);
  });

  it("tell staff who gave them, the carer also where the patient sends what a carer began", async () => {
    const said = async () =>
      (await wordsOfEntries(HUB, given.store.db, [given.entry])).map(({ saidBy }) => saidBy);
    await send(await keyOf("carer"), "still_want", { still_want: "yes" });
    const key = await keyOf();
    await answerAll(key);
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect(new Set(await said())).toEqual(new Set(["carer"]));
  });

  it("that were sent by one link end the other links that ask the same, on every device", async () => {
    const [link] = await given.links();
    await given.claim(link!, { birthDate: "1985-09-23" });
    const old = await keyOf();
    await send(old, "still_want", { still_want: "no" });
    await askNewLink(link!.replace("/q/", ""));
    const fresh = await keyOf();
    expect(fresh.invitation).not.toBe(old.invitation);
    await answerAll(fresh);
    expect(await completeForm(fresh, true)).toEqual({ kind: "completed" });
    expect(await given.claim(link!)).toEqual({ kind: "closed", standing: "completed" });
    expect(await send(old, "still_want", { still_want: "no" })).toEqual({ kind: "completed" });
    expect(await completeForm(old, true)).toEqual({ kind: "completed" });
    expect((await latestAnswers(given.store.db, given.entry))!.answers.still_want).toBe("yes");
    expect((await tasksPage(old))!.completed).toBe(true);
  });

  it("of the first part go on when all is asked, and nothing goes on that staff took back", async () => {
    await send(await keyOf(), "still_want", { still_want: "yes" });
    const ask = (part: number) => inviteByHand(HUB, given.store, NURSE, { entry: given.entry, part });
    await ask(2);
    const all = { ...(await keyOf()), part: 2 };
    expect((await readForm(given.store.db, all))!.response).toMatchObject({
      part: 2,
      given: { still_want: "yes" },
    });
    for (const { id } of await invitationsOfEntry(HUB, given.store.db, given.entry))
      await revokeInvitation(HUB, given.store, NURSE, { entry: given.entry, id });
    await ask(1);
    expect((await readForm(given.store.db, await keyOf()))!.response).toBeNull();
  });

  it("that are wrong alike are told apart by their questions", async () => {
    const form = (await readForm(given.store.db, await keyOf()))!;
    const message = "Enter a number or select “I do not know”, not both";
    const faults = (fields: string[]) =>
      questionPage(form, "about", false, {
        posted: {},
        faults: fields.map((field) => ({ field, message })),
      })!.faults.map((line) => line.message);
    expect(faults(["height_cm-dk"])).toEqual([message]);
    expect(faults(["height_cm-dk", "weight_kg-dk"])).toEqual([
      `How tall are you? ${message}`,
      `How much do you weigh? ${message}`,
    ]);
  });

  it("of two devices at once lose nothing of each other", async () => {
    const key = await keyOf();
    await Promise.all([
      send(key, "still_want", { still_want: "yes" }),
      send(key, "daily", { stairs2: "yes", lie_flat: "yes", active_days: "0" }),
      send(key, "chest", { chest_pain: "never", breathless: "never" }),
    ]);
    expect(await draft()).toMatchObject({ revision: 3 });
    expect((await draft()).given).toMatchObject({ still_want: "yes", stairs2: "yes", chest_pain: "never" });
  });

  it("that are unlikely are asked for once more, and urgent ones answered at once", async () => {
    const key = await keyOf();
    const about = { sex_birth: "male", "height_cm-cm": "135", "weight_kg-kg": "50" };
    expect(await send(key, "about", about)).toMatchObject({ kind: "doubts" });
    expect(await responsesOfEntry(HUB, given.store.db, given.entry)).toEqual([]);
    expect(await send(key, "about", about, true)).toMatchObject({ kind: "saved" });
    const chest = await send(key, "chest", { chest_pain: "rest", breathless: "never" });
    expect(chest).toMatchObject({ kind: "saved", urgent: [{ question: "chest_pain" }] });
  });

  it("are taken for no page that does not apply", async () => {
    const key = await keyOf();
    expect(await send(key, "stroke", { stroke: "lt3" })).toEqual({ kind: "noPage" });
    expect(await send(key, "nonsense", {})).toEqual({ kind: "noPage" });
  });
});

describe("sending", () => {
  it("needs every page and the agreement, and keeps what counts alone", async () => {
    const key = await keyOf();
    expect(await completeForm(key, true)).toMatchObject({ kind: "open", page: "support" });
    await answerAll(key, { stroke: "gt12", smoke: "daily", smoke_help: "yes", short_notice: "3d" });
    await send(key, "heart", { heart_screen: "none" });
    expect(await completeForm(key, false)).toEqual({ kind: "notAgreed" });
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    const latest = (await latestAnswers(given.store.db, given.entry))!;
    expect(latest.answers).toMatchObject({
      stroke: "never",
      smoke_help: "yes",
      dob: "1985-09-24",
      declare: "yes",
    });
    expect(latest).toMatchObject({
      version: QUESTIONNAIRE.version,
      unknownCritical: [],
      source: { by: "patient" },
    });
    expect(JSON.stringify((await draft()).given)).not.toContain("gt12");
  });

  it("ends the link, leaves the answers as they are, and leads to their page by a new link", async () => {
    const [link] = await given.links();
    const key = await keyOf();
    await answerAll(key);
    await completeForm(key, true);
    expect(await send(key, "still_want", { still_want: "no" })).toEqual({ kind: "completed" });
    expect(await given.claim(link!)).toEqual({ kind: "closed", standing: "completed" });
    expect(await askNewLink(link!.replace("/q/", ""))).toEqual({ kind: "asked" });
    expect((await given.claim((await given.links())[0]!)).kind).toBe("known");
    const [page] = await invitationsOfEntry(HUB, given.store.db, given.entry);
    expect(page).toMatchObject({ purpose: "page" });
  });

  it("is told to staff: still wanted, and short notice, which stand-by asks", async () => {
    const standBy = async () => (await entriesAtShortNotice(HUB, given.store.db, "RQM", ["100"])).length;
    expect(await standBy()).toBe(0);
    const key = await keyOf();
    await answerAll(key, { still_want: "unsure", short_notice: "1d" });
    await completeForm(key, true);
    const words = await lastWords(given.store.db, given.entry);
    expect(words.get("stillWant")).toMatchObject({ code: "unsure", needsReading: true, readAt: null });
    expect(words.get("shortNotice")).toMatchObject({ code: "1d" });
    expect(await standBy()).toBe(1);
  });

  it("again is a new response; the earlier one stands", async () => {
    const key = await keyOf();
    await answerAll(key);
    await completeForm(key, true);
    given.at("2026-12-08T10:00:00.000Z");
    await inviteByHand(HUB, given.store, NURSE, { entry: given.entry, part: 1 });
    const again = await keyOf();
    await answerAll(again, { smoke: "daily" });
    await completeForm(again, true);
    const all = await allAnswers(given.store.db, given.entry);
    expect(all.map(({ answers }) => answers.smoke)).toEqual(["daily", "never"]);
  });

  it("by staff is marked as such and needs no link", async () => {
    const where = { organisation: "RQM", site: "RQM01", entry: given.entry };
    const source = { by: "staff", channel: "phone" } as const;
    const form = { form: "screening", part: 1, invitation: null, response: null } as const;
    let key: FormKey = { actor: NURSE, ...where, ...form, source };
    const first = await send(key, "still_want", { still_want: "yes" });
    if (first.kind !== "saved") throw new Error(first.kind);
    key = { ...key, response: first.response };
    await answerAll(key);
    expect(await completeForm(key, true)).toEqual({ kind: "completed" });
    expect(await latestAnswers(given.store.db, given.entry)).toMatchObject({
      source: { by: "staff", channel: "phone" },
      answers: { who_answering: "staff" },
    });
  });
});

it("writes down who saved and sent, and none of the answers", async () => {
  const key = await keyOf();
  await answerAll(key, { hospital_6m: "yes", hospital_why: "A secret illness" });
  await completeForm(key, true);
  const audit = await listAudit(HUB, given.store.db, { limit: 500 });
  const actions = new Set(audit.map(({ action }) => action));
  expect([...actions]).toEqual(expect.arrayContaining(["questionnaire.save", "questionnaire.complete"]));
  expect(audit.some(({ actor }) => actor === `patient:${key.invitation}`)).toBe(true);
  expect(JSON.stringify(audit)).not.toContain("secret illness");
  expect(pagesOf(QUESTIONNAIRE).length).toBeGreaterThan(20);
});
