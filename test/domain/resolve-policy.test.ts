import { expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { resolvePolicy } from "~/domain/resolve-policy";

it("gives the defaults when nothing is set, as a copy", () => {
  const policy = resolvePolicy({});
  expect(policy).toEqual(DEFAULT_POLICY);
  expect(policy.waitingBands).not.toBe(DEFAULT_POLICY.waitingBands);
});

it("merges objects key by key and adds new keys", () => {
  const policy = resolvePolicy({ turnaroundMinutes: { "110": 20 }, targetDays: { P2: 14 } });
  expect(policy.turnaroundMinutes).toEqual({ ...DEFAULT_POLICY.turnaroundMinutes, "110": 20 });
  expect(policy.targetDays).toEqual({ ...DEFAULT_POLICY.targetDays, P2: 14 });
});

it("replaces lists whole", () => {
  expect(resolvePolicy({ waitingBands: [[52, 7]] }).waitingBands).toEqual([[52, 7]]);
  const base = resolvePolicy({ reserveShare: { "110": [0.1, 0.2], "130": [0.3] } });
  expect(resolvePolicy({ reserveShare: { "110": [0] } }, base).reserveShare).toEqual({
    "110": [0],
    "130": [0.3],
  });
});
