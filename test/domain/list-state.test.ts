import { expect, it } from "vitest";
import { isStaffed, listState, listStates, untouchedState } from "~/domain/list-state";
import type { SessionEvent, SessionEventDetail, SessionEventKind } from "~/domain/session-event";

const ANNA = "user:anna";

/** Events of one session, numbered from 1, an hour apart. */
function happened(...kinds: [SessionEventKind, SessionEventDetail?, string?][]): SessionEvent[] {
  return kinds.map(([kind, detail = {}, reason = ""], at) => ({
    ...{ session: "s", number: at + 1, kind, detail, by: ANNA, reason },
    at: `2026-11-20T0${at}:00:00.000Z`,
  }));
}

const staffed = (
  part: SessionEventDetail["part"],
  answer: SessionEventDetail["answer"],
): [SessionEventKind, SessionEventDetail] => ["staffed", { part, answer }];

it("knows nothing of a session without events", () => {
  expect(listState([])).toEqual(untouchedState());
  expect(isStaffed(listState([]))).toBe(false);
});

it("keeps the last answer of each part of the staff, with who and when", () => {
  const { staffing } = listState(
    happened(staffed("surgeon", "yes"), staffed("anaesthetist", "no"), staffed("surgeon", "no")),
  );
  expect(staffing.surgeon).toMatchObject({
    answer: "no",
    act: { by: ANNA, at: "2026-11-20T02:00:00.000Z" },
  });
  expect(staffing.anaesthetist.answer).toBe("no");
  expect(staffing.theatreTeam).toEqual({ answer: "unknown", act: null });
});

it("is staffed only when all three parts are there", () => {
  const two = happened(staffed("surgeon", "yes"), staffed("anaesthetist", "yes"));
  expect(isStaffed(listState(two))).toBe(false);
  const three = happened(
    ...[staffed("surgeon", "yes"), staffed("anaesthetist", "yes"), staffed("theatreTeam", "yes")],
  );
  expect(isStaffed(listState(three))).toBe(true);
});

it("follows an offer until it is taken, and back to its owner", () => {
  const offered = happened(["offered", {}, "On leave"]);
  expect(listState(offered).offer).toMatchObject({ state: "offered", by: ANNA, reason: "On leave" });
  const taken = happened(["offered"], ["taken", { surgeons: ["C2"], treatmentFunctions: ["110"] }]);
  expect(listState(taken).offer).toMatchObject({
    ...{ state: "taken", surgeons: ["C2"], treatmentFunctions: ["110"] },
    at: "2026-11-20T01:00:00.000Z",
  });
  const back = happened(["offered"], ["taken", { surgeons: ["C2"] }], ["givenBack", { surgeons: ["C1"] }]);
  expect(listState(back).offer).toMatchObject({ state: "givenBack", surgeons: ["C1"] });
});

it("takes the word of the surgeon who takes a session, and forgets that of who left it", () => {
  const left = staffed("surgeon", "no");
  const surgeon = (...rest: [SessionEventKind, SessionEventDetail?][]) =>
    listState(happened(left, ["offered"], ...rest)).staffing.surgeon.answer;
  expect(surgeon()).toBe("no");
  expect(surgeon(["taken", { surgeons: ["C2"] }])).toBe("yes");
  expect(surgeon(["taken", { surgeons: [], treatmentFunctions: ["110"] }])).toBe("unknown");
  expect(surgeon(["taken", { surgeons: ["C2"] }], ["givenBack", {}])).toBe("unknown");
});

it("forgets a sign-off that was withdrawn and a lock that was opened, and nothing else with them", () => {
  const signed: [SessionEventKind, SessionEventDetail] = [
    "signedOff",
    { revision: 7, onBehalfOf: "Miss Example" },
  ];
  const all = happened(signed, ["patientsTold"], ["locked"]);
  expect(listState(all)).toMatchObject({
    signedOff: { by: ANNA, at: "2026-11-20T00:00:00.000Z", revision: 7, onBehalfOf: "Miss Example" },
    patientsTold: { at: "2026-11-20T01:00:00.000Z" },
    locked: { at: "2026-11-20T02:00:00.000Z" },
  });
  const undone = listState(
    happened(signed, ["patientsTold"], ["locked"], ["unlocked"], ["signOffWithdrawn"]),
  );
  expect(undone).toMatchObject({ signedOff: null, locked: null, last: 5 });
  expect(undone.patientsTold).not.toBeNull();
});

it("knows the version published last", () => {
  const twice = happened(["published", { version: 1 }], ["published", { version: 2 }]);
  expect(listState(twice).published).toMatchObject({ version: 2, at: "2026-11-20T01:00:00.000Z" });
});

it("keeps how a session came into being and why it was closed", () => {
  const state = listState(happened(["generated", { template: "T1" }], ["closed", {}, "No anaesthetist"]));
  expect(state.made?.kind).toBe("generated");
  expect(state.opening).toMatchObject({ kind: "closed", reason: "No anaesthetist" });
  const opened = listState(happened(["added"], ["unstaffed", {}, "x"], ["opened", {}, "Found one"]));
  expect(opened.opening).toMatchObject({ kind: "opened", reason: "Found one" });
});

it("folds by number, whatever the order in which events come", () => {
  const events = happened(["locked"], ["unlocked"], ["locked"]);
  expect(listState([...events].reverse())).toEqual(listState(events));
  expect(listState(events).last).toBe(3);
});

it("keeps sessions apart", () => {
  const a = happened(["locked"]);
  const b = happened(["offered"]).map((event) => ({ ...event, session: "other" }));
  const states = listStates([...b, ...a]);
  expect(states.get("s")).toEqual(listState(a));
  expect(states.get("other")).toEqual(listState(b));
  expect(states.get("third")).toBeUndefined();
});
