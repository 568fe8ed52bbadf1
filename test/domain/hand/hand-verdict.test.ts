import { describe, expect, it } from "vitest";
import { afterMoves } from "~/domain/hand/hand-change";
import { candidatePlaces, judgeMoves, needsReason, unlifted, verdictKind } from "~/domain/hand/hand-verdict";
import type { HandFacts, HandWeek } from "~/domain/hand/hand-week";
import { scoreWords } from "~/domain/hand/score-change";
import { resolvePolicy } from "~/domain/resolve-policy";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../../factories";
import { aHandWeek } from "./given-week";

let count = 0;
const entry = (facts: Partial<WaitingListEntry> = {}) => {
  count += 1;
  return aWaitingListEntry({ pathwayId: `PP${count}`, patientId: `L${count}`, ...facts });
};
const session = (facts: Partial<TheatreSession> = {}) => aTheatreSession(facts);
const codes = (week: HandWeek, one: WaitingListEntry, to: TheatreSession | null) =>
  judgeMoves(week, [{ entry: one, to }]).breaks.map(({ code }) => code);
const sentences = (week: HandWeek, one: WaitingListEntry, to: TheatreSession | null) =>
  judgeMoves(week, [{ entry: one, to }]).breaks.map(({ sentence }) => sentence);
const resource = (facts: Partial<SharedResource>): SharedResource => ({
  ...{ row: 2, site: "RQM01", date: "2026-12-14", period: "am", resource: "equipment:C_ARM", quantity: 1 },
  ...facts,
});

describe("rules of one list", () => {
  const fixed = { minutesDeviation: 0 };
  const list = session();
  const standing = entry({ minutes: 120, ...fixed });
  const week = (facts: Partial<TheatreSession> = {}) => {
    const own = session(facts);
    return { own, week: aHandWeek([own], [[standing, own]]) };
  };

  it("lets in what fits to the minute, and says how many minutes it is over", () => {
    const { own, week: given } = week();
    // 240 minutes: 120, a turnaround of 15, and 105.
    expect(codes(given, entry({ minutes: 105, ...fixed }), own)).toEqual([]);
    expect(sentences(given, entry({ minutes: 117, ...fixed }), own)).toEqual([
      "12 minutes over: 252 with turnarounds, and the session has 240.",
    ]);
    expect(sentences(given, entry({ minutes: 106, ...fixed }), own)[0]).toMatch(/^1 minute over/);
  });

  it("counts cases against what the session takes", () => {
    const full = week({ maxCases: 1 });
    expect(sentences(full.week, entry(), full.own)).toEqual(["2 cases, and the session takes 1."]);
    const room = week({ maxCases: 2 });
    expect(codes(room.week, entry(), room.own)).toEqual([]);
  });

  it("refuses a list that would run over too often, and leaves a single case its list", () => {
    const { own, week: given } = week();
    expect(sentences(given, entry({ minutes: 90, minutesDeviation: 60 }), own)[0]).toMatch(
      /^Would run over with a chance of 3\d%, and 25% is allowed: 15 minutes to spare are too few\.$/,
    );
    expect(codes(aHandWeek([own]), entry({ minutes: 235, minutesDeviation: 150 }), own)).toEqual([]);
  });

  it("lets a list that is too full already lose a case", () => {
    const cases = [entry({ minutes: 120 }), entry({ minutes: 100 }), entry({ minutes: 90 })];
    const given = aHandWeek(
      [list],
      cases.map((one) => [one, list]),
    );
    expect(codes(given, cases[0]!, null)).toEqual([]);
    expect(codes(given, entry(), list)).toEqual(["minutes"]);
  });

  it("keeps a locked list for those who may open it, also against losing a case", () => {
    const locked = session({ sessionId: "S2", status: "locked", date: "2026-12-15" });
    const inside = entry();
    const given = aHandWeek([list, locked], [[inside, locked]]);
    expect(judgeMoves(given, [{ entry: entry(), to: locked }]).breaks).toMatchObject([
      { code: "locked", lift: "reopen" },
    ]);
    expect(codes(given, inside, list)).toEqual(["locked"]);
    expect(codes(given, inside, null)).toEqual(["locked"]);
    const byPerson = { ...STANDING, locked: "by Sam Okonkwo on 30 November" };
    const lockedHere = aHandWeek([list], [], { listOf: () => byPerson });
    expect(sentences(lockedHere, entry(), list)).toEqual([
      "This list is locked (by Sam Okonkwo on 30 November): a change opens it again.",
    ]);
  });
});

const STANDING = { signedOff: "", locked: "", published: null, equipment: [], away: [], surgeonsAway: [] };

describe("leave", () => {
  const list = session({ surgeons: ["C1", "C2"] });
  const away = (...surgeonsAway: string[]) =>
    aHandWeek([list], [], { listOf: () => ({ ...STANDING, away: surgeonsAway, surgeonsAway }) });
  const own = entry({ consultant: "C1", pooled: false });

  it("of everybody who operates refuses the list to all, in words", () => {
    const found = judgeMoves(away("C1", "C2"), [{ entry: entry(), to: list }]);
    expect(found.breaks).toMatchObject([{ code: "no_operator", lift: "never" }]);
    expect(found.breaks[0]!.sentence).toMatch(/^C1, C2 are on leave, and nobody else operates on this list/);
    expect(found.warnings).toEqual([]);
  });

  it("of one surgeon refuses that surgeon's own patients, and warns of the others", () => {
    const one = away("C1");
    expect(judgeMoves(one, [{ entry: own, to: list }]).breaks).toMatchObject([
      {
        code: "no_session",
        lift: "override",
        sentence: expect.stringContaining("C1, who is on leave") as string,
      },
    ]);
    expect(codes(away("C2"), own, list)).toEqual([]);
    expect(codes(one, entry({ pooled: true }), list)).toEqual([]);
    expect(judgeMoves(one, [{ entry: entry({ pooled: true }), to: list }]).warnings).toMatchObject([
      { code: "away", sentence: "C1 is on leave that day." },
    ]);
  });

  it("of the anaesthetist warns", () => {
    const week = aHandWeek([list], [], { listOf: () => ({ ...STANDING, away: ["A1"] }) });
    expect(judgeMoves(week, [{ entry: entry(), to: list }])).toMatchObject({
      ...{ breaks: [], warnings: [{ code: "away" }] },
    });
  });
});

describe("the order of a list", () => {
  it("warns of what it keeps now and would not keep, and of nothing that it does not keep already", () => {
    const list = session();
    const [child, other] = [entry(), entry()];
    const strain = (weight: number) => ({ rule: "child", weight, sentence: `${weight} too late.` });
    const strainsOf = (_at: unknown, entries: readonly unknown[]) =>
      entries.length < 2 ? [] : [strain(entries.length - 1)];
    const week = aHandWeek([list], [[child, list]], { strainsOf });
    const said = (given: typeof week, one: WaitingListEntry) =>
      judgeMoves(given, [{ entry: one, to: list }]).warnings.map(({ sentence }) => sentence);
    expect(said(week, other)).toEqual(["1 too late."]);
    const same = aHandWeek([list], [[child, list]], { strainsOf: () => [strain(1)] });
    expect(said(same, other)).toEqual([]);
  });
});

describe("rules of eligibility", () => {
  const list = session();
  const week = aHandWeek([list, session({ sessionId: "S2", date: "2026-12-15" })]);
  it.each<[string, Partial<WaitingListEntry>, string, string]>([
    ["an anaesthetic that is not offered", { anaesthetic: "GA" }, "anaesthetic", "override"],
    ["a site that is not accepted", { listingSite: "RQM09" }, "site", "override"],
    ["an unfit patient", { screening: "unfit" }, "unfit", "override"],
    ["a mean that is too long", { minutes: 241 }, "too_long", "never"],
    ["a date elsewhere", { tciDate: "2026-12-20" }, "already_booked", "reason"],
  ])("says who may lift %s", (_what, facts, code, lift) => {
    const lists = [session({ anaesthetics: ["LA"] })];
    expect(judgeMoves(aHandWeek(lists), [{ entry: entry(facts), to: lists[0]! }]).breaks).toMatchObject([
      { code, lift },
    ]);
  });

  it("asks for notice to the day, unless the patient has that date already", () => {
    const early = session({ sessionId: "S0", date: "2026-12-10" });
    const late = session({ sessionId: "S3", date: "2026-12-11", start: "13:00", end: "17:00" });
    const same = session({ sessionId: "S4", date: "2026-12-10", start: "13:00", end: "17:00" });
    const placed = entry();
    const given = aHandWeek([early, late, same], [[placed, early]]);
    expect(codes(given, entry(), early)).toEqual(["notice"]);
    expect(codes(given, entry(), late)).toEqual([]);
    expect(codes(given, placed, same)).toEqual([]);
    expect(codes(given, entry({ tciDate: "2026-12-10", tciSession: null }), early)).toEqual([]);
  });

  it("names every rule that a place breaks, and speaks of the list before the reader", () => {
    const found = judgeMoves(week, [
      { entry: entry({ treatmentFunction: "130", listingSite: "X" }), to: list },
    ]);
    expect(found.breaks.map(({ code }) => code)).toEqual(["no_session", "site"]);
    expect(found.breaks[0]!.sentence).toBe("Listed under 130; this list is for Orthopaedics.");
    expect(verdictKind(found)).toBe("liftable");
    expect(unlifted(found, ["site"]).map(({ code }) => code)).toEqual(["no_session"]);
    expect(needsReason(found)).toBe(true);
  });
});

describe("rules of the week", () => {
  const morning = session();
  const beside = session({ sessionId: "S2", theatre: "Theatre 2", surgeons: ["C2"] });

  it("operates on a patient once a day", () => {
    const first = entry();
    const second = entry({ patientId: first.patientId });
    const given = aHandWeek([morning, beside], [[first, morning]]);
    expect(sentences(given, second, beside)).toEqual([
      "The same patient is in T1, 08:30 to 12:30: once a day at most.",
    ]);
    expect(sentences(given, second, morning)[0]).toMatch(/on this list already/);
    expect(codes(given, first, beside)).toEqual([]);
    expect(codes(given, entry({ patientId: first.patientId, issuer: "OTHER" }), beside)).toEqual([]);
  });

  it("keeps a surgeon in one place, to the minute", () => {
    const overlapping = session({ sessionId: "S3", theatre: "Theatre 3", start: "12:29", end: "16:00" });
    const after = session({ sessionId: "S4", theatre: "Theatre 4", start: "12:30", end: "16:00" });
    const only = entry();
    const given = aHandWeek([morning, overlapping, after], [[only, morning]]);
    expect(sentences(given, entry(), overlapping)).toEqual([
      "C1 operates in T1, 08:30 to 12:30 (1 case), which overlaps.",
    ]);
    expect(codes(given, entry(), after)).toEqual([]);
    expect(codes(given, only, overlapping)).toEqual([]);
  });

  it("says where the only set is, for the half-day that it stays there", () => {
    const resources = [resource({}), resource({ period: "pm" })];
    const needs = () => entry({ equipment: ["C_ARM"] });
    const holder = needs();
    const afternoon = session({ sessionId: "S5", start: "13:00", end: "17:00", theatre: "Theatre 5" });
    const given = aHandWeek([morning, beside, afternoon], [[holder, beside]], { resources });
    expect(sentences(given, needs(), morning)).toEqual([
      "The only C-arm is in Theatre 2 on the morning of 14 December.",
    ]);
    expect(codes(given, needs(), beside)).toEqual([]);
    expect(codes(given, needs(), afternoon)).toEqual([]);
    expect(codes(given, holder, morning)).toEqual([]);
  });

  it("counts beds over the nights, and lets one go in the same change", () => {
    const resources = [
      resource({ period: "night", resource: "bed", quantity: 2 }),
      resource({ period: "night", resource: "bed", quantity: 1, date: "2026-12-15" }),
    ];
    const inpatient = (nights: number) => entry({ nights });
    const [two, one] = [inpatient(2), inpatient(1)];
    const given = aHandWeek(
      [morning, beside],
      [
        [two, morning],
        [one, beside],
      ],
      { resources },
    );
    expect(sentences(given, inpatient(1), beside)).toEqual([
      "No bed left at RQM01 on the night of 14 December: all 2 are taken.",
    ]);
    expect(sentences(given, inpatient(2), beside)).toHaveLength(2);
    const swap = judgeMoves(given, [
      { entry: two, to: null },
      { entry: inpatient(2), to: beside },
    ]);
    expect(swap.breaks).toEqual([]);
  });

  it("leaves the reserve free, to the minute", () => {
    const policy = resolvePolicy({ reserveShare: { "110": [0.5] } });
    const given = aHandWeek([morning], [[entry({ minutes: 60 }), morning]], { policy });
    // 120 of 240 minutes: 60, a turnaround of 15, and 45.
    expect(codes(given, entry({ minutes: 45 }), morning)).toEqual([]);
    expect(sentences(given, entry({ minutes: 46 }), morning)).toEqual([
      "1 minute of what Orthopaedics keeps free this week for urgent patients: its lists may fill 120 minutes.",
    ]);
  });
});

describe("warnings", () => {
  const list = session();
  const warned = (
    facts: Partial<HandFacts>,
    one = entry(),
    to: TheatreSession | null = list,
    placed = false,
  ) => judgeMoves(aHandWeek([list], placed ? [[one, list]] : [], facts), [{ entry: one, to }]).warnings;

  it("says that a placement is provisional", () => {
    const optimising = entry({ screening: "optimising", fitFrom: "2026-12-01" });
    expect(warned({}, optimising).map(({ code }) => code)).toEqual(["provisional"]);
    expect(warned({}, entry())).toEqual([]);
  });

  it("asks for a reason once people rely on the list", () => {
    const signed = warned({ listOf: () => ({ ...STANDING, signedOff: "by Dr Ada Lane on 20 November" }) });
    expect(signed).toMatchObject([{ code: "signed_off", needsReason: true }]);
    expect(signed[0]!.sentence).toBe(
      "T1 on 14 December, 08:30 is signed off (by Dr Ada Lane on 20 November): say why it changes.",
    );
    expect(warned({ listOf: () => ({ ...STANDING, published: 2 }) })).toMatchObject([{ code: "published" }]);
  });

  it("names leave, and equipment that the session is not set up with", () => {
    const listOf = () => ({ ...STANDING, equipment: ["LASER"], away: ["C1"] });
    const found = warned({ listOf }, entry({ equipment: ["C_ARM"] }));
    expect(found.map(({ sentence }) => sentence)).toEqual([
      "T1 on 14 December, 08:30 is not set up with C-arm: ask for it.",
      "C1 is on leave that day.",
    ]);
  });

  it("says whom to tell of a change of the day", () => {
    const toldOf = () => ({ date: "2026-12-14", accepted: true });
    expect(warned({ toldOf }, entry(), null, true)[0]!.sentence).toBe(
      "The patient was told and accepted 14 December: tell them of the change.",
    );
    const sameDay = session({ sessionId: "S2", start: "13:00", end: "17:00" });
    const one = entry();
    const given = aHandWeek([list, sameDay], [[one, list]], { toldOf });
    expect(judgeMoves(given, [{ entry: one, to: sameDay }]).warnings).toEqual([]);
  });

  it("says when two ask for the same end of the list", () => {
    const latex = () => entry({ orderFlags: ["latex"] });
    const given = aHandWeek([list], [[latex(), list]]);
    expect(judgeMoves(given, [{ entry: latex(), to: list }]).warnings[0]!.sentence).toBe(
      "2 cases with a latex allergy would ask to be first in T1.",
    );
    expect(judgeMoves(given, [{ entry: entry(), to: list }]).warnings).toEqual([]);
  });

  it("says when the list is expected to run over by much more", () => {
    const given = aHandWeek([list], [[entry({ minutes: 100, minutesDeviation: 40 }), list]]);
    const [found] = judgeMoves(given, [
      { entry: entry({ minutes: 75, minutesDeviation: 25 }), to: list },
    ]).warnings;
    expect(found).toMatchObject({ code: "overrun_rise" });
    expect(found!.sentence).toMatch(/^Expected to run over by \d+ minutes on average, \d+ more than now\.$/);
  });
});

describe("the score", () => {
  const list = session();
  it("tells a placement, a move and a removal apart, and they add up", () => {
    const other = session({ sessionId: "S2", date: "2026-12-21" });
    const one = entry({ clockStart: "2025-12-16", minutes: 30 });
    const empty = aHandWeek([list, other]);
    const placed = judgeMoves(empty, [{ entry: one, to: list }]).score;
    // 51 weeks and 6 days on 14 December, 52 weeks and 6 days on the 21st.
    expect(placed.measures).toMatchObject({ waiting: 4, minutes: 30, weeksWaited: 51 });
    expect(scoreWords(placed)).toBe("+511 points: a 51-week wait placed; 30 minutes more filled.");
    const week = afterMoves(empty, [{ entry: one, to: list }]);
    const moved = judgeMoves(week, [{ entry: one, to: other }]).score;
    expect(moved.measures).toMatchObject({ waiting: 8, minutes: 0, weeksWaited: 1 });
    expect(judgeMoves(week, [{ entry: one, to: null }]).score.points).toBe(-placed.points);
    expect(judgeMoves(week, [{ entry: one, to: list }]).score.points).toBe(0);
  });
});

it("asks of every session that takes cases, but the case's own", () => {
  const [own, free, closed] = ["S1", "S2", "S3"].map((sessionId) =>
    session({ sessionId, theatre: sessionId, status: sessionId === "S3" ? "closed" : "open", surgeons: [] }),
  );
  const one = entry();
  const places = candidatePlaces(aHandWeek([own!, free!, closed!], [[one, own!]]), one);
  expect(places.map((place) => [place.session.sessionId, verdictKind(place.verdict)])).toEqual([
    ["S2", "allowed"],
  ]);
});
