import { describe, expect, it } from "vitest";
import {
  isChanged,
  nextOwn,
  planChanges,
  planToReview,
  sinceBack,
} from "~/domain/perioperative/preparation/plan-changes";
import type { PlanItem } from "~/domain/perioperative/preparation/plan";
import { overdueOfStaff, planStanding, type TakenStep } from "~/domain/perioperative/preparation/progress";
import {
  approvedAt,
  draftOf,
  textsAt,
  type TextEvent,
} from "~/domain/perioperative/preparation/approved-text";
import { a } from "../patients-by-finding";
import { ACTION_SET, itemOf, suggested } from "./a-plan";

const surgery = (id: string) => ACTION_SET.actions.find((one) => one.id === id)?.due.from === "surgery";
const still = { moved: false, surgery };

describe("what would change in a confirmed plan", () => {
  const plan = suggested(a({ smoke: "daily" }));

  it("is nothing while rules, answers, date and texts are the same, whatever the day", () => {
    const later = suggested(a({ smoke: "daily" }), { today: "2026-12-15" });
    expect(isChanged(planChanges(plan, later, still))).toBe(false);
  });

  it("is what new answers start and end", () => {
    const now = suggested(a({ smoke: "never", skin: "yes", ride_home: "need" }), {});
    const changes = planChanges(plan, now, still);
    expect(changes.gone.map(({ id }) => id)).toContain("stop-smoking");
    expect(changes.added.map(({ id }) => id)).toContain("home-help");
    expect(changes.goingHome).toHaveLength(1);
    const { items } = planToReview(plan, now, changes);
    expect(items.map(({ id }) => id)).not.toContain("stop-smoking");
  });

  it("leaves what a nurse added, chose or left out as it is", () => {
    const own = { ...itemOf(plan, "unwell")!, id: "own-1" };
    const chosen = { ...itemOf(plan, "unwell")!, id: "strength" };
    const removed = [{ id: "stop-smoking", title: "Stop smoking", reason: "Stopped in May" }];
    const items = [...plan.items.filter(({ id }) => id !== "stop-smoking"), own, chosen];
    const confirmed = { ...plan, items, removed, chosen: ["strength"] };
    expect(isChanged(planChanges(confirmed, plan, still))).toBe(false);
  });

  it("is the due dates that wait for surgery once its date is another, and no others", () => {
    const dated = suggested(a({ smoke: "daily" }), { surgeryOn: "2027-03-01", today: "2026-12-15" });
    const { redated } = planChanges(plan, dated, { moved: true, surgery });
    expect(redated.map(({ item }) => item.id)).toContain("way-home");
    expect(redated.map(({ item }) => item.id)).not.toContain("stop-smoking");
    const review = planToReview(plan, dated, planChanges(plan, dated, { moved: true, surgery }));
    expect(review.items.find(({ id }) => id === "way-home")!.due).toBe("2027-02-22");
  });

  it("is a text that was approved or withdrawn since", () => {
    const text = { site: "", topic: "fasting", number: 1, text: "x", by: "", at: "", alone: false };
    const quoting = suggested(a({ smoke: "daily" }), { texts: new Map([["fasting", text]]) });
    expect(planChanges(plan, quoting, still).requoted.map(({ id }) => id)).toEqual(["fasting"]);
    expect(planChanges(quoting, plan, still).requoted.map(({ id }) => id)).toEqual(["fasting"]);
  });
});

describe("how a plan stands", () => {
  const items = suggested(a({ smoke: "daily" }), { surgeryOn: "2027-02-10" }).items;
  const step = (
    item: string,
    kind: TakenStep["kind"],
    at: string,
    more: Partial<TakenStep> = {},
  ): TakenStep => ({
    ...{ number: Number(at), item, kind, at, referral: null, text: "", by: "patient:1" },
    ...more,
  });
  const of = (steps: TakenStep[], id: string, day = "2026-12-01") =>
    planStanding(items, steps, day).find(({ item }) => item.id === id)!;

  it("counts the last tick, and help until it is done", () => {
    expect(of([step("stop-smoking", "done", "1")], "stop-smoking").done).toEqual({
      by: "patient:1",
      at: "1",
    });
    expect(
      of([step("stop-smoking", "done", "1"), step("stop-smoking", "open", "2")], "stop-smoking").done,
    ).toBeNull();
    const help = step("way-home", "help", "3", { text: "I live alone" });
    expect(of([help], "way-home").help).toEqual({ text: "I live alone", at: "3" });
    expect(of([help, step("way-home", "done", "4")], "way-home").help).toBeNull();
  });

  it("counts nothing of an action from before it came back into the plan", () => {
    const [smoke, other] = [items.find(({ id }) => id === "stop-smoking")!, items[0]!];
    const back = sinceBack([smoke], [other], 1);
    const done = (plan: typeof items, at: string) =>
      planStanding(plan, [step("stop-smoking", "done", at)], "2026-12-01")[0]!.done;
    expect(done(back, "1")).toBeNull();
    expect(done(back, "2")).not.toBeNull();
    // A later plan that keeps it counts from the same step; one that always had it counts all.
    expect(sinceBack([smoke], back, 5)).toEqual(back);
    expect(done(sinceBack([smoke], [smoke], 5), "1")).not.toBeNull();
  });

  it("numbers own words over every plan that there was", () => {
    const own = (...numbers: number[]) => ({ items: numbers.map((n) => ({ ...items[0]!, id: `own-${n}` })) });
    expect(nextOwn([])).toBe(1);
    expect(nextOwn([own(), own(1, 10), own(2)])).toBe(11);
  });

  it("is late the day after it was due, unless it is done", () => {
    const { due } = itemOf(
      { items, removed: [], chosen: [], earliestReady: null, goingHome: [] },
      "smoking-service",
    )!;
    expect(due).toBe("2026-12-14");
    expect(of([], "smoking-service", "2026-12-14").overdue).toBe(false);
    expect(of([], "smoking-service", "2026-12-15").overdue).toBe(true);
    expect(of([step("smoking-service", "done", "1")], "smoking-service", "2026-12-15").overdue).toBe(false);
    const late = overdueOfStaff(planStanding(items, [], "2027-02-20"), false).map(({ item }) => item.id);
    expect(late).toContain("smoking-service");
    expect(late).not.toContain("stop-smoking");
    // After the operation what comes after it alone is somebody's task.
    const after = items.map((item) => ({ ...item, phase: "after" as const }));
    const lateAfter = (of: readonly PlanItem[]) =>
      overdueOfStaff(planStanding(of, [], "2027-02-20"), true).map(({ item }) => item.id);
    expect(lateAfter(items.filter(({ phase }) => phase === "before"))).toEqual([]);
    expect(lateAfter(after)).toEqual(late);
  });

  it("has each referral to send until somebody says otherwise", () => {
    expect(of([], "smoking-service").referral!.state).toBe("toSend");
    const sent = step("smoking-service", "referral", "1", { referral: "sent", by: "user:n" });
    expect(of([sent], "smoking-service").referral).toMatchObject({ state: "sent", by: "user:n" });
    expect(of([], "stop-smoking").referral).toBeNull();
  });
});

describe("approved texts", () => {
  const event = (number: number, act: TextEvent["act"], more: Partial<TextEvent> = {}): TextEvent => ({
    ...{ site: "", topic: "fasting", number, act, text: `text ${number}`, by: "user:a", at: "" },
    ...more,
  });

  it("count from their approval until they are withdrawn; what is only written counts for nothing", () => {
    expect(approvedAt([event(1, "entered")], "").size).toBe(0);
    expect(approvedAt([event(1, "entered"), event(2, "approved")], "").get("fasting")!.number).toBe(2);
    const again = [event(1, "entered"), event(2, "approved"), event(3, "entered")];
    expect(approvedAt(again, "").get("fasting")!.number).toBe(2);
    expect(draftOf(again, "", "fasting")!.number).toBe(3);
    expect(approvedAt([...again, event(4, "withdrawn")], "").size).toBe(0);
    expect(draftOf([...again, event(4, "withdrawn")], "", "fasting")).toBeNull();
  });

  it("of a site go before those of its organisation", () => {
    const both = [event(1, "approved"), event(1, "approved", { site: "A", text: "own" })];
    expect(textsAt(both, "A").get("fasting")!.text).toBe("own");
    expect(textsAt(both, "B").get("fasting")!.text).toBe("text 1");
  });
});
