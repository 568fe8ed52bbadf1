import { expect, it } from "vitest";
import type { SessionEvent, SessionEventKind } from "~/domain/session-event";
import { formerSurgeons } from "~/domain/six-four-two/former-team";

const event = (number: number, kind: SessionEventKind, surgeons?: string[]): SessionEvent => ({
  ...{ session: "s", number, kind, by: "user:a", reason: "" },
  ...{ at: `2026-11-${10 + number}T10:00:00.000Z`, detail: surgeons ? { surgeons } : {} },
});
const taken = event(2, "taken", ["C2"]);

it("knows who had a session before others took it, and since when not", () => {
  const events = [event(1, "offered"), taken];
  expect([...formerSurgeons(events, ["C1"], ["C2"])]).toEqual([["C1", "2026-11-12T10:00:00.000Z"]]);
});

it("takes nobody's session away that was only offered, or kept", () => {
  expect(formerSurgeons([event(1, "offered")], ["C1"], ["C1"]).size).toBe(0);
  expect(formerSurgeons([event(1, "offered"), event(2, "givenBack")], ["C1"], ["C1"]).size).toBe(0);
});

it("gives the owner the session back, and takes it from who had taken it", () => {
  const events = [taken, event(3, "givenBack")];
  expect([...formerSurgeons(events, ["C1"], ["C1"])]).toEqual([["C2", "2026-11-13T10:00:00.000Z"]]);
});

it("takes a session from its owner for a specialty without a name, and from each taker in turn", () => {
  expect([...formerSurgeons([event(2, "taken", [])], ["C1"], []).keys()]).toEqual(["C1"]);
  const twice = [event(4, "taken", ["C3"]), taken];
  expect([...formerSurgeons(twice, ["C1"], ["C3"]).keys()]).toEqual(["C1", "C2"]);
});

it("leaves a session with who stays on it beside others", () => {
  expect(formerSurgeons([event(2, "taken", ["C1", "C2"])], ["C1"], ["C1", "C2"]).size).toBe(0);
});
