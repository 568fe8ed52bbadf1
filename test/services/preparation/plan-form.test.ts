import { describe, expect, it } from "vitest";
import { readPlanForm, type PlanShown } from "~/services/preparation/plan-form.server";
import { ACTION_SET, suggested } from "../../domain/perioperative/preparation/a-plan";
import { a, m } from "../../domain/perioperative/patients-by-finding";

const TODAY = "2026-11-30";
const content = suggested({ ...a({ smoke: "daily" }), ...m({ "m.hba1c": 70 }) });
const shown: PlanShown = {
  ...{ content, texts: new Map(), surgeryOn: null, today: TODAY, nextOwn: 3 },
  others: ACTION_SET.actions.filter(({ id }) => content.items.every((item) => item.id !== id)),
};

function read(fields: Record<string, string | string[]>) {
  const form = new FormData();
  const whole = {
    base: "0",
    assessment: "1",
    readinessBase: "0",
    optimise: "no",
    seen: "phone",
    ...dues(),
    ...fields,
  };
  for (const [name, value] of Object.entries(whole)) for (const one of [value].flat()) form.append(name, one);
  const { given, problems } = readPlanForm(form, shown);
  return { given, faults: (problems ?? []).map(({ field }) => field) };
}
const dues = () => Object.fromEntries(content.items.map(({ id, due }) => [`due-${id}`, due ?? ""]));

describe("a plan that was looked through", () => {
  it("is as it was shown where nothing was changed", () => {
    expect(read({}).given!.content).toEqual({ ...content, earliestReady: undefined });
  });

  it("leaves an action out with a reason, and not without one", () => {
    expect(read({ "remove-stop-smoking": "yes" }).faults).toEqual(["why-stop-smoking"]);
    const { given } = read({ "remove-stop-smoking": "yes", "why-stop-smoking": "Stopped in May" });
    expect(given!.content.items.map(({ id }) => id)).not.toContain("stop-smoking");
    expect(given!.content.removed).toEqual([
      { id: "stop-smoking", title: "Stop smoking", reason: "Stopped in May" },
    ]);
  });

  it.each([
    ["the day before today", "2026-11-29", "2026-11-30"],
    ["a Saturday of staff", "2027-02-20", "2027-02-22"],
    ["a bank holiday of staff", "2026-12-25", "2026-12-24"],
    ["no day at all", "2027-02-30", "28/02/2028"],
    ["no date of what blocks", "", "2027-03-01"],
  ])("refuses as a due date %s, and takes the day beside it", (_what, refused, taken) => {
    expect(read({ "due-hba1c-recheck": refused }).faults).toEqual(["due-hba1c-recheck"]);
    expect(read({ "due-hba1c-recheck": taken }).faults).toEqual([]);
  });

  it("lets patients be due on a day on which staff do not work", () => {
    expect(read({ "due-stop-smoking": "2026-12-25" }).faults).toEqual([]);
    expect(read({ "due-stop-smoking": "2026-12-25", "owner-stop-smoking": "nurse" }).faults).toEqual([
      "due-stop-smoking",
    ]);
  });

  it("adds actions of the table and one in own words, which is never of the table", () => {
    const own = { "own-title": "Bring your stick", "own-text": "Bring your walking stick with you." };
    const { given } = read({ add: ["skin", "no-such-action"], ...own });
    expect(given!.content.chosen).toEqual(["skin"]);
    expect(given!.content.items.at(-1)).toMatchObject({
      id: "own-3",
      owner: "patient",
      quotes: null,
      due: null,
    });
    expect(read({ "own-title": "Only a heading" }).faults).toEqual(["own-text"]);
    expect(read({ ...own, "own-blocks": "yes" }).faults).toEqual(["own-due"]);
  });

  it("needs a day to be ready by where the planner is to wait for it, and a reason once there is a plan", () => {
    expect(read({ optimise: "" }).faults).toEqual(["optimise"]);
    expect(read({ optimise: "yes" }).faults).toEqual([]);
    const removed = content.items.filter(({ blocks }) => blocks).map(({ id }) => id);
    const none = Object.fromEntries(
      removed.flatMap((id) => [
        [`remove-${id}`, "yes"],
        [`why-${id}`, "x"],
      ]),
    );
    expect(read({ optimise: "yes", ...none }).faults).toEqual(["optimise"]);
    expect(read({ base: "1" }).faults).toEqual(["reason"]);
    expect(read({ base: "one" }).faults).toContain("");
  });
});
