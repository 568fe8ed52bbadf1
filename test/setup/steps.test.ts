import { describe, expect, it } from "vitest";
import { digestOf } from "../../app/setup/steps.mjs";

describe("a digest of sources", () => {
  it("reads folders with a dot in their path, as below a home named first.last", () => {
    expect(digestOf([".ci"])).toBe(digestOf([".ci/run"]));
    expect(digestOf([".ci"])).not.toBe(digestOf([]));
  });

  it("passes over what is not there", () => {
    expect(digestOf(["no-such-folder"])).toBe(digestOf([]));
  });
});
