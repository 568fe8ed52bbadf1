import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWord } from "~/services/patient-page/read-word.server";
import { avoidDates, avoidNoLonger } from "~/services/patient-page/avoid-dates.server";
import { tellUs, type Told } from "~/services/patient-page/tell-us.server";
import { actOnAnswers } from "~/services/questionnaire/act-on-answers.server";
import { inviteByHand } from "~/services/invitation/invite.server";
import { recordNotices } from "~/services/lists/tell-patients.server";
import { remainingShown } from "~/views/patient/wait-shown.server";
import { ownPage } from "~/views/patient/own-page.server";
import { invitationsOfEntry, type Invitation } from "~db/invitations";
import { noticesOfEntries } from "~db/patient-notices";
import { insertWord, shortNoticeOfFile, unreadWords, wordsOfEntries } from "~db/patient-words";
import { placesOf } from "~db/placed-dates";
import type { User } from "~/auth/visitor.server";
import { patientSays } from "~/views/patient-says/patient-says.server";
import { saysInShort } from "~/views/patient-says/says-in-short.server";
import { wordSentence } from "~/views/patient-says/word-sentence";
import { addDays } from "~/domain/calendar";
import { watchDateClashes } from "~/services/triage/date-clashes.server";
import { endTask, openTasks } from "~db/screening/care-tasks";
import { notice } from "~/domain/eligibility/notice";
import { unavailable } from "~/domain/eligibility/unavailable";
import type { EligibilityContext } from "~/domain/eligibility/rule";
import type { ResponseGiver } from "~/domain/perioperative/questionnaire/response-source";
import { fileNames } from "~/facts/sentence-names";
import { entriesAtShortNotice, entriesForPlanning, findEntry } from "~db/waiting-list";
import { aSession, importEntries } from "../../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, type HubOnTheDay } from "../operating-day/a-hub";

const SITE = { organisation: "RQM", site: "RQM01" };
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

const tell = (told: Partial<Told>, saidBy: ResponseGiver = "patient") =>
  tellUs(of, saidBy, { kind: "feedback", code: "", text: "", date: "", ...told });
const said = async () => wordsOfEntries(HUB, hub.store.db, [entry]);
const tellThemTheDate = () =>
  recordNotices(HUB, hub.store, THEATRE, {
    ...{ session: hub.session.S1!, entries: [entry], kind: "told", channel: "text", note: "", date: DAY },
    today: "2026-11-30",
  });

/** What the patient of these tests may still wait after so many weeks, as a check-in says it. */
const stillAhead = (waited: number) => {
  const { provider, treatmentFunction } = patient("A", { treatmentFunction: "100" });
  return remainingShown(provider, treatmentFunction, waited);
};

describe("the page", () => {
  it("tells somebody who waits long what is still ahead, and not what is behind them", () => {
    const ahead = [0, 40, 73].map((waited) => stillAhead(waited)!);
    for (const { from, to } of ahead) expect([from >= 1, to >= from]).toEqual([true, true]);
    expect(ahead[2]!.patients).toBeLessThan(ahead[0]!.patients);
    expect(stillAhead(400)).toBeNull();
  });

  it("shows a date only once the patient was told of it, and else the likely wait with what it rests on", async () => {
    const before = (await ownPage(of))!;
    expect(before.date).toBeNull();
    expect(before.wait).toMatchObject({ of: expect.stringContaining("hospital trust") });
    expect(before.wait!.from).toBeLessThanOrEqual(before.wait!.to);
    expect(before.wait).toEqual(stillAhead(before.wait!.waited));
    expect(await tellThemTheDate()).toMatchObject({ kind: "recorded" });
    expect(await ownPage(of)).toMatchObject({ date: { date: DAY, answer: null }, bookedOn: null });
  });

  it("names a date that stands in the hospital's list alone, as their plan does, and no wait beside it", async () => {
    expect((await ownPage(of))!.bookedOn).toBeNull();
    const listed = patient("A", { screening: "fit", treatmentFunction: "100", tciDate: "2999-01-04" });
    await importEntries(hub.store, [listed]);
    expect(await ownPage(of)).toMatchObject({ date: null, bookedOn: "2999-01-04", wait: null });
  });
});

describe("what a patient tells", () => {
  it("about their date reaches the list, and declining takes nothing away", async () => {
    await tellThemTheDate();
    expect(await tell({ kind: "dateAnswer", code: "declined", text: "My mother is ill", date: DAY })).toEqual(
      { kind: "told" },
    );
    const notices = (await noticesOfEntries(HUB, hub.store.db, [entry])).get(entry)!;
    expect(notices.at(-1)).toMatchObject({
      ...{ kind: "declined", channel: "text", by: `patient:${of.id}`, note: "On their own page" },
    });
    expect((await placesOf(hub.store.db, [entry], DAY)).get(entry)).toMatchObject({ date: DAY });
    expect(await findEntry(HUB, hub.store.db, entry)).toMatchObject({ state: "listed" });
    expect((await ownPage(of))!.date).toMatchObject({ answer: "declined" });
    expect(await unreadWords(HUB, hub.store.db, 9)).toMatchObject([
      { kind: "dateAnswer", text: "My mother is ill" },
    ]);
  });

  it("is kept with who said it, and staff see whose words they are", async () => {
    await tell({ kind: "stillWant", code: "yes" });
    await tell({ kind: "shortNotice", code: "no" }, "helped");
    await tell({ kind: "feedback", text: "Thank you" }, "carer");
    expect((await said()).map(({ saidBy }) => saidBy)).toEqual(["carer", "helped", "patient"]);
    const shown = await patientSays({ id: "nurse" } as User, HUB, entry);
    expect(shown!.words.map(({ saidBy }) => saidBy)).toEqual([
      ...["by a carer or trusted person", "by the patient, with help", "by the patient"],
    ]);
    expect((await saysInShort(HUB, hub.store.db, entry)).last).toEqual([
      ...["Still wants the operation", "Cannot come at short notice"],
      "Tells what they think (said by a carer or trusted person)",
    ]);
  });

  it("a carer declines for the patient, and the list and the call say so", async () => {
    await tellThemTheDate();
    await tell({ kind: "dateAnswer", code: "declined", date: DAY }, "carer");
    const notices = (await noticesOfEntries(HUB, hub.store.db, [entry])).get(entry)!;
    expect(notices.at(-1)).toMatchObject({
      ...{ kind: "declined", note: "On their own page (said by a carer or trusted person)" },
    });
    await tell({ kind: "stillWant", code: "no" }, "carer");
    const calls = (await openTasks(HUB, hub.store.db)).filter(({ kind }) => kind === "stillWant");
    expect(calls.map(({ words }) => words)).toEqual([
      "A carer or trusted person says that the patient does not want the operation: ask the patient themself; they keep their place",
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

  it("to staff about dates is what the planner reads, as staff note it, and nobody has to read it", async () => {
    const act = (fields: Record<string, string>) =>
      actOnAnswers(HUB, THEATRE, entry, (name) => fields[name] ?? "");
    const from = { "from-day": "14", "from-month": "12", "from-year": "2026" };
    expect(await act({ does: "avoid" })).toMatchObject({ kind: "refused", field: "from" });
    expect(await act({ does: "avoid", ...from })).toEqual({ kind: "done" });
    const planned = async () => (await findEntry(HUB, hub.store.db, entry))!.entry.unavailable;
    expect(await planned()).toEqual([{ from: "2026-12-14", to: "2026-12-14" }]);
    const noted = { kind: "datesToAvoid", needsReading: false, by: "user:theatre", saidBy: "staff" };
    expect(await said()).toMatchObject([noted]);
    const nobody = { organisations: ["RKE"], sites: ["RKE01"] };
    expect(await actOnAnswers(nobody, THEATRE, entry, () => "avoid")).toEqual({ kind: "notFound" });
    expect(await act({ does: "avoidNoLonger", range: "2026-12-14/2026-12-14" })).toEqual({ kind: "done" });
    expect(await planned()).toEqual([]);
  });

  it.each(["unsure", "no", "had"])(
    "of not wanting the operation (%s) asks a person to call, once",
    async (code) => {
      const calls = async () =>
        (await openTasks(HUB, hub.store.db))
          .filter(({ kind }) => kind === "stillWant")
          .map(({ words }) => words);
      await tell({ kind: "stillWant", code: "yes" });
      expect(await calls()).toEqual([]);
      await tell({ kind: "stillWant", code });
      await tell({ kind: "stillWant", code });
      expect(await calls()).toEqual([expect.stringContaining("call them; they keep their place")]);
    },
  );

  it("of short notice is what stand-by asks, the last word before the file's", async () => {
    const standBy = async () => (await entriesAtShortNotice(HUB, hub.store.db, "RQM", ["100"])).length;
    expect(await standBy()).toBe(0);
    await tell({ kind: "shortNotice", code: "yes" });
    expect(await standBy()).toBe(1);
    await tell({ kind: "shortNotice", code: "no" });
    expect(await standBy()).toBe(0);
  });

  it.each(["no", "7d"])(
    "of short notice keeps plans from placing them before their notice, though the file says yes: %s",
    async (code) => {
      const listed = patient("A", { screening: "fit", treatmentFunction: "100", shortNotice: true });
      await importEntries(hub.store, [listed]);
      const planned = async () =>
        (await entriesForPlanning(HUB, hub.store.db, "RQM")).find(({ id }) => id === entry)!.entry;
      const context = { planDate: "2026-11-30", noticeDate: "2026-12-14" } as EligibilityContext;
      const forbids = async (date: string) => notice.forbids(await planned(), aSession({ date }), context);
      expect(await forbids("2026-12-13")).toBe(false);
      await hub.store.commit(THEATRE, "test", (tx) =>
        insertWord(
          tx,
          { entry, kind: "shortNotice", code, text: "", saidBy: "patient", needsReading: false },
          SITE,
        ),
      );
      expect([await forbids("2026-12-13"), await forbids("2026-12-14")]).toEqual([true, false]);
      // An import brings the file's yes again, and the patient's no still stands; only they take it back.
      await importEntries(hub.store, [{ ...listed, nights: 1 }]);
      expect(await forbids("2026-12-13")).toBe(true);
      expect((await findEntry(HUB, hub.store.db, entry))!.entry.shortNotice).toBe(false);
      expect(await shortNoticeOfFile(hub.store.db, entry)).toBe(true);
      await tell({ kind: "shortNotice", code: "yes" });
      expect(await forbids("2026-12-13")).toBe(false);
    },
  );

  it("of coming at short notice moves no plan by itself", async () => {
    await tell({ kind: "shortNotice", code: "yes" });
    expect((await findEntry(HUB, hub.store.db, entry))!.entry.shortNotice).toBe(false);
  });

  it("without a choice, without words or with too many of them is refused", async () => {
    expect(await tell({ kind: "stillWant", code: "maybe" })).toMatchObject({ kind: "refused" });
    expect(await tell({ kind: "datesToAvoid" })).toMatchObject({ kind: "refused" });
    expect(await tell({ kind: "feedback", text: "a".repeat(2000) })).toEqual({ kind: "told" });
    expect(await tell({ kind: "feedback", text: "a".repeat(2001) })).toMatchObject({ kind: "refused" });
  });

  it("of dates to avoid is what the planner reads, beside the file's, and no import takes it away", async () => {
    const dates = (fields: Record<string, string>) => avoidDates(of, "patient", (name) => fields[name] ?? "");
    const from = { "from-day": "14", "from-month": "12", "from-year": "2026" };
    expect(await dates({ ...from, "to-day": "30", "to-month": "2", "to-year": "2027" })).toMatchObject({
      ...{ kind: "refused", field: "to" },
    });
    expect(
      await dates({ ...from, "to-day": "18", "to-month": "Dec", "to-year": "2026", text: "Exams" }),
    ).toEqual({ kind: "told" });
    const range = { from: "2026-12-14", to: "2026-12-18" };
    const planned = async () =>
      (await entriesForPlanning(HUB, hub.store.db, "RQM")).find(({ id }) => id === entry)!.entry;
    expect((await planned()).unavailable).toEqual([range]);
    const context = { planDate: "2026-11-30", names: fileNames("2026-11-30") } as EligibilityContext;
    const forbids = async (date: string) => unavailable.forbids(await planned(), aSession({ date }), context);
    expect([await forbids("2026-12-13"), await forbids("2026-12-14")]).toEqual([false, true]);
    expect([await forbids("2026-12-18"), await forbids("2026-12-19")]).toEqual([true, false]);
    expect(unavailable.sentence(await planned(), aSession({ date: "2026-12-14" }), context)).toMatch(
      /^The patient cannot come from 14 December to 18 December, so not to session S1 on 14 December/,
    );
    await importEntries(hub.store, [patient("A", { screening: "fit", treatmentFunction: "100", nights: 1 })]);
    expect((await planned()).unavailable).toEqual([range]);
    expect(await said()).toMatchObject([{ kind: "datesToAvoid", text: "Exams", needsReading: true }]);
    expect(wordSentence("datesToAvoid", (await said())[0]!.code)).toContain("14 December to 18 December");
    // The page shows them, and they can be taken back; twice is once.
    expect((await ownPage(of))!.avoids).toMatchObject([{ value: "2026-12-14/2026-12-18" }]);
    expect(await avoidNoLonger(of, "patient", "2026-12-14/2026-12-18")).toEqual({ kind: "told" });
    expect(await avoidNoLonger(of, "patient", "2026-12-14/2026-12-18")).toEqual({ kind: "told" });
    expect((await planned()).unavailable).toEqual([]);
    expect(await said()).toHaveLength(2);
  });

  it.each([
    [{}, "from", "Enter the first day you cannot come"],
    [{ "from-day": "31", "from-month": "2", "from-year": "2027" }, "from", "must be a real date"],
    [{ "from-day": "3" }, "from", "must be a real date"],
    [
      { "from-day": "28", "from-month": "2", "from-year": "2027", "to-day": "31" },
      "to",
      "must be a real date",
    ],
  ])(
    "a date that is no day is not taken for an empty one: %o",
    async (fields: Record<string, string>, field, words) => {
      expect(await avoidDates(of, "patient", (name) => fields[name] ?? "")).toMatchObject({
        ...{ kind: "refused", field, message: expect.stringContaining(words) },
      });
    },
  );

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

describe("days to avoid that contain the date", () => {
  const avoid = (from: string, to: string) => {
    const fields = Object.fromEntries(
      Object.entries({ from, to }).flatMap(([end, date]) =>
        ["year", "month", "day"].map((part, at) => [`${end}-${part}`, date.split("-")[at]!]),
      ),
    );
    return avoidDates(of, "patient", (name) => fields[name] ?? "");
  };
  const open = async () =>
    (await openTasks(HUB, hub.store.db)).filter(({ kind }) => kind === "dateClash").map(({ words }) => words);
  const dayBefore = addDays(DAY, -1);
  const dayAfter = addDays(DAY, 1);

  it("are told to the patient who knows of the date, and to staff as a task", async () => {
    await tellThemTheDate();
    expect(await avoid(dayAfter, addDays(DAY, 3))).toEqual({ kind: "told" });
    expect((await ownPage(of))!.clash).toBeNull();
    expect(await open()).toEqual([]);
    expect(await avoid(dayBefore, DAY)).toEqual({ kind: "told" });
    expect((await ownPage(of))!.clash).toMatchObject({ date: DAY, told: true });
    expect(await open()).toEqual([
      expect.stringMatching(/^The patient cannot come on .+, and has a date on /),
    ]);
  });

  it("give away no date that the patient was not told of, but staff see it", async () => {
    await avoid(DAY, DAY);
    expect((await ownPage(of))!.clash).toBeNull();
    expect(await open()).toHaveLength(1);
  });

  it("name a date that stands in the hospital's list alone, with nobody to answer but by phone", async () => {
    const listed = patient("A", { screening: "fit", treatmentFunction: "100", tciDate: "2026-12-20" });
    await importEntries(hub.store, [listed]);
    await avoid("2026-12-19", "2026-12-21");
    expect((await ownPage(of))!.clash).toMatchObject({ date: "2026-12-20", told: false });
  });

  it("ask nothing more of a patient who said that they cannot come", async () => {
    await tellThemTheDate();
    await avoid(DAY, DAY);
    await tell({ kind: "dateAnswer", code: "accepted", date: DAY });
    expect((await ownPage(of))!.clash).not.toBeNull();
    await tell({ kind: "dateAnswer", code: "declined", date: DAY });
    expect((await ownPage(of))!.clash).toBeNull();
    expect(await open()).toHaveLength(1);
  });

  it("end the task when they are taken back; ended by hand it stays ended until the days change", async () => {
    await avoid(DAY, DAY);
    expect(await watchDateClashes(hub.store, "2026-11-30")).toBe(0);
    expect(await open()).toHaveLength(1);
    const [task] = await openTasks(HUB, hub.store.db);
    await hub.store.commit(THEATRE, "task.end", (tx) => endTask(tx, task!, "dismissed", "They will come"));
    expect(await watchDateClashes(hub.store, "2026-11-30")).toBe(0);
    await avoid(dayBefore, DAY);
    expect(await open()).toHaveLength(1);
    await avoidNoLonger(of, "patient", `${dayBefore}/${DAY}`);
    expect(await open()).toEqual([]);
  });
});
