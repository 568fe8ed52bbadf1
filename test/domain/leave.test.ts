import { expect, it } from "vitest";
import { aTheatreSession } from "../factories";
import {
  asLeaveLeaves,
  leaveChanges,
  leaveHits,
  leavesNobody,
  leaveOf,
  occurrenceUid,
  type HeldLeave,
  type SaidLeave,
} from "~/domain/leave";

const away = {
  person: "C1",
  role: "surgeon" as const,
  from: "2027-01-04",
  to: "2027-01-06",
  half: "day" as const,
};
const session = (date: string, facts: object = {}) => ({
  ...{ date, start: "08:30", end: "17:00", surgeons: ["C1", "C2"], anaesthetist: "A1", ...facts },
});

it("hits a session of any surgeon named, on the first day and the last", () => {
  const days = ["2027-01-03", "2027-01-04", "2027-01-06", "2027-01-07"];
  expect(days.map((day) => leaveHits(away, session(day)))).toEqual([false, true, true, false]);
  expect(leaveHits(away, session("2027-01-04", { surgeons: ["C2"] }))).toBe(false);
});

it("hits an anaesthetist as such only", () => {
  const leave = { ...away, person: "A1", role: "anaesthetist" as const };
  expect(leaveOf([leave, away], session("2027-01-04"))).toEqual([leave, away]);
  expect(leaveHits({ ...leave, role: "surgeon" }, session("2027-01-04"))).toBe(false);
  expect(leaveHits(leave, session("2027-01-04", { anaesthetist: "", surgeons: ["A1"] }))).toBe(false);
});

it("leaves nobody when all surgeons are away, or the anaesthetist is", () => {
  const second = { ...away, person: "C2" };
  expect(leavesNobody([away], session("2027-01-04"))).toBe(false);
  expect(leavesNobody([away, second], session("2027-01-04"))).toBe(true);
  expect(leavesNobody([away, second], session("2027-01-07"))).toBe(false);
  expect(leavesNobody([], session("2027-01-04", { surgeons: [] }))).toBe(false);
  const anaesthetist = { ...away, person: "A1", role: "anaesthetist" as const };
  expect(leavesNobody([anaesthetist], session("2027-01-04"))).toBe(true);
});

it.each([
  ["am", "08:30", "12:30", true],
  ["am", "12:59", "17:00", true],
  ["am", "13:00", "17:00", false],
  ["pm", "08:30", "13:00", false],
  ["pm", "08:30", "13:01", true],
  ["day", "13:00", "17:00", true],
] as const)("of %s hits a session from %s to %s: %s", (half, start, end, isHit) => {
  expect(leaveHits({ ...away, half }, session("2027-01-04", { start, end }))).toBe(isHit);
});

it("leaves a session to the surgeons who are there, and without any not staffed", () => {
  const two = aTheatreSession({ date: "2027-01-04", surgeons: ["C1", "C2"] });
  const second = { ...away, person: "C2" };
  expect(asLeaveLeaves(two, [])).toBe(two);
  expect(asLeaveLeaves(two, [away])).toMatchObject({ status: "open", surgeons: ["C2"] });
  expect(asLeaveLeaves(two, [away, second])).toMatchObject({ status: "unstaffed", surgeons: ["C1", "C2"] });
  expect(asLeaveLeaves({ ...two, surgeons: [] }, [away]).status).toBe("open");
  expect(asLeaveLeaves({ ...two, status: "closed" }, [away, second]).status).toBe("closed");
  expect(asLeaveLeaves(two, [{ ...away, role: "anaesthetist" }])).toBe(two);
});

const said = (facts: Partial<SaidLeave> = {}): SaidLeave => ({ ...away, uid: "E1", note: "", ...facts });
const held = (facts: Partial<HeldLeave> = {}): HeldLeave => ({ ...away, id: "1", uid: "E1", ...facts });
const changes = (says: SaidLeave[], holds: HeldLeave[], events = ["E1"], from = "2026-11-20") => {
  const { added, same, withdrawn } = leaveChanges(says, holds, new Set(events), from);
  return { added: added.length, same: same.length, withdrawn: withdrawn.map(({ id }) => id) };
};

it("adds leave once, also when one file says it twice or a form said it before", () => {
  expect(changes([said()], [])).toEqual({ added: 1, same: 0, withdrawn: [] });
  expect(changes([said()], [held()])).toEqual({ added: 0, same: 1, withdrawn: [] });
  expect(changes([said(), said()], [])).toEqual({ added: 1, same: 1, withdrawn: [] });
  expect(changes([said()], [held({ uid: "" })])).toEqual({ added: 0, same: 1, withdrawn: [] });
});

it("withdraws what an event of the file no longer says, and nothing of other events", () => {
  expect(changes([said({ to: "2027-01-05" })], [held()])).toEqual({ added: 1, same: 0, withdrawn: ["1"] });
  expect(changes([], [held()])).toEqual({ added: 0, same: 0, withdrawn: ["1"] });
  expect(changes([], [held()], [])).toEqual({ added: 0, same: 0, withdrawn: [] });
  expect(changes([], [held({ uid: "" })])).toEqual({ added: 0, same: 0, withdrawn: [] });
});

it("leaves days that are past alone", () => {
  expect(changes([], [held()], ["E1"], "2027-01-06").withdrawn).toEqual(["1"]);
  expect(changes([], [held()], ["E1"], "2027-01-07").withdrawn).toEqual([]);
});

it("knows the occurrences of a recurring event by their event", () => {
  const one = held({ uid: occurrenceUid("E1", "2027-01-04") });
  expect(one.uid).toBe("E1@2027-01-04");
  expect(changes([], [one])).toEqual({ added: 0, same: 0, withdrawn: ["1"] });
});
