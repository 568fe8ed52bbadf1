import { describe, expect, it } from "vitest";
import { listTouchedSince, type PlaceChange } from "~/domain/list-touched";

const changes: [revision: number, entry: string, session: string | null][] = [
  [1, "a", "s1"],
  [1, "b", "s2"],
  [2, "b", "s3"],
];
const touched = (more: typeof changes, revision = 2) =>
  listTouchedSince(
    [...changes, ...more].map(([of, entry, session], at): PlaceChange => ({
      number: at + 1,
      revision: of,
      entry,
      session,
    })),
    "s1",
    revision,
  );

describe("whether a list was changed since a revision", () => {
  it("counts who comes and who goes, and nobody of other lists", () => {
    expect(touched([])).toBe(false);
    expect(touched([[3, "b", "s2"]])).toBe(false);
    expect(touched([[3, "b", "s1"]])).toBe(true);
    expect(touched([[3, "a", null]])).toBe(true);
    expect(touched([[3, "a", "s2"]])).toBe(true);
  });

  it("counts from the revision after", () => {
    expect(touched([], 1)).toBe(false);
    expect(touched([], 0)).toBe(true);
  });
});
