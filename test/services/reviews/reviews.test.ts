import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { today } from "~/clock.server";
import { addDays } from "~/domain/calendar";
import { recordReview } from "~/services/reviews/record-review.server";
import { readReviewForm } from "~/services/reviews/review-form.server";
import { owedReviews } from "~/views/reviews/owed-reviews.server";
import { openTasks } from "~db/screening/care-tasks";
import { reviewsOfEntries } from "~db/waiting-reviews";
import { HUB, NURSE, triageHub, type TriageHub } from "../triage/triage-hub";

const ago = (days: number) => addDays(today(), -days);
const fields = (day: string, name: string) => ({
  [`${name}-year`]: day.slice(0, 4),
  [`${name}-month`]: day.slice(5, 7),
  [`${name}-day`]: day.slice(8, 10),
});
const SOUND = { base: "0", harm: "none", outcome: "sameWay", ...fields(today(), "reviewedOn") };
function read(more: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...SOUND, ...more })) form.append(name, value);
  return readReviewForm(form, { today: today(), clockStart: ago(400), everyDays: 91 });
}
const wrong = (more: Record<string, string>) => read(more).problems?.map(({ field }) => field);

describe("the form of a review", () => {
  it("reads what was found, and no next day where none is named", () => {
    expect(read().given).toEqual({
      ...{ base: 0, reviewedOn: today(), harm: "none", outcome: "sameWay", nextOn: null, note: "" },
    });
  });

  it("takes a day from the clock start to today", () => {
    expect(wrong(fields(ago(400), "reviewedOn"))).toBeUndefined();
    expect(wrong(fields(ago(401), "reviewedOn"))).toEqual(["reviewedOn"]);
    expect(wrong(fields(ago(-1), "reviewedOn"))).toEqual(["reviewedOn"]);
    expect(wrong({ "reviewedOn-day": "31", "reviewedOn-month": "2" })).toEqual(["reviewedOn"]);
  });

  it("takes a next day that is sooner, and none that puts it off", () => {
    expect(wrong(fields(ago(-1), "nextOn"))).toBeUndefined();
    expect(wrong(fields(ago(-91), "nextOn"))).toBeUndefined();
    expect(wrong(fields(ago(-92), "nextOn"))).toEqual(["nextOn"]);
    expect(wrong(fields(ago(0), "nextOn"))).toEqual(["nextOn"]);
    expect(wrong({ "nextOn-day": "3" })).toEqual(["nextOn"]);
  });

  it("asks for words where there was harm, or it cannot be told, or they want to leave", () => {
    for (const harm of ["low", "moderate", "severe", "notKnown"]) expect(wrong({ harm })).toEqual(["note"]);
    expect(wrong({ outcome: "asksToLeave" })).toEqual(["note"]);
    expect(wrong({ harm: "low", note: "More pain" })).toBeUndefined();
    expect(wrong({ harm: "", outcome: "x" })).toEqual(["harm", "outcome"]);
  });
});

describe("the list of reviews", () => {
  let hub: TriageHub;
  beforeEach(async () => {
    hub = await triageHub(
      { clockStart: ago(365) },
      { clockStart: ago(364) },
      { clockStart: ago(70), cancer: true },
      { clockStart: ago(70) },
    );
  });
  afterEach(() => hub.close());
  const owed = async () =>
    (await owedReviews(HUB, hub.store.db, today())).map(({ id, due }) => [hub.ids.indexOf(id), due.state]);
  const given = (base = 0) => ({ ...read().given!, base });

  it("holds who waits over 52 weeks, and over 62 days on a cancer pathway, the latest first", async () => {
    expect(await owed()).toEqual([
      [2, "overdue"],
      [0, "due"],
    ]);
  });

  it("is left by a review until the next is due, once for a double click and for two people", async () => {
    const [entry] = hub.ids as [string];
    const record = () => recordReview(HUB, hub.store, NURSE, entry, given(), today());
    expect(await record()).toEqual({ kind: "recorded" });
    expect(await record()).toEqual({ kind: "changedSince", by: "user:nurse" });
    expect((await owed()).filter(([at]) => at === 0)).toEqual([[0, "upcoming"]]);
    expect((await reviewsOfEntries(HUB, hub.store.db)).get(entry)).toMatchObject([
      { number: 1, kind: "longWait", by: "user:nurse" },
    ]);
  });

  it("takes one of two reviews that are sent at the same time, and tells the other who was first", async () => {
    const entry = hub.ids[2]!;
    const other = { kind: "user", id: "surgeon" } as const;
    const leaves = { ...given(), outcome: "asksToLeave" as const, note: "Better now" };
    const answers = await Promise.all(
      [NURSE, other].map((who) => recordReview(HUB, hub.store, who, entry, leaves, today())),
    );
    expect(answers).toEqual([{ kind: "recorded" }, { kind: "changedSince", by: "user:nurse" }]);
    expect((await reviewsOfEntries(HUB, hub.store.db)).get(entry)).toHaveLength(1);
    expect(await openTasks(HUB, hub.store.db)).toHaveLength(1);
  });

  it("leaves neither review nor task where the process ended before its commit did", async () => {
    const entry = hub.ids[2]!;
    const leaves = { ...given(), outcome: "asksToLeave" as const, note: "Better now" };
    const killed = hub.store.commit(NURSE, "test", async () => {
      await recordReview(HUB, hub.store, NURSE, entry, leaves, today());
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect((await reviewsOfEntries(HUB, hub.store.db)).get(entry)).toBeUndefined();
    expect(await openTasks(HUB, hub.store.db)).toEqual([]);
    expect(await recordReview(HUB, hub.store, NURSE, entry, leaves, today())).toEqual({ kind: "recorded" });
  });

  it("takes no review of who is owed none, and sends who wants to leave to a person", async () => {
    const shortWait = hub.ids[3]!;
    expect(await recordReview(HUB, hub.store, NURSE, shortWait, given(), today())).toEqual({
      kind: "notOwed",
    });
    const leaves = { ...given(), outcome: "asksToLeave" as const, note: "Better now" };
    await recordReview(HUB, hub.store, NURSE, hub.ids[2]!, leaves, today());
    expect((await openTasks(HUB, hub.store.db)).map(({ kind }) => kind)).toEqual(["stillWant"]);
  });
});
