import { describe, expect, it } from "vitest";
import { stepRefusal, type ListFacts } from "~/domain/list-life";
import { readersOf } from "~/domain/list-readers";
import { untouchedState, type ListState } from "~/domain/list-state";

const act = { by: "user:a", at: "2026-11-22T10:00:00.000Z", reason: "" };
const signed: Partial<ListState> = { signedOff: { ...act, revision: 1, onBehalfOf: "" } };
const locked: Partial<ListState> = { ...signed, locked: act };
const published: Partial<ListState> = { ...signed, published: { ...act, version: 1 } };
const facts: ListFacts = { bookable: true, cases: 2, reason: "because", differs: true };

const refusal = (
  step: Parameters<typeof stepRefusal>[0],
  state: Partial<ListState>,
  more: Partial<ListFacts> = {},
) => stepRefusal(step, { ...untouchedState(), ...state }, { ...facts, ...more });

describe("a step in the life of a list", () => {
  it.each([
    ["signOff", {}, {}],
    ["withdraw", signed, {}],
    ["lock", signed, {}],
    ["unlock", locked, {}],
    ["publish", signed, { reason: "" }],
    ["publish", published, {}],
    ["publish", locked, {}],
    ["withdraw", signed, { bookable: false }],
    ["unlock", locked, { bookable: false }],
  ] as const)("%s may be taken", (step, state, more) => {
    expect(refusal(step, state, more)).toBeNull();
  });

  it.each([
    ["signOff", signed, {}, "signed off already"],
    ["signOff", {}, { cases: 0 }, "no case"],
    ["signOff", {}, { bookable: false }, "closed or has no staff"],
    ["withdraw", {}, {}, "not signed off"],
    ["withdraw", signed, { reason: "" }, "Say why"],
    ["withdraw", locked, {}, "Unlock it"],
    ["lock", {}, {}, "Sign it off before"],
    ["lock", locked, {}, "locked already"],
    ["lock", signed, { bookable: false }, "closed or has no staff"],
    ["unlock", signed, {}, "not locked"],
    ["unlock", locked, { reason: "" }, "Say why"],
    ["publish", {}, {}, "Sign it off before"],
    ["publish", published, { reason: "" }, "Say why a new version"],
    ["publish", published, { differs: false }, "Nothing has changed"],
  ] as const)("%s is refused (%o, %o): %s", (step, state, more, words) => {
    expect(refusal(step, state, more)).toContain(words);
  });
});

describe("who confirms having seen a list", () => {
  it.each([
    [["clinician"], ["surgeon", "anaesthetist"]],
    [
      ["ward", "theatre"],
      ["theatre", "ward"],
    ],
    [["scheduler", "manager"], []],
    [[], []],
  ])("%o as %o", (roles, readers) => {
    expect(readersOf(roles)).toEqual(readers);
  });
});
