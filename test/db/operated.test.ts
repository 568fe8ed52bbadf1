import { beforeEach, expect, it } from "vitest";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { CaseMoment } from "~/domain/operating-day/moments";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions } from "./given-hub";

const WEEK = "2026-12-14";
const DAY = "2026-12-15";
const AFTER = "2026-12-16";

onEachEngine("who counts as operated on", (given, load) => {
  const operated = load(() => import("~db/operated"));
  const recording = load(() => import("~db/record-placements"));
  const placements = load(() => import("~db/placements"));
  const moments = load(() => import("~db/case-moments"));
  const list = load(() => import("~db/waiting-list"));
  const sessions = load(() => import("~db/theatre-sessions"));
  const gaps = load(() => import("~db/gap-candidates"));
  let entry = "";
  let session = "";

  const listed = (facts: Partial<WaitingListEntry> = {}) =>
    importEntries(given.store, [anEntry({ unavailable: [], ...facts })]);
  beforeEach(async () => {
    await givenHub(given.store);
    await listed();
    await importSessions(given.store, [aSession({ date: DAY })]);
    entry = (await list().entriesForPlanning(HUB, given.store.db, "RQM"))[0]!.id;
    session = (await sessions().listSessions(HUB, given.store.db, { from: DAY, until: AFTER }))[0]!.id;
  });

  const place = async (to: string | null, today = DAY) => {
    const baseRevision = await placements().weekRevision(HUB, given.store.db, "RQM", WEEK);
    const changes = [{ entry, session: to, reason: "", override: [] }];
    const wanted = { organisation: "RQM", week: WEEK, baseRevision, run: null, today, changes };
    return (await recording().recordPlacements(HUB, given.store, ACTOR, wanted)).kind;
  };
  const record = (moment: CaseMoment, happenedAt: string | null = "2026-12-15T09:00:00.000Z") =>
    given.store.commit(ACTOR, "test", (tx) =>
      moments().recordMoment(
        tx,
        { session, entry, moment, happenedAt, reason: "" },
        { organisation: "RQM", site: "RQM02" },
      ),
    );
  const found = async (today: string) =>
    (await operated().operatedOf(given.store.db, { entries: [entry] }, today)).get(entry) ?? null;
  const filtered = async (filter: { operated?: true; dated?: false }, today: string) => {
    const page = { sort: "waited", descending: false, page: 1, size: 9 } as const;
    return (await list().searchWaitingList(HUB, given.store.db, filter, page, today)).total;
  };

  it("is who stood on a day that is over, from the next day on", async () => {
    await place(session);
    expect(await found(DAY)).toBeNull();
    expect(await found(AFTER)).toMatchObject({ session, date: DAY, week: WEEK, recorded: false });
    expect(await filtered({ operated: true }, DAY)).toBe(0);
    expect(await filtered({ operated: true }, AFTER)).toBe(1);
    expect(await filtered({ dated: false }, AFTER)).toBe(0);
    const all = await operated().operatedOf(given.store.db, { organisation: "RQM" }, AFTER);
    expect([...all.keys()]).toEqual([entry]);
  });

  it("is nobody who was taken off, and a gap may have them again", async () => {
    const gap = { organisation: "RQM", treatmentFunctions: ["100"], minutes: 600, date: AFTER, today: AFTER };
    await place(session);
    expect(await gaps().gapCandidates(HUB, given.store.db, gap)).toEqual([]);
    await place(null);
    expect(await found(AFTER)).toBeNull();
    expect(await gaps().gapCandidates(HUB, given.store.db, gap)).toHaveLength(1);
  });

  it.each([
    ["arrived", false],
    ["sentFor", false],
    ["anaestheticStart", true],
    ["out", true],
  ] as const)("on the day itself is decided by its record: %s", async (moment, isDone) => {
    await place(session);
    await record(moment);
    expect((await found(DAY))?.recorded ?? false).toBe(isDone);
    expect(await place(null)).toBe(isDone ? "operated" : "recorded");
  });

  it("is nobody whose record was taken back", async () => {
    await place(session);
    await record("knifeToSkin");
    await record("knifeToSkin", null);
    expect(await found(DAY)).toBeNull();
    expect(await place(null)).toBe("recorded");
  });

  it.each([
    ["on the day itself", DAY, null],
    ["on the next day", AFTER, AFTER],
  ])("is marked where the list drops the entry and has it again %s", async (_when, day, marked) => {
    await place(session);
    expect(await found("2026-12-20")).toMatchObject({ returnedOn: null });
    await importEntries(given.store, [], HUB.sites, day);
    await importEntries(given.store, [anEntry({ unavailable: [] })], HUB.sites, day);
    // It counts as operated on still: an export that lacked it for a day proves nothing.
    expect(await found("2026-12-20")).toMatchObject({ date: DAY, returnedOn: marked });
  });

  it.each([
    ["a decision to admit on the day", { decisionToAdmit: DAY }, true],
    ["a later decision to admit", { decisionToAdmit: AFTER }, false],
    ["the date of that day", { tciDate: DAY }, true],
    ["a later date", { tciDate: AFTER }, false],
  ])("hears of the file: %s", async (_what, facts, isDone) => {
    await place(session);
    await listed(facts);
    expect((await found("2026-12-20")) !== null).toBe(isDone);
  });
});
